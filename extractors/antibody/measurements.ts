/** Which titre and which value stand with which antibody of a sentence. */
import type { Span } from '../../corpus/document.ts'
import type { NamedAntibody } from './antibody-mention.ts'
import { type MeasuredValue, measuredValues, type Titre, titres } from './measured-value.ts'

/** A name with the measurements that stand with it. */
export interface Measured {
  readonly antibody: NamedAntibody
  readonly titre: Titre | undefined
  readonly value: MeasuredValue | undefined
}

/** The measurements of every name; most have none. */
export function measurements(
  sentence: string,
  names: readonly NamedAntibody[],
  clauses: readonly Span[],
): ReadonlyMap<NamedAntibody, Measured> {
  const titreBy = bound(sentence, titres(sentence), names, clauses)
  const valueBy = bound(sentence, measuredValues(sentence), names, clauses)
  return new Map(names.map((name) => [name, { antibody: name, titre: titreBy.get(name), value: valueBy.get(name) }]))
}

/** Each measurement goes to the name in front of it in its clause, else to the one behind; "respectively" pairs them in order. */
function bound<M extends { readonly span: Span }>(
  sentence: string,
  measures: readonly M[],
  names: readonly NamedAntibody[],
  clauses: readonly Span[],
): ReadonlyMap<NamedAntibody, M> {
  const pairs = new Map<NamedAntibody, M>()
  if (measures.length > 1 && /\brespectively\b/i.test(sentence)) {
    const before = names.filter(({ span }) => span.end <= measures[0]!.span.start).slice(-measures.length)
    if (before.length === measures.length) return new Map(before.map((name, at) => [name, measures[at]!]))
  }
  for (const measure of measures) {
    const clause = clauses.find(({ start, end }) => measure.span.start >= start && measure.span.start < end)
    if (!clause) continue
    const front = names.findLast(({ span }) => span.end <= measure.span.start && span.start >= clause.start)
    const behind = names.find(({ span }) => span.start >= measure.span.end && span.end <= clause.end)
    const isBehind = behind && isNearer(sentence, measure.span, front, behind)
    const name = isBehind ? behind : front && isOwn(sentence.slice(front.end, measure.span.start)) ? front : undefined
    if (name && !pairs.has(name)) pairs.set(name, measure)
  }
  return pairs
}

const MAX_WORDS_BETWEEN = 14
/** No other test may stand between: "anti-dsDNA was negative, white cell count was 14.9". */
const isOwn = (between: string): boolean =>
  between.split(/\s+/).length <= MAX_WORDS_BETWEEN &&
  !/[,;]\s*(?:and\s+)?(?!(?:titers?|titres?|which|at|with|in)\b)[A-Za-z][\w\s().-]*\b(?:was|were|counts?|levels?|rate|showed)\b|[,;]\s*(?:ESR|CRP|CK|LDH|WBC|ALT|AST|Hb)\b/i.test(
    between,
  )

/** "1:640 ANA", "at a titre of 1:640 for ANA". */
function isNearer(
  sentence: string,
  { start, end }: Span,
  front: NamedAntibody | undefined,
  behind: NamedAntibody,
): boolean {
  const gap = sentence.slice(end, behind.span.start)
  if (!front) return /^[\s)]*(?:(?:titers?|titres?|dilution|levels?|of|for|in|positive|positivity)\s+){0,3}$/i.test(gap)
  return /^\s*\)?\s*(?:for\s+)?$/.test(gap) && sentence.slice(front.end, start).includes(',')
}
