/** Diseases of each patient with subtype, status and duration. */
import type { Span } from '../../corpus/document.ts'
import type { DiseaseFact } from '../case-record.ts'
import type { Extractor, Finding } from '../extractor.ts'
import { termOf } from '../language/load-terms.ts'
import { NUMBER_WORD, numberOf } from '../language/number-words.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Mention, Term } from '../language/term.ts'
import { type DiagnosisContext, diagnosisContext } from './diagnosis-context.ts'
import { durationOf } from './disease-duration.ts'
import { formOfHers, isDisease, named, overlapParts, subtypeBeside, subtypeInCell } from './disease-kind.ts'
import { settled } from './disease-rivals.ts'
import { statusOf } from './disease-status.ts'
import { isOfSection, isShortDialysis } from './passing-sign.ts'
import { shortFormHolds } from './short-form.ts'

export const disease: Extractor<'disease'> = {
  id: 'disease',
  version: 2,
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

/** "Diagnosis: calcinosis in dermatomyositis" at the foot of a quiz, wherever the layout has put it. */
const isAnswer = ({ cases }: Reading, { text, subject }: ReadSentence): boolean =>
  cases.length === 1 &&
  subject.who === 'nobody' &&
  /^\W*(?:(?:final|correct|your|the)\s+)*(?:diagnosis|answer)\s*[:–-]\s/i.test(text)

/** "We injected thiosulfate into six fingers of three women with systemic sclerosis", in a paper on three women. */
const OUR_NUMBER = new RegExp(
  `\\b(?:we|our)\\b[^.;]*?\\b(\\d{1,2}|${NUMBER_WORD})\\s+(?:(?!of\\b)[\\w-]+\\s+){0,3}?(?:patients|women|men|sisters|brothers|children|girls|boys|siblings)\\s+(?:with|suffering|affected|who\\s+(?:had|have))\\b`,
  'i',
)
const isAllOfThem = ({ cases }: Reading, { text }: ReadSentence): boolean => {
  const counted = OUR_NUMBER.exec(text)?.[1]
  return counted !== undefined && cases.length > 1 && numberOf(counted) === cases.length
}

/** "Two of the patients with lupus had panniculitis", "a boy whom we treated elsewhere is not described here". */
const SOME_PATIENTS =
  /\b(?:one|two|three|four|five|six|some|several|many|most|\d+)\s+(?:of\s+(?:the|these|those|their)\s+)?(?:[\w-]+\s+)?patients\b/i
const LEFT_OUT =
  /\b(?:is|are|was|were|will\s+be)\s+(?:not\s+(?:described|reported|included|presented|shown)\s+here|reported\s+(?:elsewhere|separately))\b/i

const speaksOfOthers = ({ cases }: Reading, { text, header }: ReadSentence): boolean =>
  !header &&
  (LEFT_OUT.test(text) || (cases.length === 1 && SOME_PATIENTS.test(text) && !/\bour\s+patient\b/i.test(text)))

/** "We describe four patients with systemic sclerosis": said once, of all of them. */
const SERIES =
  /^\W*(?:(?:here(?:in)?|in\s+this\s+(?:report|paper|letter|article)),?\s+)?we\s+(?:\w+\s+){0,3}?(?:describe|report|present|saw|treated|reviewed|studied|followed|observed|identified)\w*\s+(?:(?!cohort|literature)\w+\s+){0,4}?(?:patients|cases|women|men|sisters|brothers|children|girls|boys|siblings)\s+(?:with|suffering|affected|who\s+(?:had|have))\b/i

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

function statementOf(
  reading: Reading,
  sentence: ReadSentence,
  mention: Mention,
  known?: DiagnosisContext,
): Omit<DiseaseStatement, 'cases'> | null {
  const local = { start: mention.span.start - sentence.span.start, end: mention.span.end - sentence.span.start }
  if (isShortDialysis(mention, sentence.text.slice(local.end))) return null
  if (isOfSection(mention, sentence.text)) return null
  const context = known ?? (sentence.header ? 'diagnosis' : diagnosisContext(sentence.text, local))
  if (context === 'talk') return null
  // acute renal failure is another thing
  if (mention.term.kind === 'renal' && /\bacute\s+(?:\w+\s+){0,2}$/i.test(sentence.text.slice(0, local.start)))
    return null
  const { disease, subtype } = named(mention.term)
  const beside = subtype ? null : subtypeNear(sentence.text, disease, local)
  const status = statusOf(reading, sentence, mention, context)
  if (!status) return null
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
function inParts(
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
function formAlone(reading: Reading, sentence: ReadSentence): Omit<DiseaseStatement, 'cases'> | null {
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
