/** Autoantibodies with their result. An antibody that nobody mentions, or that was not tested, has no row. */
import type { Span } from '../../corpus/document.ts'
import type { Extractor, Finding } from '../extractor.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { antibodyCell } from './antibody-cell.ts'
import { type AntibodyStatement, antibodyStatements } from './antibody-statements.ts'

export const antibody: Extractor<'antibody'> = {
  id: 'antibody',
  version: 1,
  produces: ['antibody'],
  extract: (reading) => reading.sentences.flatMap((sentence) => findingsOf(reading, sentence)),
}

function findingsOf(reading: Reading, sentence: ReadSentence): readonly Finding<'antibody'>[] {
  if (sentence.subject.who !== 'patient') return []
  const statements = statementsOf(reading, sentence).filter((statement) => isPatients(reading, sentence, statement))
  return sentence.subject.cases.flatMap((patient) =>
    statements.map((statement) => findingOf(sentence, statement, patient)),
  )
}

function statementsOf(reading: Reading, sentence: ReadSentence): readonly AntibodyStatement[] {
  if (sentence.header) return antibodyCell(reading, sentence)
  return antibodyStatements(
    sentence.text,
    reading.mentionsIn(sentence, 'antibody'),
    reading.mentionsIn(sentence, 'pattern'),
    sentence.span.start,
  )
}

/** Not a relative's, and not "should be tested for". */
function isPatients(reading: Reading, sentence: ReadSentence, { span }: AntibodyStatement): boolean {
  const inside = span.start >= 0 && span.end <= sentence.text.length
  if (!inside || sentence.header) return true
  const { experiencer, temporality } = reading.assertionOf(shifted(span, sentence.span.start), sentence)
  // "screening for ANA gave a negative result" tells a result, "if ANA is positive" does not
  return experiencer === 'patient' && !(temporality === 'hypothetical' && CONDITIONAL.test(sentence.text))
}

const CONDITIONAL = /\b(?:if|whether|should|would|could|may|might|must|recommend\w*|advis\w*)\b/i

function findingOf(sentence: ReadSentence, statement: AntibodyStatement, patient: number): Finding<'antibody'> {
  const { term, result, titre, value, unit, pattern, rule } = statement
  const holds = statement.holds.map((span) => shifted(span, sentence.span.start))
  const span = {
    start: Math.min(...holds.map(({ start }) => start)),
    end: Math.max(...holds.map(({ end }) => end)),
  }
  const text = sentence.header ? term.label : sentence.text.slice(statement.span.start, statement.span.end)
  return {
    kind: 'antibody',
    case: patient,
    value: { id: term.id, label: term.label, text, result, titre, value, unit, pattern },
    grounds: [{ span, holds, rule }],
  }
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
