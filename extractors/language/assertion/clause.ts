/** Whether a list goes on or a new clause begins after a comma or conjunction. */
import type { CueMatch } from './cue.ts'
import {
  isAdverb,
  isAmount,
  isCopula,
  isDegree,
  isDeterminer,
  isFiniteVerb,
  isJoint,
  isPerson,
  isPreposition,
  isPronoun,
  isReporting,
} from './grammar.ts'
import { hasEffect, type Scene } from './scene.ts'
import type { Token } from './tokens.ts'

/** How far is looked for the verb of a clause or the "or" of a list. */
const WINDOW_WORDS = 40

/** Whether a new statement begins after a comma or conjunction, rather than one more member of the list. */
export function opensClause({ tokens, cueAt }: Scene, joint: number, listMayBeSubject: boolean): boolean {
  let next = joint + 1
  while (next < tokens.length && (isJoint(tokens[next]!) || /^(?:also|now|currently|today)$/.test(tokens[next]!.text)))
    next++
  const token = tokens[next]
  if (!token) return false
  if (isPronoun(token)) return true
  const comma = tokens[joint]!.text === ','
  if (comma && (token.text === 'a' || token.text === 'an' || isReporting(token))) return true
  // "no hemolysis, elevated CRP"; "negative for CD1a, surrounded by fibrosis"
  if (comma && (hasEffect(cueAt[next], 'predicate') || (token.text.endsWith('ed') && isPreposition(tokens[next + 1]))))
    return true
  if (token.text === 'with' || token.text === 'without') return true
  // "No known allergies, presents with hives"
  if (isFiniteVerb(token)) return !listMayBeSubject || (comma && !isCopula(token))
  if (tokens[joint]!.text !== 'or' && (isDeterminer(token) || hasEffect(cueAt[next], 'other')))
    return verbAhead(tokens, next)
  return false
}

/** "No effusion, mild regurgitation"; but "no fever, severe headache or stiffness" is one list. */
export function opensFinding(tokens: readonly Token[], joint: number): boolean {
  const { text } = tokens[joint]!
  if (text === 'or') return false
  const next = text === ',' && tokens[joint + 1]?.text === 'and' ? joint + 2 : joint + 1
  return isDegree(tokens[next]) && !listAhead(tokens, next, tokens.length, /^n?or$/)
}

const OPENS_ASIDE = /^(?:despite|in|with|given|because|due|since|as|although|though|while|if|when|after)$/

/** "In spite of no fever, sepsis was treated": the comma behind the opening phrase, unless it parts the members of its list. */
export function endsOpening({ tokens, starts }: Scene, cue: CueMatch, joint: number, limit: number): boolean {
  const start = starts[cue.from]!
  if (cue.from - start > WINDOW_WORDS || tokens[joint]!.text !== ',' || !OPENS_ASIDE.test(tokens[start]!.text))
    return false
  for (let at = start; at < cue.from; at++) if (tokens[at]!.text === ',') return false
  return !listAhead(tokens, joint + 1, limit, /^(?:n?or|and|&)$/) && verbAhead(tokens, joint + 1)
}

/** A conjunction of the list before the next verb or pronoun. */
export function listAhead(tokens: readonly Token[], from: number, to: number, conjunction: RegExp): boolean {
  for (let at = from; at < Math.min(to, from + WINDOW_WORDS); at++) {
    const token = tokens[at]!
    if (conjunction.test(token.text)) return true
    if (token.text === '.' || token.text === ';' || isFiniteVerb(token) || isPronoun(token)) return false
  }
  return false
}

/** A finite verb before the next comma or stop. */
export function verbAhead(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + WINDOW_WORDS); at++) {
    const token = tokens[at]!
    if (token.text === ',' || token.text === ';' || token.text === '.') return false
    if (isFiniteVerb(token)) return true
  }
  return false
}

/** Where the statement begins whose verb was met: at the last joint, but "or" goes on with the list. */
export function clauseStart({ tokens, starts }: Scene, cue: CueMatch, joint: number, verb: number): number {
  if (joint <= cue.to || tokens[joint]!.text === 'or') return verb
  // "As she denied therapy, recurrences and metastases were found": the first comma ends what the conjunction opened
  if (/^(?:as|because|since|when|while|although|after|before|if)$/.test(tokens[starts[verb]!]!.text))
    for (let at = cue.to; at < joint; at++) if (tokens[at]!.text === ',') return at
  return joint
}

/** "The risks of bleeding, infection and nerve injury were explained": no verb before the cue, so its list ends with the subject. */
export function isSubject({ tokens, starts }: Scene, cue: CueMatch): boolean {
  for (let at = Math.max(starts[cue.from]!, cue.from - WINDOW_WORDS); at < cue.from; at++)
    if (isFiniteVerb(tokens[at]) || isPerson(tokens[at])) return false
  return true
}

const MAX_FRONT_WORDS = 6

/** Only a preposition or a number before it in its statement: "Ten years ago", "In 1998"; not "Hepatitis in 1998". */
export function isFronted({ tokens, starts }: Scene, cue: CueMatch): boolean {
  if (cue.from - starts[cue.from]! > MAX_FRONT_WORDS) return false
  for (let at = starts[cue.from]!; at < cue.from; at++) {
    const token = tokens[at]!
    if (!isPreposition(token) && !isDeterminer(token) && !isAdverb(token) && !isAmount(token)) return false
  }
  return true
}
