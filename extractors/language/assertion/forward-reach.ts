/** How far a cue reaches forward: to the end of its clause, its phrase, its condition or the next word. */
import type { CueMatch, Reach } from './cue.ts'
import {
  isDeterminer,
  isFiniteVerb,
  isFullStop,
  isJoint,
  isPreposition,
  isPronoun,
  isRelative,
  isReporting,
} from './grammar.ts'
import { hasEffect, type Region, type Scene, stopsReach } from './scene.ts'
import type { Token } from './tokens.ts'

/** What a forward cue governs. */
export function forwardRegion(scene: Scene, cue: CueMatch, reach: Reach): Region {
  if (reach === 'word') return nextWord(scene, cue)
  // "many, but not fatal, episodes"
  const { tokens } = scene
  if (tokens[cue.from - 1]?.text === 'but' && tokens[cue.from - 2]?.text === ',')
    return { from: cue.to, to: forwardEnd(scene, cue, 'condition') }
  return { from: cue.to, to: forwardEnd(scene, cue, reach) }
}

/** "non-tender nodule": the hyphenated word alone. */
function nextWord({ tokens }: Scene, cue: CueMatch): Region {
  const from = tokens[cue.to]?.text === '-' ? cue.to + 1 : cue.to
  return { from, to: Math.min(from + 1, tokens.length) }
}

/** Where a forward reach ends, as a token index. */
export function forwardEnd(scene: Scene, cue: CueMatch, reach: Reach): number {
  const { tokens, cueAt, sentence } = scene
  let depth = 0
  let verbs = 0
  let joint = -1
  const start = ownVerbEnd(tokens, cue)
  // "Ten years ago, he had a stroke"
  const aside = afterAside(scene, cue)
  const opensSentence = tokens[cue.to]?.text === ',' && cue.from <= 2 && reach === 'subject'
  const first = aside === cue.to && opensSentence ? cue.to + 1 : aside
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at]!
    if (isFullStop(tokens, at, sentence)) return at
    if (token.text === '(' || token.text === '[') depth++
    if (token.text === ')' || token.text === ']') {
      if (depth === 0) return at
      depth--
    }
    if (depth > 0) continue
    if (token.text === ':' && at > cue.to) return at
    if (stopsReach(cueAt[at]) && at >= cue.to) return at
    if (reach === 'phrase' && at > cue.to && endsPhrase(token, cueAt[at])) return at
    if (reach === 'condition' && token.text === ',' && at > cue.to + 1) return at
    if (isJoint(token)) {
      if (opensClause(scene, at, verbs === 0 && reach === 'subject')) return at
      joint = at
    } else if (at >= start && isFiniteVerb(token) && !isFiniteVerb(tokens[at - 1])) {
      if (reach === 'condition') continue
      if (reach === 'subject' && verbs === 0) verbs++
      else if (complementOf(tokens, cue, at)) verbs++
      else return clauseStart(tokens, cue, joint, at)
    }
  }
  return tokens.length
}

/** "The mother, who is 29 years old, has lupus": an aside between commas does not end what is said of her. */
function afterAside({ tokens }: Scene, cue: CueMatch): number {
  if (!hasEffect(cue, 'other') || tokens[cue.to]?.text !== ',') return cue.to
  const opener = tokens[cue.to + 1]
  if (
    !isRelative(opener) &&
    opener?.text !== 'aged' &&
    !/^\d/.test(opener?.text ?? '') &&
    opener?.text !== 'a' &&
    opener?.text !== 'an'
  )
    return cue.to
  for (let at = cue.to + 2; at < tokens.length; at++) if (tokens[at]!.text === ',') return at + 1
  return cue.to
}

/** The cue's own verb is no new statement: "never experienced", "nor did he have", "did not show". */
function ownVerbEnd(tokens: readonly Token[], cue: CueMatch): number {
  if (!/(?:^|\s)(?:not|never|nor|cannot)$|n't$/.test(cue.text)) return cue.to
  let at = cue.to
  for (let step = 0; step < 4 && at < tokens.length; step++, at++) {
    const token = tokens[at]!
    if (!token.isWord || isJoint(token) || isDeterminer(token)) break
    if (isFiniteVerb(token) && !isFiniteVerb(tokens[at + 1]) && !isPronoun(tokens[at + 1])) return at + 1
  }
  return cue.to
}

/** Where the statement begins whose verb was met: at the last joint, but "or" goes on with the list. */
function clauseStart(tokens: readonly Token[], cue: CueMatch, joint: number, verb: number): number {
  if (joint <= cue.to || tokens[joint]!.text === 'or') return verb
  // "As she denied therapy, recurrences and metastases were found": the first comma ends what the conjunction opened
  if (/^(?:as|because|since|when|while|although|after|before|if)$/.test(tokens[0]!.text))
    for (let at = cue.to; at < joint; at++) if (tokens[at]!.text === ',') return at
  return joint
}

const endsPhrase = (token: Token, cue: CueMatch | null | undefined): boolean =>
  token.text === ',' ||
  isFiniteVerb(token) ||
  (isPreposition(token) && token.text !== 'of') ||
  hasEffect(cue, 'negated')

/** "denied that she had fever": the verb belongs to what is denied. */
function complementOf(tokens: readonly Token[], cue: CueMatch, verb: number): boolean {
  const from = /\b(?:that|if|whether)$/.test(cue.text) ? cue.to - 1 : cue.to
  for (let at = from; at < verb; at++)
    if (tokens[at]!.text === 'that' || tokens[at]!.text === 'if' || tokens[at]!.text === 'whether') return true
  return false
}

/** Whether a new statement begins after a comma or conjunction, rather than one more member of the list. */
function opensClause({ tokens, cueAt }: Scene, joint: number, listMayBeSubject: boolean): boolean {
  let next = joint + 1
  while (next < tokens.length && (isJoint(tokens[next]!) || tokens[next]!.text === 'also')) next++
  const token = tokens[next]
  if (!token) return false
  if (isPronoun(token)) return true
  const comma = tokens[joint]!.text === ','
  if (comma && (token.text === 'a' || token.text === 'an' || isReporting(token))) return true
  // "no hemolysis, elevated CRP"; "negative for CD1a, surrounded by fibrosis"
  if (comma && (hasEffect(cueAt[next], 'predicate') || (token.text.endsWith('ed') && isPreposition(tokens[next + 1]))))
    return true
  if (token.text === 'with' || token.text === 'without') return true
  if (isFiniteVerb(token)) return !listMayBeSubject
  if (tokens[joint]!.text !== 'or' && (isDeterminer(token) || hasEffect(cueAt[next], 'other')))
    return verbAhead(tokens, next)
  return false
}

/** A finite verb before the next comma or stop. */
export function verbAhead(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.text === ',' || token.text === ';' || token.text === '.') return false
    if (isFiniteVerb(token)) return true
  }
  return false
}
