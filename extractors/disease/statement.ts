/** What one mention of a disease says: the disease with its form, status and duration, and the words that say so. */
import type { Span } from '../../corpus/document.ts'
import type { DiseaseFact } from '../case-record.ts'
import { termOf } from '../language/load-terms.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Mention, Term } from '../language/term.ts'
import { type DiagnosisContext, diagnosisContext } from './diagnosis-context.ts'
import { durationOf } from './disease-duration.ts'
import { formOfHers, impliedBy, named, overlapParts, subtypeBeside, subtypeInCell } from './disease-kind.ts'
import { statusOf } from './disease-status.ts'
import { isOfSection, isShortDialysis } from './passing-sign.ts'
import { tellsOfAll } from './series.ts'

/** One place that says something about a disease of a patient. */
export interface DiseaseStatement {
  readonly cases: readonly number[]
  readonly disease: Term
  readonly subtype: Term | null
  readonly text: string
  readonly status: DiseaseFact['status']
  readonly context: DiagnosisContext
  readonly durationYears: number | null
  readonly holds: readonly Span[]
  /** Offset in the document. */
  readonly at: number
  readonly isTitle: boolean
}

/** null where the mention says nothing of the patient. */
export function statementOf(
  reading: Reading,
  sentence: ReadSentence,
  mention: Mention,
  known?: DiagnosisContext,
): Omit<DiseaseStatement, 'cases'> | null {
  const local = { start: mention.span.start - sentence.span.start, end: mention.span.end - sentence.span.start }
  if (isShortDialysis(mention, sentence.text.slice(local.end))) return null
  if (isOfSection(mention, sentence.text)) return null
  const isOfAll = tellsOfAll(reading, sentence)
  const context = known ?? (sentence.header ? 'diagnosis' : diagnosisContext(sentence.text, local, isOfAll))
  if (context === 'talk') return null
  // acute renal failure is another thing
  if (mention.term.kind === 'renal' && /\bacute\s+(?:\w+\s+){0,2}$/i.test(sentence.text.slice(0, local.start)))
    return null
  const implied = impliedBy(mention.term)
  const { disease, subtype } = implied ? { disease: implied, subtype: null } : named(mention.term)
  const beside = subtype ? null : subtypeNear(sentence.text, disease, local)
  const status = statusOf(reading, sentence, mention, context, isOfAll)
  // no lupus nephritis is not no lupus
  if (!status || (implied && status !== 'present')) return null
  const duration = durationOf(sentence.text, local)
  const at = (span: Span): Span => ({ start: span.start + sentence.span.start, end: span.end + sentence.span.start })
  return {
    disease,
    subtype: subtype ?? beside?.subtype ?? null,
    text: mention.text,
    status,
    context,
    durationYears: duration?.years ?? null,
    at: mention.span.start,
    isTitle: reading.document.blocks[sentence.block]?.kind === 'title',
    holds: [mention.span, ...(beside ? [at(beside.span)] : []), ...(duration ? [at(duration.span)] : [])],
  }
}

/** "polymyositis/scleroderma overlap syndrome", "an overlap of SSc and SLE": the overlap and the diseases it is made of. */
export function inParts(
  statement: DiseaseStatement,
  { term, text, span }: Mention,
  sentence: ReadSentence,
): readonly DiseaseStatement[] {
  const parts = overlapParts(term, text)
  if (parts) return parts.map((part) => ({ ...statement, ...part, subtype: null }))
  const before = sentence.text.slice(0, span.start - sentence.span.start)
  const after = sentence.text.slice(span.end - sentence.span.start)
  const behind = /^[\s-]+overlap\b(?:\s+syndrome)?(?!\s+(?:with|of|between))/i.exec(after)
  const front = behind ? null : /\boverlap\s+(?:syndrome\s+)?(?:of|between)\s+$/i.exec(before)
  if (!behind && !front) return [statement]
  const start = behind ? span.end + behind[0].search(/o/i) : sentence.span.start + (front?.index ?? 0)
  const word = { start, end: start + 'overlap'.length }
  const overlap = { ...statement, disease: termOf('disease', 'overlap'), subtype: null, text: 'overlap', at: start }
  return [{ ...overlap, holds: [word, ...statement.holds] }, statement]
}

/** "Diffuse" under "SSc subset", "her disease was of the limited subset": the form of a disease named elsewhere. */
export function formAlone(reading: Reading, sentence: ReadSentence): Omit<DiseaseStatement, 'cases'> | null {
  const { header, text, span } = sentence
  const isSsc = ({ term }: Mention): boolean => ['ssc', 'jssc'].includes(named(term).disease.key)
  if (!reading.mentions('disease').some(isSsc)) return null
  const cell = header ? subtypeInCell(header.text, text) : null
  const said = header || reading.mentionsIn(sentence, 'disease').some(isSsc) ? null : formOfHers(text)
  const subtype = cell?.subtype ?? said?.subtype
  if (!subtype) return null
  const held = said ? { start: span.start + said.start, end: span.start + said.end } : span
  return {
    disease: reading.mentions('disease').find(({ term }) => term.key === 'jssc')?.term ?? named(subtype).disease,
    subtype,
    text: sentence.text.slice(held.start - span.start, held.end - span.start),
    status: 'present',
    context: 'diagnosis',
    durationYears: null,
    holds: [held],
    at: held.start,
    isTitle: false,
  }
}

/** "systemic sclerosis, diffuse cutaneous form": within the clause, some sixty characters around the name. */
function subtypeNear(
  text: string,
  disease: Term,
  { start, end }: Span,
): { readonly subtype: Term; readonly span: Span } | null {
  const behind = text.slice(end)
  const after = CLASSED.exec(behind)?.[0] ?? /^[^.;]{0,60}/.exec(behind)?.[0] ?? ''
  const found = subtypeBeside(disease, after)
  if (found) return { subtype: found.subtype, span: { start: end + found.start, end: end + found.end } }
  const front = /[^.;]*$/.exec(text.slice(Math.max(0, start - 45), start))?.[0] ?? ''
  const before = subtypeBeside(disease, front)
  if (!before) return null
  const shift = start - front.length
  return { subtype: before.subtype, span: { start: shift + before.start, end: shift + before.end } }
}

/** "systemic sclerosis that nobody had thought of; the rheumatologist classed it as limited cutaneous". */
const CLASSED = /^[^.]{0,110}?\b(?:class(?:ed|ified)|categori[sz]ed|labell?ed|typed|subset|subtype)\b[^.;]{0,40}/i
