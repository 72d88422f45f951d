/** Laboratory values of each patient: number and unit, or the word that judges them, or both. */
import type { Span } from '../../corpus/document.ts'
import type { Extractor, Finding } from '../extractor.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { type LabStatement, labStatements } from './lab-statements.ts'
import { labRanges, labValueAfter } from './lab-value.ts'

export const lab: Extractor<'lab'> = {
  id: 'lab',
  version: 1,
  produces: ['lab'],
  extract: (reading) =>
    reading.sentences.flatMap((sentence) => {
      if (sentence.subject.who !== 'patient') return []
      const { cases } = sentence.subject
      const statements = sentence.header ? cellStatements(sentence) : proseStatements(reading, sentence)
      return statements.flatMap((statement) => cases.map((patient) => findingOf(sentence, statement, patient)))
    }),
}

function proseStatements(reading: Reading, sentence: ReadSentence): readonly LabStatement[] {
  const offset = sentence.span.start
  return labStatements(sentence.text, reading.mentionsIn(sentence, 'lab'), offset).filter(({ holds: [name] }) => {
    if (!name) return false
    const { experiencer, temporality } = reading.assertionOf(shifted(name, offset), sentence)
    return experiencer === 'patient' && temporality !== 'hypothetical'
  })
}

/** A cell under one laboratory heading: "9.8", "12.1 (high)", "normal". */
function cellStatements({ header, text }: ReadSentence): readonly LabStatement[] {
  const terms = (header?.mentions ?? []).map(({ term }) => term).filter(({ family }) => family === 'lab')
  const [term] = terms
  if (!header || !term || terms.length !== 1) return []
  const value = labValueAfter(text, 0, text.length)
  const word = /\b(?:normal|within\s+normal|high|elevated|raised|increased|low|decreased|reduced)\b/i.exec(text)?.[0]
  const interpretation =
    value?.interpretation ?? (word ? byWord(word) : null) ?? judgedByHeading(value?.value, header.text)
  if (!value && !interpretation) return []
  const unit = value?.unit ?? unitOfHeading(header.text)
  const holds = [{ start: 0, end: text.length }]
  return [{ term, value: value?.value ?? null, unit: value ? unit : null, interpretation, holds, rule: 'lab/cell' }]
}

const byWord = (word: string): LabStatement['interpretation'] =>
  /normal/i.test(word) ? 'normal' : /low|decr|redu/i.test(word) ? 'low' : 'high'

/** "Calcium (8.5-10.5 mg/dL)" over a bare number. */
function judgedByHeading(value: number | undefined, heading: string): LabStatement['interpretation'] {
  const range = labRanges(heading)[0]
  if (value === undefined || !range) return null
  if (range.low !== null && value < range.low) return 'low'
  return range.high !== null && value > range.high ? 'high' : 'normal'
}

/** "Serum calcium (mg/dL)". */
const unitOfHeading = (heading: string): string | null =>
  /[([,]\s*([^\d\s()[\]][^()[\]\s]*\/[^()[\]\s]+|%|mg%)\s*[)\]]/.exec(heading)?.[1] ?? null

function findingOf(sentence: ReadSentence, statement: LabStatement, patient: number): Finding<'lab'> {
  const { term, value, unit, interpretation, rule } = statement
  const holds = statement.holds.map((span) => shifted(span, sentence.span.start))
  const span = { start: Math.min(...holds.map(({ start }) => start)), end: Math.max(...holds.map(({ end }) => end)) }
  return {
    kind: 'lab',
    case: patient,
    value: { id: term.id, label: term.label, value, unit, interpretation },
    grounds: [{ span, holds, rule }],
  }
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
