/** Diseases of each patient with subtype, status and duration. */
import type { Extractor, Finding } from '../extractor.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { isDisease } from './disease-kind.ts'
import { settled } from './disease-rivals.ts'
import { isAllOfThem, isAnswer, SERIES, speaksOfOthers } from './series.ts'
import { shortFormHolds } from './short-form.ts'
import { type DiseaseStatement, formAlone, inParts, statementOf } from './statement.ts'

export const disease: Extractor<'disease'> = {
  id: 'disease',
  version: 3,
  produces: ['disease'],
  extract: (reading) => {
    const statements = reading.sentences.flatMap((sentence) => statementsIn(reading, sentence))
    return reading.cases.flatMap(({ number }) =>
      settled(statements.filter(({ cases }) => cases.includes(number))).map((statement) =>
        findingOf(statement, number),
      ),
    )
  },
}

function statementsIn(reading: Reading, sentence: ReadSentence): readonly DiseaseStatement[] {
  const { subject } = sentence
  if (SERIES.test(sentence.text) || isAllOfThem(reading, sentence)) return seriesStatements(reading, sentence)
  if (isAnswer(reading, sentence)) return namedStatements(reading, sentence, [1])
  if (subject.who !== 'patient' || /\bfamil/i.test(sentence.header?.text ?? '')) return []
  if (speaksOfOthers(reading, sentence)) return []
  const form = formAlone(reading, sentence)
  const forms = form ? [{ ...form, cases: subject.cases }] : []
  if (form && sentence.header) return forms
  return [...forms, ...namedStatements(reading, sentence, subject.cases)]
}

const namedStatements = (
  reading: Reading,
  sentence: ReadSentence,
  cases: readonly number[],
): readonly DiseaseStatement[] =>
  reading.mentionsIn(sentence, 'disease').flatMap((mention) => {
    if (!isDisease(mention.term) || !shortFormHolds(reading, mention)) return []
    const statement = statementOf(reading, sentence, mention)
    return statement ? inParts({ ...statement, cases }, mention, sentence) : []
  })

function seriesStatements(reading: Reading, sentence: ReadSentence): readonly DiseaseStatement[] {
  const { subject } = sentence
  if (subject.who === 'other' || (subject.who === 'literature' && !isAllOfThem(reading, sentence))) return []
  const cases = subject.who === 'patient' ? subject.cases : reading.cases.map(({ number }) => number)
  return reading.mentionsIn(sentence, 'disease').flatMap((mention) => {
    if (!isDisease(mention.term) || !shortFormHolds(reading, mention)) return []
    const text = sentence.text.slice(0, mention.span.start - sentence.span.start)
    if (/[;]|\b(?:but|whereas|one\s+of|another|two\s+of)\b/i.test(text)) return []
    const statement = statementOf(reading, sentence, mention, 'diagnosis')
    return statement ? [{ ...statement, cases }] : []
  })
}

function findingOf(statement: DiseaseStatement, patient: number): Finding<'disease'> {
  const { disease, subtype, text, status, context, durationYears, holds } = statement
  const span = { start: Math.min(...holds.map(({ start }) => start)), end: Math.max(...holds.map(({ end }) => end)) }
  return {
    kind: 'disease',
    case: patient,
    value: {
      id: disease.id,
      label: disease.label,
      text,
      subtype: subtype && { id: subtype.id, label: subtype.label },
      status,
      duration_years: durationYears,
    },
    grounds: [{ span, holds, rule: `disease/${status === 'present' ? context : status}` }],
  }
}
