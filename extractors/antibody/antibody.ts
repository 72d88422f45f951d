/** Autoantibodies with their result. An antibody that nobody mentions, or that was not tested, has no row. */
import type { Span } from '../../corpus/document.ts'
import type { Extractor, Finding } from '../extractor.ts'
import { termOf } from '../language/load-terms.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { antibodyCell } from './antibody-cell.ts'
import { type AntibodyStatement, antibodyStatements } from './antibody-statements.ts'

export const antibody: Extractor<'antibody'> = {
  id: 'antibody',
  version: 4,
  produces: ['antibody'],
  extract: (reading) => withoutWhole(reading.sentences.flatMap((sentence) => findingsOf(reading, sentence))),
}

const PM_SCL = termOf('antibody', 'pmscl').id
const PM_SCL_PARTS = ['pmscl75', 'pmscl100'].map((key) => termOf('antibody', key).label)

/** "PM/Scl-positive overlap syndrome ... PM-Scl75 and PM-Scl100 were positive": the parts are the same test, told exactly. */
function withoutWhole(findings: readonly Finding<'antibody'>[]): readonly Finding<'antibody'>[] {
  const isTold = ({ case: patient }: Finding<'antibody'>): boolean =>
    findings.some(
      (other) =>
        other.case === patient && other.value.result === 'positive' && PM_SCL_PARTS.includes(other.value.label),
    )
  return findings.filter((one) => one.value.id !== PM_SCL || one.value.result !== 'positive' || !isTold(one))
}

function findingsOf(reading: Reading, sentence: ReadSentence): readonly Finding<'antibody'>[] {
  if (sentence.subject.who !== 'patient') return []
  const statements = statementsOf(reading, sentence).filter((statement) => isPatients(reading, sentence, statement))
  if (isShared(reading, sentence) && statements.length > 1) return []
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

/** "Dermatomyositis with anti-NXP2, anti-Mi-2 and anti-TIF1 antibodies: three cases": the title does not say whose is which. */
const isShared = (reading: Reading, { block, subject }: ReadSentence): boolean =>
  subject.who === 'patient' && subject.cases.length > 1 && reading.document.blocks[block]?.kind === 'title'

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
