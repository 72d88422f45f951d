/** How far a cue reaches forward: to the end of its clause, its phrase, its condition or the next word. */
import { clauseStart, isSubject, listAhead, opensClause, opensFinding } from './clause.ts'
import type { CueMatch, CueSense, Effect, Reach } from './cue.ts'
import {
  isAdverb,
  isDeterminer,
  isFiniteVerb,
  isJoint,
  isPerson,
  isPreposition,
  isPronoun,
  isRelative,
} from './grammar.ts'
import { hasEffect, MAX_REACH_WORDS, type Region, type Scene } from './scene.ts'
import { isDash } from './statement.ts'
import type { Token } from './tokens.ts'

/** What a forward cue governs. */
export function forwardRegion(scene: Scene, cue: CueMatch, { effect, reach }: Omit<CueSense, 'direction'>): Region {
  if (reach === 'word') return nextWord(scene, cue)
  const { tokens } = scene
  // "many, but not fatal, episodes"
  const isAside = tokens[cue.from - 1]?.text === 'but' && tokens[cue.from - 2]?.text === ','
  return { from: cue.to, to: forwardEnd(scene, cue, isAside ? 'condition' : reach, effect) }
}

/** "non-tender nodule": the hyphenated word alone. */
function nextWord({ tokens }: Scene, cue: CueMatch): Region {
  const from = tokens[cue.to]?.text === '-' ? cue.to + 1 : cue.to
  return { from, to: Math.min(from + 1, tokens.length) }
}

/** Where a forward reach ends, as a token index. */
export function forwardEnd(scene: Scene, cue: CueMatch, reach: Reach, effect: Effect): number {
  const { tokens, cueAt } = scene
  const limit = Math.min(listEnd(scene, cue), cue.to + MAX_REACH_WORDS)
  const start = ownVerbEnd(tokens, cue)
  let isComplement = takesComplement(scene, cue)
  let verbs = 0
  let joint = -1
  for (let at = firstWord(scene, cue, reach); at < limit; at++) {
    if (endsHere(cueAt[at], effect) && cueAt[at]!.from >= start) {
      if (!isGoverned(scene, cue, at, effect)) return at
      at = cueAt[at]!.to - 1
      continue
    }
    if (scene.closes[at]! > at) {
      at = scene.closes[at]!
      continue
    }
    const token = tokens[at]!
    if (breaksOff(tokens, cue, at)) return at
    if (/^(?:that|if|whether)$/.test(token.text)) isComplement = true
    if (reach === 'phrase' && at > cue.to && endsPhrase(scene, at)) return at
    if (reach === 'condition' && at > cue.to + 1 && endsCondition(scene, cue, at, limit)) return at
    if (isJoint(token)) {
      if (opensClause(scene, at, verbs === 0 && reach === 'subject')) return at
      if (effect === 'negated' && opensFinding(tokens, at)) return at
      joint = at
      continue
    }
    if (at < start || reach === 'condition') continue
    // "Despite no previous trouble he now has dysphagia"
    if (effect === 'negated' && isPerson(token) && !isComplement && !isRelative(tokens[at - 1])) return at
    if (!isFiniteVerb(token) || isFiniteVerb(tokens[at - 1])) continue
    if ((reach === 'subject' && verbs === 0) || isComplement) verbs++
    else return effect === 'hypothetical' && isSubject(scene, cue) ? at : clauseStart(scene, cue, joint, at)
  }
  return limit
}

/** "uncertain whether it is", "I doubt this is gout": a clause is what the cue governs. */
const takesComplement = ({ tokens }: Scene, { text, to }: CueMatch): boolean =>
  /\b(?:that|if|whether)$/.test(text) ||
  (/^(?:doubt|suspect)s?$/.test(text) && /^(?:this|it|he|she|they|there|we|the)$/.test(tokens[to]?.text ?? ''))

/** Where the statement ends; "Denies: fever; chills; sweats" lists over its semicolons. */
function listEnd({ tokens, starts, ends }: Scene, cue: CueMatch): number {
  let end = ends[cue.to - 1]!
  if (tokens[cue.to]?.text !== ':') return end
  while (tokens[end - 1]?.text === ';' && end < tokens.length && end < cue.to + MAX_REACH_WORDS) {
    for (let at = starts[end]!; at < ends[end]!; at++)
      if (isFiniteVerb(tokens[at]) || tokens[at]!.text === ':') return end
    end = ends[end]!
  }
  return end
}

/** At a dash, the colon of a label, or the end of the bracket in which the cue stands. */
const breaksOff = (tokens: readonly Token[], cue: CueMatch, at: number): boolean =>
  /^[)\]]$/.test(tokens[at]!.text) || (at > cue.to && (isDash(tokens, at) || isLabelEnd(tokens, at)))

/** "NEURO:" after a denial begins another entry; "the following:" does not. */
const isLabelEnd = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === ':' && tokens[at - 1]!.text !== 'following'

/** Whether a cue met on the way ends the reach of another. */
function endsHere(met: CueMatch | null | undefined, effect: Effect): boolean {
  if (!met) return false
  if (hasEffect(met, 'stop') || hasEffect(met, 'exception')) return true
  if (effect === 'other') return false
  if (hasEffect(met, 'turn')) return true
  if (effect === 'historical' || effect === 'dated') return hasEffect(met, 'present')
  if (hasEffect(met, 'cause')) return true
  if (effect === 'hypothetical') return false
  return met.senses.some((sense) => sense.effect === 'hypothetical' && sense.reach === 'condition')
}

const CLAIMS = /^(?:consistent|compatible|c \/ w|in keeping|indicative|due|secondary|caused|related)/

/** "may be consistent with colitis", "not due to infarction": the cue governs the phrase; "not due to the nodule" takes the nodule for granted. */
function isGoverned({ tokens, cueAt }: Scene, cue: CueMatch, at: number, effect: Effect): boolean {
  if (at > cue.to + 1 || (at === cue.to + 1 && !isAdverb(tokens[cue.to]))) return false
  const met = cueAt[at]!
  if (!CLAIMS.test(met.text)) return false
  if (effect === 'possible') return true
  if (effect !== 'negated' || !/(?:not|never|n't|cannot)$/.test(cue.text)) return false
  return !/^(?:the|his|her|their|this|these|its)$/.test(tokens[met.to]?.text ?? '')
}

/** The first word that may end the reach: behind an aside, and behind the comma of "Ten years ago, he had a stroke". */
function firstWord(scene: Scene, cue: CueMatch, reach: Reach): number {
  const aside = afterAside(scene, cue)
  const opensSentence = scene.tokens[cue.to]?.text === ',' && isFronted(scene, cue) && reach === 'subject'
  return aside === cue.to && opensSentence ? cue.to + 1 : aside
}

/** Among the first words of its statement. */
export const isFronted = ({ starts }: Scene, cue: CueMatch): boolean => cue.from - starts[cue.from]! <= 2

/** "The mother, who is 29 years old, has lupus": an aside between commas does not end what is said of her. */
function afterAside({ tokens, ends }: Scene, cue: CueMatch): number {
  if (!hasEffect(cue, 'other') || tokens[cue.to]?.text !== ',') return cue.to
  const opener = tokens[cue.to + 1]
  if (!isRelative(opener) && !/^(?:aged|an?|\d.*)$/.test(opener?.text ?? '')) return cue.to
  const limit = Math.min(ends[cue.from]!, cue.to + MAX_REACH_WORDS)
  for (let at = cue.to + 2; at < limit; at++) if (tokens[at]!.text === ',') return at + 1
  return cue.to
}

const HISTORY_VERBS =
  /^(?:is|was|are|were|also|only|otherwise|includes?|included|including|significant|notable|remarkable|positive|negative|pertinent|relevant|consists|for|of|:|-)$/

/** The cue's own verb is no new statement: "never experienced", "nor did he have", "past history is notable for". */
function ownVerbEnd(tokens: readonly Token[], cue: CueMatch): number {
  let at = cue.to
  if (/(?:histor|h[xo]$|pmh|psh|fh)/.test(cue.text)) {
    while (HISTORY_VERBS.test(tokens[at]?.text ?? '')) at++
    return at
  }
  if (!/(?:^|\s)(?:not|never|nor|cannot|no longer)$|n't$/.test(cue.text)) return cue.to
  for (let step = 0; step < 4 && at < tokens.length; step++, at++) {
    const token = tokens[at]!
    if (!token.isWord || isJoint(token) || isDeterminer(token)) break
    if (isFiniteVerb(token) && !isFiniteVerb(tokens[at + 1]) && !isPronoun(tokens[at + 1])) return at + 1
  }
  return cue.to
}

const EVENTS =
  /^(?:admissions?|hospitali[sz]ations?|episodes?|pregnanc(?:y|ies)|surger(?:y|ies)|operations?|treatments?|visits?|procedures?|repairs?|bouts?|attacks?|workup|complicated|presentations?)$/

/** A comma, a verb, a preposition other than "of"; but "prior admission for pneumonia" is one phrase. */
function endsPhrase({ tokens, cueAt }: Scene, at: number): boolean {
  const token = tokens[at]!
  if (isPreposition(token) || isFiniteVerb(token)) return token.text !== 'of' && !EVENTS.test(tokens[at - 1]!.text)
  return token.text === ',' || hasEffect(cueAt[at], 'negated') || hasEffect(cueAt[at], 'predicate')
}

const IMPERATIVE =
  /^(?:call|return|go|come|seek|contact|notify|consider|stop|hold|give|see|report|visit|please|then|would|will|start|switch|refer|follow|proceed|admit|repeat|check|obtain|send|take|get)$/

/** A comma behind a condition, unless its list goes on: "if you develop fever, chills, or pain, call us". */
function endsCondition({ tokens }: Scene, _cue: CueMatch, at: number, limit: number): boolean {
  if (tokens[at]!.text !== ',') return false
  const next = tokens[at + 1]
  return IMPERATIVE.test(next?.text ?? '') || !listAhead(tokens, at + 1, limit, /^(?:n?or|and|&)$/)
}
