/** What one sentence says about antibodies: each with its result, titre, value and pattern, and the words that say so. */
import type { Span } from '../../corpus/document.ts'
import type { Mention, Term } from '../language/term.ts'
import { clausesOf } from '../result-scope/clauses.ts'
import { EXCEPT } from '../result-scope/exception.ts'
import { governed } from '../result-scope/govern.ts'
import type { ScopeRules, Verdict } from '../result-scope/scope.ts'
import { type NamedAntibody, namedAntibodies } from './antibody-mention.ts'
import { patternFor } from './fluorescence-pattern.ts'
import { type MeasuredValue, measuredValues, referenceRanges, type Titre, titres } from './measured-value.ts'
import { type Result, type ResultCue, resultCues } from './result-cues.ts'

export interface AntibodyStatement {
  readonly term: Term
  readonly result: Result
  readonly titre: string | null
  readonly value: number | null
  readonly unit: string | null
  readonly pattern: string | null
  /** The name, into the sentence. */
  readonly span: Span
  /** Everything that licenses the statement, into the sentence. */
  readonly holds: readonly Span[]
  readonly rule: string
}

type AntibodyVerdict = Verdict<NamedAntibody, Result>

const UNREMARKABLE = /\b(?:negative|unremarkable|normal|non-?contributory|non-?reactive|absent|unrevealing)\b/i
const SCOPE = {
  opposite: (result: Result): Result => (result === 'negative' ? 'positive' : 'negative'),
  general: (clause: string): Result | null => (UNREMARKABLE.test(clause) ? 'negative' : null),
}

/** A name with the measurements that stand with it. */
interface Measured {
  readonly antibody: NamedAntibody
  readonly titre: Titre | undefined
  readonly value: MeasuredValue | undefined
}

/** `mentions` and `patterns` are those of this sentence; `offset` is where it begins in the document. */
export function antibodyStatements(
  sentence: string,
  mentions: readonly Mention[],
  patterns: readonly Mention[] = [],
  offset = 0,
): readonly AntibodyStatement[] {
  const names = namedAntibodies(sentence, mentions, offset)
  if (names.length === 0) return []
  const clauses = clausesOf(sentence)
  const measured = measurements(sentence, names, clauses)
  const verdicts = verdictsOf(sentence, names, clauses, measured)
  return names.flatMap((name) => {
    const verdict = verdicts.get(name)
    if (!verdict || verdict.result === 'not-done') return []
    if (isHeadOfList(sentence, name, verdicts) || isExceptedLater(sentence, name, names)) return []
    const { titre, value } = measured.get(name) ?? {}
    const pattern = patternFor(sentence, name, names, patterns, offset)
    const holds = [name.span, verdict.cue, titre?.span, value?.span, pattern?.span].filter((span) => span !== undefined)
    return [
      {
        term: name.term,
        result: verdict.result,
        titre: titre?.text ?? null,
        value: value?.value ?? null,
        unit: value?.unit ?? null,
        pattern: pattern?.label ?? null,
        span: name.span,
        holds,
        rule: `antibody/${verdict.rule}`,
      },
    ]
  })
}

/** "Among the myositis-specific antibodies, anti-NXP2 was positive": the group only introduces; a panel with an exception is neither. */
function isHeadOfList(
  sentence: string,
  { term, span, end }: NamedAntibody,
  verdicts: ReadonlyMap<NamedAntibody, AntibodyVerdict>,
): boolean {
  const others = [...verdicts.values()]
  if (term.kind === 'group') return others.some(({ name }) => name.term.kind !== 'group')
  if (term.key !== 'ena') return false
  // "all of the other extractable nuclear antigens (Ro, La, Sm) were negative"
  return (
    others.some(({ rule }) => rule === 'exception') ||
    /\bother\s+(?:\w+\s+){0,2}$/i.test(sentence.slice(0, span.start)) ||
    others.some(({ name }) => /^\s*\(\s*(?:anti-?\s*)?$/.test(sentence.slice(end, name.span.start)))
  )
}

/** "ANA, RF and ANCA were negative except for an ANA of 1:80": the exception is the ANA's result. */
function isExceptedLater(
  sentence: string,
  { term, span, end }: NamedAntibody,
  names: readonly NamedAntibody[],
): boolean {
  return names.some(
    (other) =>
      other.term.key === term.key &&
      other.span.start > span.start &&
      EXCEPT.test(sentence.slice(end, other.span.start)),
  )
}

function verdictsOf(
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
    const verdict =
      excluded(sentence, names, index, verdicts) ??
      byMeasurement(measured.get(name)) ??
      byNameOfDisease(sentence, name) ??
      carried(sentence, names, index, verdicts)
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
    return withChange(sentence, governed(sentence, clause, names, cues, rules), cues.filter(isInside))
  const name = names.findLast(({ span }) => span.end <= clause.start)
  const cue = cues.find((one) => isInside(one) && one.reach === 'word')
  return name && cue ? [{ name, result: cue.result, cue: cue.span, rule: 'changed' }] : []
}

/** "The ANA, previously negative, had turned positive": the last of two results behind one name. */
function withChange(
  sentence: string,
  verdicts: readonly AntibodyVerdict[],
  cues: readonly ResultCue[],
): readonly AntibodyVerdict[] {
  const [first, second] = cues.filter(({ reach }) => reach !== 'finding').slice(-2)
  if (!first || !second || first.result === second.result) return verdicts
  const isChange = /\b(?:previously|initially|formerly|originally|had\s+been|once)\b/i.test(
    sentence.slice(0, first.span.start),
  )
  const between = sentence.slice(first.span.end, second.span.end)
  if (!isChange && !/\b(?:turned|became|no\s+longer|later|now|subsequently)\b/i.test(between)) return verdicts
  return verdicts.map((verdict) =>
    verdict.cue.start === first.span.start && verdict.name.end <= first.span.start
      ? { ...verdict, result: second.result, cue: second.span, rule: 'changed' }
      : verdict,
  )
}

/** "anti-U1-RNP >8 AI, anti-Smith negative": a positive measurement stays out of the list that turns out negative. */
const isMeasuredPositive = (measured: Measured | undefined): boolean =>
  measured?.titre?.below === false || measured?.value?.result === 'positive'

type Judgement = Omit<AntibodyVerdict, 'name'>

/** "positive for ANA but not anti-dsDNA or anti-Sm": the opposite of what was said last. */
function excluded(
  sentence: string,
  names: readonly NamedAntibody[],
  index: number,
  verdicts: ReadonlyMap<NamedAntibody, AntibodyVerdict>,
): Judgement | null {
  const name = names[index]!
  const previous = names[index - 1]
  const earlier = previous && verdicts.get(previous)
  if (!previous || !earlier || earlier.result === 'not-done') return null
  const gap = sentence.slice(previous.end, name.span.start)
  const not = /\b(?:but\s+|and\s+)?not\s+(?:for\s+|to\s+|with\s+|the\s+)*$/i.exec(gap)
  if (not) {
    const start = previous.end + not.index
    return {
      result: earlier.result === 'positive' ? 'negative' : 'positive',
      cue: { start, end: start + not[0].trimEnd().length },
      rule: 'but-not',
    }
  }
  // "no ANA, no RF, but antibodies to Mi-2"
  const but =
    earlier.result === 'negative' ? /\bbut\s+(?:also\s+|only\s+)?(?:antibodies\s+(?:to|against)\s+)?$/i.exec(gap) : null
  if (but) return { result: 'positive', cue: { start: previous.end + but.index, end: name.span.start }, rule: 'but' }
  return earlier.rule === 'but-not' && /^[\s,]*(?:and|or|nor)?\s*$/i.test(gap)
    ? { result: earlier.result, cue: earlier.cue, rule: earlier.rule }
    : null
}

/** "ANA 1:640", "anti-Scl-70 >100 U/mL (normal < 20)". */
function byMeasurement(measured: Measured | undefined): Judgement | null {
  if (measured?.titre)
    return { result: measured.titre.below ? 'negative' : 'positive', cue: measured.titre.span, rule: 'titre' }
  if (measured?.value?.result) return { result: measured.value.result, cue: measured.value.span, rule: 'value' }
  return null
}

const WITH_DISEASE =
  /^[\s-]*(?:antibod(?:y|ies)[\s-]*)?(?:(?:-?associated|-?related|-?mediated)\s+)?(?:(?:juvenile|adult|amyopathic|clinically)[\s-]+)*(?:dermatomyositis|DM\b|JDM\b|myositis|myopathy|SSc\b|systemic\s+sclerosis|scleroderma|antisynthetase\s+syndrome)/i
const CARRIED_BY =
  /\b(?:with|harbou?ring|carrying|having|bearing|(?:on\s+the\s+(?:basis|grounds?|strength)|because|in\s+view|by\s+virtue)\s+of|based\s+(?:up)?on|due\s+to|supported\s+by|characteri[sz]ed\s+by)\s+(?:(?!(?:was|were|is|are|had|has|showed|to|who|which|that|but|antibod\w+)\b)[\w'’-]+,?[\s-]+){0,12}$/i

/** "anti-NXP2 dermatomyositis", "systemic sclerosis with anti-Scl-70 antibodies". */
function byNameOfDisease(sentence: string, { span, end }: NamedAntibody): Judgement | null {
  const after = WITH_DISEASE.exec(sentence.slice(span.end))
  if (after)
    return {
      result: 'positive',
      cue: { start: span.end, end: span.end + after[0].length },
      rule: 'named-disease',
    }
  const before = CARRIED_BY.exec(sentence.slice(0, span.start))
  if (!before || /^\s*(?:tests?|testing|assays?|screening|measure|determin)/i.test(sentence.slice(end))) return null
  if (/\b(?:compatible|compared|associated|correlat\w+|deal\w*|patients)\s*$/i.test(sentence.slice(0, before.index)))
    return null
  return {
    result: 'positive',
    cue: { start: before.index, end: before.index + before[0].trimEnd().length },
    rule: 'carried',
  }
}

/** The list behind "with anti-Scl-70 and anti-Ro antibodies". */
function carried(
  sentence: string,
  names: readonly NamedAntibody[],
  index: number,
  verdicts: ReadonlyMap<NamedAntibody, AntibodyVerdict>,
): Judgement | null {
  const previous = names[index - 1]
  const earlier = previous && verdicts.get(previous)
  if (!previous || earlier?.rule !== 'carried') return null
  const gap = sentence.slice(previous.end, names[index]!.span.start)
  return /^[\s,]*(?:and|or)?\s*$/i.test(gap) ? { result: earlier.result, cue: earlier.cue, rule: earlier.rule } : null
}

/** Which titre and which value stand with which name. */
function measurements(
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
