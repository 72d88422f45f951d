/** Where a phrase and a condition end. */
import { listAhead } from './clause.ts'
import { isFiniteVerb, isPreposition } from './grammar.ts'
import { hasEffect, type Scene } from './scene.ts'

const EVENTS =
  /^(?:admissions?|hospitali[sz]ations?|episodes?|pregnanc(?:y|ies)|surger(?:y|ies)|operations?|treatments?|visits?|procedures?|repairs?|bouts?|attacks?|workup|complicated|presentations?)$/

/** A comma, a verb, a preposition other than "of"; but "prior admission for pneumonia" is one phrase. */
export function endsPhrase({ tokens, cueAt }: Scene, at: number): boolean {
  const token = tokens[at]!
  if (isPreposition(token) || isFiniteVerb(token)) return token.text !== 'of' && !EVENTS.test(tokens[at - 1]!.text)
  return token.text === ',' || hasEffect(cueAt[at], 'negated') || hasEffect(cueAt[at], 'predicate')
}

const IMPERATIVE =
  /^(?:call|return|go|come|seek|contact|notify|consider|stop|hold|give|see|report|visit|please|then|would|will|start|switch|refer|follow|proceed|admit|repeat|check|obtain|send|take|get)$/

/** A comma behind a condition, unless its list goes on: "if you develop fever, chills, or pain, call us". */
export function endsCondition({ tokens }: Scene, at: number, limit: number): boolean {
  if (tokens[at]!.text !== ',') return false
  const next = tokens[at + 1]
  return IMPERATIVE.test(next?.text ?? '') || !listAhead(tokens, at + 1, limit, /^(?:n?or|and|&)$/)
}
