import { describe, expect, it } from 'vitest'
import { documentOfText } from '../../corpus/read/read-text.ts'
import { explainRecord, explanationText } from '../../extractors/explain.ts'
import { extractRecord } from '../../extractors/extract.ts'

describe('explanations', () => {
  const document = documentOfText(
    'Lumps\n\nCase report\n\nA 50-year-old woman with systemic sclerosis had lumps. Anti-Scl-70 antibodies were negative.',
  )
  const explanations = explainRecord(document, extractRecord(document))

  it('name rule, subject, reason and cue of a fact', () =>
    expect(explanations.find(({ fact }) => fact.startsWith('antibody'))).toMatchObject({
      case: 1,
      fact: 'antibody anti-topoisomerase I antibody: negative',
      subject: 'patient 1',
      subjectReason: 'case section',
      cues: ['negated by "negative"'],
    }))
  it('read as text', () =>
    expect(explanationText(explanations)).toMatch(
      /case 1 {2}disease systemic sclerosis: present\n {4}".*" \(page 1\)\n {4}rule /,
    ))
})
