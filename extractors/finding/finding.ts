/** Signs, symptoms and comorbidities of each patient as HPO terms, with their status. */
import type { FindingFact } from '../case-record.ts'
import type { Extractor, Finding } from '../extractor.ts'
import type { Assertion } from '../language/assertion.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Mention } from '../language/term.ts'

export const finding: Extractor<'finding'> = {
  id: 'finding',
  version: 1,
  produces: ['finding'],
  extract: (reading) =>
    reading.sentences.flatMap((sentence) => {
      const { subject } = sentence
      if (subject.who !== 'patient') return []
      return statementsIn(reading, sentence).flatMap((statement) =>
        subject.cases.map((patient) => findingOf(statement, patient)),
      )
    }),
}

interface FindingStatement {
  readonly term: Mention['term']
  readonly status: FindingFact['status']
  readonly span: Mention['span']
  readonly rule: string
}

function statementsIn(reading: Reading, sentence: ReadSentence): readonly FindingStatement[] {
  const own = reading.mentionsIn(sentence, 'finding').flatMap(({ term, span }) => {
    const status = statusOf(reading.assertionOf(span, sentence))
    return status ? [{ term, span, status, rule: 'finding/mention' }] : []
  })
  return [...own, ...cellStatements(sentence)]
}

const YES = /^\W*(?:\+{1,4}|yes|y|present|pos(?:itive)?)\W*$/i
const NO = /^\W*(?:no|n|absent|neg(?:ative)?|none)\W*$/i

/** "Yes" under "Raynaud's phenomenon". A dash may mean "not reported" and says nothing. */
function cellStatements({ header, text, span }: ReadSentence): readonly FindingStatement[] {
  const terms = (header?.mentions ?? []).map(({ term }) => term).filter(({ family }) => family === 'finding')
  const [term] = terms
  if (!term || terms.length !== 1) return []
  const status = YES.test(text) ? 'present' : NO.test(text) ? 'absent' : null
  return status ? [{ term, span, status, rule: 'finding/cell' }] : []
}

/** null: "no family history of gout" says nothing of the patient. */
function statusOf({ polarity, temporality, experiencer }: Assertion): FindingFact['status'] | null {
  if (experiencer === 'other') return polarity === 'negated' ? null : 'family'
  if (polarity === 'negated') return 'absent'
  if (polarity === 'possible' || temporality === 'hypothetical') return 'possible'
  return temporality === 'historical' ? 'historical' : 'present'
}

function findingOf({ term, status, span, rule }: FindingStatement, patient: number): Finding<'finding'> {
  return {
    kind: 'finding',
    case: patient,
    value: { id: term.id, label: term.label, status },
    grounds: [{ span, holds: [span], rule }],
  }
}
