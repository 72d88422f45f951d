/**
 * Which result belongs to which antibody of a clause. A cue in front governs the list behind it, a cue behind governs the
 * list in front of it; each stops where another cue has spoken.
 *
 * "Autoimmune serology was positive for rheumatoid factor and ANA, anticentromere and anti-Sm antibodies were negative."
 *                         ^^^^^^^^^^^^ forward -> RF, ANA          backward -> anticentromere, anti-Sm    ^^^^^^^^
 */
import type { Span } from '../../corpus/document.ts'
import type { NamedAntibody } from './antibody-mention.ts'
import type { Result, ResultCue } from './result-cues.ts'

export interface GovernedAntibody {
  readonly antibody: NamedAntibody
  readonly result: Result | 'not-done'
  readonly cue: Span
  readonly rule: string
}

type Verdicts = Map<NamedAntibody, GovernedAntibody>

const EXCEPT =
  /\b(?:except(?:ing)?(?:\s+for)?|apart\s+from|other\s+than|with\s+the\s+exception\s+of|aside\s+from|save\s+for|excluding|besides)\b/i
/** What may stand between an antibody and a result attached to it: "ANA was positive", "ANA-positive", "ANA: positive". */
const COPULA =
  /^[\s)\]]*(?:,?\s*which\s+)?(?:titers?|titres?|levels?|tests?|results?)?\s*(?:(?:was|were|is|are|be|been|being|has|have|had|came|come|returned|remained|became|turned|tested|turned\s+out|found|to\s+be|proved|resulted|showed?|all|both|also|again|still|initially|only|each|strongly|weakly|highly|persistently|slightly|consistently|repeatedly|markedly|mildly|the|a|results?|back|out|as|test|for\s+\w+)\s+)+(?:to\s+be\s+)?$/i
const ATTACHED = /^\s*[-–:=(,]?\s*\(?\s*$/
const ONLY_ADJECTIVES =
  /^[\s(:–-]*(?:(?:and|or|both|for|the|any|all|serum|circulating|autoantibod(?:y|ies)|antibod(?:y|ies)|markers?|tests?|titers?|titres?|levels?|of|IgG|IgM|high|low|strong|strongly|specific|results?|to|against|an?|her|his|in|with|autoimmune|serolog(?:y|ies)|disease-specific|screen(?:ing)?)[\s:–-]+)*$/i
const COORDINATION =
  /^[\s,)\]]*(?:(?:and|or|as\s+well\s+as|nor|plus|&)\s*\/?\s*(?:or\s+)?)?(?:(?:the|also|other|specific|both)\s+)*$/i
const CARRIES_ON =
  /^\s*(?:results?\s+)?[,:(–—-]*\s*(?:including|namely|i\.\s?e\.?,?|such\s+as|e\.\s?g\.?,?|comprising|among\s+them|like)?\s*[:(]?\s*/i

/** Verdicts for the antibodies of one clause. */
export function governed(
  sentence: string,
  clause: Span,
  antibodies: readonly NamedAntibody[],
  cues: readonly ResultCue[],
  titreAt: (antibody: NamedAntibody) => boolean,
): readonly GovernedAntibody[] {
  const inside = <T extends { readonly span: Span }>(items: readonly T[]) =>
    items.filter(({ span }) => span.start >= clause.start && span.end <= clause.end)
  const names = inside(antibodies)
  const speaking = inside(cues).filter(({ reach }) => reach !== 'finding')
  const verdicts: Verdicts = new Map()
  const give = (antibody: NamedAntibody, cue: ResultCue, rule: string) => {
    if (!verdicts.has(antibody))
      verdicts.set(antibody, { antibody, result: cue.result, cue: cue.span, rule: `antibody/${rule}` })
  }
  const context = { sentence, clause, names, speaking, verdicts, give, titreAt }
  attachSigns(context)
  for (const [at, cue] of speaking.entries()) direct(context, cue, at)
  flipExceptions(context)
  for (const cue of inside(cues).filter(({ reach }) => reach === 'finding')) findingVerb(context, cue)
  return names.flatMap((name) => verdicts.get(name) ?? [])
}

interface Context {
  readonly sentence: string
  readonly clause: Span
  readonly names: readonly NamedAntibody[]
  readonly speaking: readonly ResultCue[]
  readonly verdicts: Verdicts
  readonly give: (antibody: NamedAntibody, cue: ResultCue, rule: string) => void
  readonly titreAt: (antibody: NamedAntibody) => boolean
}

/** "ANA +, ACA -", "ANA (positive, 1:640)", "ANA-positive", "anti-Sm (negative)": the cue right behind one name. */
function attachSigns({ sentence, names, speaking, give }: Context): void {
  for (const [at, name] of names.entries())
    for (const cue of speaking) {
      if (cue.span.start < name.end) continue
      if (names[at + 1] && cue.span.start > names[at + 1]!.span.start) break
      const between = sentence.slice(name.end, cue.span.start)
      if (
        cue.reach === 'attached' ? /^[\s:=)\]–-]*$/.test(between) : bracketed(between) && !speaksOfAll(sentence, cue)
      ) {
        give(name, cue, cue.reach === 'attached' ? 'sign' : 'bracketed')
      }
      break
    }
}

/** "(", "(1:640, ", "(speckled pattern, ": a bracket opened behind the name and not yet closed. */
const bracketed = (between: string): boolean => /^\s*[([][^()[\]]*$/.test(between)
/** "(both negative)", "(all positive)". */
const speaksOfAll = (sentence: string, { span }: ResultCue): boolean =>
  /\b(?:all|both|each)\s*$/i.test(sentence.slice(0, span.start))

function direct(context: Context, cue: ResultCue, at: number): void {
  if (cue.reach === 'attached') return
  if (cue.reach === 'forward') return void forward(context, cue, at)
  if (cue.reach === 'word' && prenominal(context, cue)) return void forward(context, cue, at)
  const reached = backward(context, cue, at)
  const carriesOn = CARRIES_ON.exec(context.sentence.slice(cue.span.end))?.[0] ?? ''
  if (
    /including|namely|i\.|such|e\.|compris|among|like|:|\(/i.test(carriesOn) ||
    (reached === 0 && cue.reach === 'word')
  )
    forward(context, cue, at)
}

/** "positive ANA", "elevated rheumatoid factor": the next name follows with only its adjectives between, and no name is attached in front. */
function prenominal({ sentence, names }: Context, cue: ResultCue): boolean {
  const next = names.find(({ span }) => span.start >= cue.span.end)
  if (!next || !ONLY_ADJECTIVES.test(sentence.slice(cue.span.end, next.span.start))) return false
  const previous = names.filter(({ span }) => span.start < cue.span.start).at(-1)
  if (!previous) return true
  const between = sentence.slice(previous.end, cue.span.start)
  if (COPULA.test(between) || /^[\s:=-]*$/.test(between)) return false
  return true
}

/** The names behind the cue, up to the next cue that takes its own. */
function forward(context: Context, cue: ResultCue, at: number): void {
  const { sentence, names, give, verdicts } = context
  const exception = EXCEPT.exec(sentence.slice(cue.span.end, context.clause.end))
  const stop = nextOwnCue(context, cue, at)
  for (const [index, name] of names.entries()) {
    if (name.span.start < cue.span.end || name.span.start >= stop) continue
    if (exception && name.span.start > cue.span.end + exception.index) break
    const previous = names[index - 1]
    const first = !previous || previous.span.start < cue.span.end
    const gap = sentence.slice(first ? cue.span.end : previous.end, name.span.start)
    // a list runs on over commas; a new verb ends it: "positive for ANA, and testing for RF was not done"
    if (!first && !verdicts.has(previous) && !isListGap(gap)) break
    if (first && /[.;]|\b(?:was|were|had|showed|revealed)\b/.test(gap) && cue.reach !== 'forward') break
    give(
      name,
      cue,
      cue.result === 'negative' ? 'negative-for' : cue.result === 'positive' ? 'positive-for' : 'result-for',
    )
  }
}

/** Where the next cue begins to govern: a forward or prenominal cue at itself, a backward one at the names it claims. */
function nextOwnCue(context: Context, cue: ResultCue, at: number): number {
  const { clause, speaking } = context
  for (const next of speaking.slice(at + 1)) {
    if (next.reach === 'attached') continue
    if (insideBracketOf(context.sentence, cue, next)) continue
    if (next.result === 'positive' && next.reach === 'backward' && denied([cue])) continue
    if (next.reach === 'forward' || (next.reach === 'word' && prenominal(context, next))) return next.span.start
    const claimed = claimOf(context, next, cue.span.end)
    return claimed[0]?.span.start ?? next.span.start
  }
  return clause.end
}

/** A cue in a bracket speaks of the name before the bracket only. */
function insideBracketOf(sentence: string, cue: ResultCue, next: ResultCue): boolean {
  const between = sentence.slice(cue.span.end, next.span.start)
  return between.lastIndexOf('(') > between.lastIndexOf(')') && !speaksOfAll(sentence, next)
}

/**
 * The names that a backward cue takes where a forward cue stands before it: "positive for ANA, anti-Sm and anti-RNP were
 * negative" - with a plural verb the last coordinated pair, else the nearest name.
 */
function claimOf({ sentence, names }: Context, cue: ResultCue, from: number): readonly NamedAntibody[] {
  const before = names.filter(({ span }) => span.start >= from && span.end <= cue.span.start)
  const last = before.at(-1)
  if (!last) return []
  const tie = sentence.slice(last.end, cue.span.start)
  const plural = /\b(?:were|are|have|all|both)\b/i.test(tie)
  let first = before.length - 1
  while (first > 0) {
    const gap = sentence.slice(before[first - 1]!.end, before[first]!.span.start)
    const joined = /\b(?:and|or|nor)\b/i.test(gap) && !/,/.test(gap)
    if (!(joined && plural)) break
    first--
    // "ANA, anti-Sm and anti-RNP were negative": the list in front belongs too, up to a comma with "and"
    while (
      first > 0 &&
      /^\s*,\s*$/.test(sentence.slice(before[first - 1]!.end, before[first]!.span.start)) &&
      first > 1
    )
      first--
    break
  }
  return before.slice(first)
}

/** The names in front of the cue that no other cue has taken; returns how many. */
function backward(context: Context, cue: ResultCue, at: number): number {
  const { sentence, clause, names, speaking, verdicts, give, titreAt } = context
  if (cue.result === 'positive' && cue.reach === 'backward' && denied(speaking.slice(0, at))) return 0
  const rival = speaking.slice(0, at).findLast(({ reach }) => reach !== 'attached')
  const from = rival ? (rival.span.end < cue.span.start ? rival.span.end : clause.start) : clause.start
  const governedBefore =
    rival !== undefined &&
    names.some((name) => verdicts.get(name)?.cue.start === rival.span.start && name.span.start > rival.span.start)
  const candidates = governedBefore
    ? claimOf(context, cue, from)
    : names.filter(({ span }) => span.start >= from && span.end <= cue.span.start)
  let taken = 0
  for (let index = candidates.length - 1; index >= 0; index--) {
    const name = candidates[index]!
    const next = candidates[index + 1]
    const gap = sentence.slice(name.end, next ? next.span.start : cue.span.start)
    if (!next && !reaches(gap, cue)) break
    if (next && !isListGap(gap)) break
    if (verdicts.has(name)) {
      if (verdicts.get(name)!.rule === 'antibody/sign' || verdicts.get(name)!.rule === 'antibody/bracketed') break
      continue
    }
    if (cue.result === 'negative' && titreAt(name) && next) break
    give(name, cue, cue.result === 'not-done' ? 'not-done' : 'list-result')
    taken++
  }
  return taken
}

/** "No anti-Ro antibodies were found": the verb completes the negation in front. */
const denied = (before: readonly ResultCue[]): boolean => {
  const last = before.findLast(({ reach }) => reach !== 'attached')
  return last?.result === 'negative' && last.reach === 'forward'
}

/** May a cue speak of the name in front, with these words between? */
function reaches(gap: string, cue: ResultCue): boolean {
  if (COPULA.test(gap) || ATTACHED.test(gap)) return true
  // titres, patterns and brackets may come between: "ANA (1:640, speckled) and anti-Ro (SSA) antibodies were positive"
  const plain = gap.replace(/\([^()]*\)/g, ' ').replace(/\[[^[\]]*\]/g, ' ')
  if (/[;]|\b(?:but|whereas|while)\b/i.test(plain)) return false
  const words = plain.trim().split(/\s+/).filter(Boolean)
  return words.length <= (cue.reach === 'backward' ? 12 : 14)
}

const LIST_WORDS =
  /\b(?:was|were|is|are|had|has|showed|revealed|presented|underwent|received|diagnosed|treated|started|complained|developed|tested|performed)\b/i

/** Only commas, conjunctions, brackets, titres and the like between two names of one list. */
function isListGap(gap: string): boolean {
  if (COORDINATION.test(gap)) return true
  const plain = gap.replace(/\([^()]*\)/g, ' ').replace(/\[[^[\]]*\]/g, ' ')
  return !LIST_WORDS.test(plain) && plain.trim().split(/\s+/).length <= 12 && !/[;]/.test(plain)
}

/** "negative except for ANA", "except for ANA, all antibodies (RF, ACA) were negative", "ANA but not ACA". */
function flipExceptions({ sentence, clause, names, verdicts }: Context): void {
  const text = sentence.slice(clause.start, clause.end)
  const match = EXCEPT.exec(text)
  if (!match) return
  const at = clause.start + match.index
  const end = at + match[0].length
  const leading = /^[^a-z]*$/i.test(sentence.slice(clause.start, at))
  const comma = sentence.indexOf(',', end)
  const stop = leading && comma > 0 ? comma : clause.end
  const isExcepted = ({ span }: NamedAntibody) => span.start >= end && span.start < stop
  const main = [...verdicts.values()].find(({ antibody, result }) => !isExcepted(antibody) && result !== 'not-done')
  const cue = main ?? unclaimedCue(sentence, clause)
  if (!cue) return
  const opposite: Result = cue.result === 'negative' ? 'positive' : 'negative'
  for (const name of names.filter(isExcepted)) {
    const own = verdicts.get(name)
    if (own && own.cue.start >= end && own.cue.start < stop) continue
    verdicts.set(name, { antibody: name, result: opposite, cue: { start: at, end }, rule: 'antibody/exception' })
  }
}

/** "The immunological profile was unremarkable except for ANA": the result has no antibody of its own. */
function unclaimedCue(sentence: string, clause: Span): { readonly result: Result } | null {
  const text = sentence.slice(clause.start, clause.end)
  if (
    /\b(?:negative|unremarkable|normal|non-?contributory|noncontributory|non-?reactive|absent|unrevealing)\b/i.test(
      text,
    )
  )
    return { result: 'negative' }
  return null
}

/** "Laboratory tests revealed antinuclear antibodies": present, where nothing else has spoken. */
function findingVerb({ sentence, names, give, verdicts }: Context, cue: ResultCue): void {
  let previousEnd = cue.span.end
  for (const name of names) {
    if (name.span.start < cue.span.end) continue
    const gap = sentence.slice(previousEnd, name.span.start)
    const first = previousEnd === cue.span.end
    if (first ? !ONLY_ADJECTIVES.test(gap) && !/^\s+(?:[\w-]+\s+){0,4}$/.test(gap) : !isListGap(gap)) break
    if (verdicts.has(name) && first) break
    give(name, cue, 'found')
    previousEnd = name.end
  }
}
