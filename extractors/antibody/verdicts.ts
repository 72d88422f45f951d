/** The results of the antibodies of a sentence: what result words govern first, other judgements for the rest. */
import type { Span } from '../../corpus/document.ts'
import { governed } from '../result-scope/govern.ts'
import type { ScopeRules } from '../result-scope/scope.ts'
import type { NamedAntibody } from './antibody-mention.ts'
import { type AntibodyVerdict, judged } from './judgements.ts'
import { referenceRanges } from './measured-value.ts'
import type { Measured } from './measurements.ts'
import { type Result, type ResultCue, resultCues } from './result-cues.ts'

const UNREMARKABLE =
  /\b(?:negative|unremarkable|unrevealing|undetectable|not\s+(?:detected|detectable|found|present|demonstrated|identified)|normal|non-?contributory|non-?reactive|absent|unrevealing)\b/i
const SCOPE = {
  opposite: (result: Result): Result => (result === 'negative' ? 'positive' : 'negative'),
  general: (clause: string): Result | null => (UNREMARKABLE.test(clause) ? 'negative' : null),
}

/** A verdict for every name that the sentence says something of. */
export function verdictsOf(
  sentence: string,
  names: readonly NamedAntibody[],
  clauses: readonly Span[],
  measured: ReadonlyMap<NamedAntibody, Measured>,
): ReadonlyMap<NamedAntibody, AntibodyVerdict> {
  const cues = resultCues(sentence, [
    ...referenceRanges(sentence).map(({ span }) => span),
    ...names.map(({ span }) => span),
  ])
  const rules: ScopeRules<NamedAntibody, Result> = {
    ...SCOPE,
    resists: (name, result) => result === 'negative' && isMeasuredPositive(measured.get(name)),
  }
  const verdicts = new Map<NamedAntibody, AntibodyVerdict>()
  for (const clause of clauses)
    for (const verdict of verdictsOfClause(sentence, clause, names, cues, rules)) verdicts.set(verdict.name, verdict)
  for (const [index, name] of names.entries()) {
    if (verdicts.has(name)) continue
    const verdict = judged(sentence, names, index, verdicts, measured.get(name))
    if (verdict) verdicts.set(name, { name, ...verdict })
  }
  return verdicts
}

const CHANGED = /\b(?:became|turned|seroconverted|converted|subsequently|later|eventually|repeat\w*|follow-?up)\b/i

/** Also a clause without a name of its own: "anti-Scl-70 was initially negative but became positive two years later". */
function verdictsOfClause(
  sentence: string,
  clause: Span,
  names: readonly NamedAntibody[],
  cues: readonly ResultCue[],
  rules: ScopeRules<NamedAntibody, Result>,
): readonly AntibodyVerdict[] {
  const isInside = ({ span }: { readonly span: Span }) => span.start >= clause.start && span.end <= clause.end
  if (names.some(isInside) || !CHANGED.test(sentence.slice(clause.start, clause.end)))
    return withChange(sentence, governed(sentence, clause, names, cues, rules), cues.filter(isInside), names)
  const name = names.findLast(({ span }) => span.end <= clause.start)
  const cue = cues.find((one) => isInside(one) && one.reach === 'word')
  return name && cue ? [{ name, result: cue.result, cue: cue.span, rule: 'changed' }] : []
}

/** "The ANA, previously negative, had turned positive": the last of two results behind one name. */
function withChange(
  sentence: string,
  verdicts: readonly AntibodyVerdict[],
  cues: readonly ResultCue[],
  names: readonly NamedAntibody[],
): readonly AntibodyVerdict[] {
  const [first, second] = cues.filter(({ reach }) => reach !== 'finding').slice(-2)
  if (!first || !second || first.result === second.result) return verdicts
  if (names.some(({ span }) => span.start > first.span.start && span.start < second.span.start)) return verdicts
  const isChange = /\b(?:previously|initially|formerly|originally|had\s+been|once)\b/i.test(
    sentence.slice(0, first.span.start),
  )
  const between = sentence.slice(first.span.end, second.span.end)
  if (!isChange && !/\b(?:turned|became|no\s+longer|later|now|subsequently)\b|\bin\s+(?:19|20)\d\d\b/i.test(between))
    return verdicts
  return verdicts.map((verdict) =>
    verdict.cue.start === first.span.start && verdict.name.end <= first.span.start
      ? { ...verdict, result: second.result, cue: second.span, rule: 'changed' }
      : verdict,
  )
}

/** "anti-U1-RNP >8 AI, anti-Smith negative": a positive measurement stays out of the list that turns out negative. */
const isMeasuredPositive = (measured: Measured | undefined): boolean =>
  measured?.titre?.below === false || measured?.value?.result === 'positive'
