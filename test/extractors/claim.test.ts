import { describe, expect, it } from 'vitest'
import { documentOfText } from '../../corpus/read/read-text.ts'
import { claim } from '../../extractors/claim/claim.ts'
import { extractRecord } from '../../extractors/extract.ts'

const claimsOf = (sentence: string) =>
  extractRecord(documentOfText(`Lumps\n\nCase report\n\nA 50-year-old woman had lumps.\n\nDiscussion\n\n${sentence}`), [
    claim,
  ]).claims.map(({ kind, subject, object, polarity, cites }) =>
    [kind, subject.label, object?.label ?? '-', polarity, cites.join()].join(' | '),
  )

describe('claims about others', () => {
  it.each([
    [
      'an association with its citations',
      'Anti-Scl-70 antibodies were found in some patients with large calcinosis (3, 4).',
      ['association | anti-topoisomerase I antibody | calcinosis | affirmed | 3,4'],
    ],
    [
      'treatments without result',
      'Warfarin and minocycline have been tried with no convincing results [12,13].',
      ['treatment-effect | warfarin | - | negated | 12,13', 'treatment-effect | minocycline | - | negated | 12,13'],
    ],
    [
      'a tentative effect',
      'Diltiazem may reduce calcinosis in some patients (7).',
      ['treatment-effect | diltiazem | calcinosis | possible | 7'],
    ],
    [
      'a prevalence by site',
      'Calcinosis was found in the hands in 83% of patients (6).',
      ['prevalence | calcinosis | hand | affirmed | 6'],
    ],
    [
      'trap: this paper’s patient is no claim',
      'Our patient had calcinosis of the hands and took diltiazem without effect.',
      [],
    ],
    ['trap: nothing is claimed', 'The literature was searched.', []],
  ])('%s', (_why, sentence, expected) => expect(claimsOf(sentence)).toEqual(expected))

  it('never become facts of the patient', () => {
    const record = extractRecord(
      documentOfText(
        'Lumps\n\nCase report\n\nA 50-year-old woman had lumps.\n\nDiscussion\n\nWarfarin was ineffective in scleroderma (3).',
      ),
    )
    expect(record.cases[0]!.treatments).toEqual([])
    expect(record.cases[0]!.diseases).toEqual([])
  })
})
