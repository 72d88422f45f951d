/** How far a cue reaches back: to the subject of its clause, the words before it in a list of results, a phrase or a word. */
import type { CueMatch, Reach } from './cue.ts'
import {
  isAdjunct,
  isAdverb,
  isCopula,
  isDeterminer,
  isFiniteVerb,
  isJoint,
  isPreposition,
  isRelative,
  isReported,
} from './grammar.ts'
import { hasEffect, MAX_REACH_WORDS, type Region, type Scene, stopsReach } from './scene.ts'
import { isDash } from './statement.ts'
import type { Token } from './tokens.ts'

/** What a backward cue is said of. */
export function backwardRegion(scene: Scene, cue: CueMatch, reach: Reach): Region {
  if (reach === 'word') return wordBefore(scene, cue)
  if (reach === 'compound') return { from: compoundStart(scene, cue), to: cue.from }
  if (reach === 'phrase') return phraseBefore(scene, cue)
  if (reach === 'purpose') return purposeBefore(scene, cue)
  const from = soughtInVain(scene, cue) ?? backwardStart(scene, cue)
  const origin = scene.cueAt[from]
  return { from, to: isOrigin(origin) && origin.from === from ? origin.to : cue.from }
}

/** "pain-free", "symptom free": the word before, where no noun follows ("free T4"). */
function wordBefore({ tokens }: Scene, cue: CueMatch): Region {
  const next = tokens[cue.to]
  const to = tokens[cue.from - 1]?.text === '-' ? cue.from - 1 : cue.from
  const isPredicate = !next?.isWord || isPreposition(next) || isJoint(next) || /^\d/.test(next.text)
  return { from: isPredicate ? Math.max(0, to - 2) : to, to }
}

const MAX_COMPOUND_WORDS = 5

/** "for deep vein thrombosis prophylaxis": the noun to which the cue is joined. */
function compoundStart({ tokens, starts }: Scene, cue: CueMatch): number {
  const first = Math.max(starts[cue.from]!, cue.from - MAX_COMPOUND_WORDS)
  let at = cue.from
  while (at > first && belongsToCompound(tokens[at - 1]!)) at--
  return at
}

const belongsToCompound = (token: Token): boolean =>
  (token.isWord && !isPreposition(token) && !isDeterminer(token) && !isFiniteVerb(token) && !isJoint(token)) ||
  token.text === '/' ||
  token.text === '-'

/** "a hysterectomy in 1998", "the PPD was negative in 2004": back to the preposition or verb before. */
function phraseBefore({ tokens, starts, cueAt }: Scene, cue: CueMatch): Region {
  const first = Math.max(starts[cue.from]!, cue.from - MAX_REACH_WORDS)
  let at = cue.from - 1
  while (at >= first && (isAdjunct(tokens[at]!) || isPreposition(tokens[at]) || /^[(,]$/.test(tokens[at]!.text))) at--
  if (isCopula(tokens[at - 1]) && !isCopula(tokens[at])) at--
  while (at >= first && isCopula(tokens[at])) at--
  while (at >= first && !endsPhraseBefore(tokens[at]!) && !stopsReach(cueAt[at])) at--
  return { from: at + 1, to: cue.from }
}

/** "lorazepam for anxiety as needed": the purpose, not the drug. */
function purposeBefore(scene: Scene, cue: CueMatch): Region {
  const phrase = phraseBefore(scene, cue)
  return scene.tokens[phrase.from - 1]?.text === 'for' ? phrase : { from: cue.from, to: cue.from }
}

const endsPhraseBefore = (token: Token): boolean =>
  token.text === ',' ||
  token.text === ':' ||
  token.text === ')' ||
  isFiniteVerb(token) ||
  (isPreposition(token) && token.text !== 'of')

/** "The liver was inspected for metastases and none were found." */
function soughtInVain({ tokens, starts }: Scene, cue: CueMatch): number | null {
  if (!cue.text.startsWith('none') || !/^(?:and|but|,)$/.test(tokens[cue.from - 1]?.text ?? '')) return null
  for (let at = cue.from - 2; at >= Math.max(starts[cue.from]!, cue.from - 12); at--)
    if (tokens[at]!.text === 'for' || tokens[at]!.text === 'of') return at + 1
  return null
}

function backwardStart(scene: Scene, cue: CueMatch): number {
  const { tokens, cueAt, starts } = scene
  const first = Math.max(starts[cue.from]!, cue.from - MAX_REACH_WORDS)
  let at = skipVerbGroup(tokens, beforeEllipsis(tokens, cue))
  const inParenthesis = tokens[at]?.text === '('
  if (inParenthesis) at--
  let depth = 0
  for (; at >= first; at--) {
    const token = tokens[at]!
    if (token.text === ')' || token.text === ']') depth++
    if (token.text === '(' || token.text === '[') {
      if (depth === 0) return at + 1
      depth--
    }
    if (depth > 0) continue
    if (at < cue.from - 1 && (token.text === ':' || isDash(tokens, at))) return at + 1
    if (inParenthesis && isJoint(token)) return at + 1
    const other = cueAt[at]
    if (isOrigin(other)) return afterJoint(tokens, other.to, cue.from, other.from)
    if (stopsReach(other) && !isRelative(token)) return other!.to
    if (hasEffect(other, 'predicate') || saidOfOthers(other)) return afterJoint(tokens, other!.to, cue.from)
    if (isFiniteVerb(token) && !inRelativeClause(tokens, at)) return afterJoint(tokens, at + 1, cue.from)
  }
  return first
}

/** "The source of the bleeding was not found": it bled; the source alone is denied. */
const isOrigin = (cue: CueMatch | null | undefined): cue is CueMatch =>
  hasEffect(cue, 'cause') && /(?:causes?|etiology|sources?|origins?|reasons?|factors?) (?:of|for)$/.test(cue!.text)

/** "ANA negative, RF absent": each result has its own words. */
const saidOfOthers = (cue: CueMatch | null | undefined): boolean =>
  cue?.senses.some(
    ({ direction, reach, effect }) => direction === 'backward' && reach === 'clause' && effect !== 'historical',
  ) ?? false

/** "A stone was looked for but not found": the subject is that of the verb before. */
function beforeEllipsis(tokens: readonly Token[], cue: CueMatch): number {
  const last = cue.from - 1
  if (tokens[last]?.text !== 'but' || !cue.text.startsWith('not ')) return last
  for (let at = last - 1; at >= Math.max(0, last - 4); at--) if (isCopula(tokens[at])) return at
  return last
}

/** Back over "were", "was felt to be", "has been". */
function skipVerbGroup(tokens: readonly Token[], from: number): number {
  let at = from
  while (at >= 0 && isVerbGroup(tokens[at]!)) at--
  return at
}

const isVerbGroup = (token: Token): boolean =>
  isCopula(token) || isFiniteVerb(token) || isReported(token) || isAdverb(token) || /^(?:to|:|-|–)$/.test(token.text)

/** After the first comma or conjunction behind an earlier predicate; after the predicate where there is none. */
function afterJoint(tokens: readonly Token[], from: number, to: number, otherwise = from): number {
  let depth = 0
  for (let at = from; at < to; at++) {
    const { text } = tokens[at]!
    if (text === '(') depth++
    if (text === ')') depth--
    if (depth === 0 && isJoint(tokens[at]!)) return at + 1
  }
  return otherwise
}

/** The verb of "which was measured twice" says nothing about where the main subject begins. */
function inRelativeClause(tokens: readonly Token[], verb: number): boolean {
  for (let at = verb - 1; at >= 0 && at >= verb - 3; at--) if (isRelative(tokens[at])) return true
  return false
}
