/** Which senses of a cue hold where it stands. */
import type { CueMatch, CueSense } from './cue.ts'
import { isFronted } from './forward-reach.ts'
import { CHANGES, isAdjunct, isAdverb, isCopula, isFiniteVerb, isJoint, isPreposition, isPronoun } from './grammar.ts'
import { type Scene, stopsReach } from './scene.ts'
import { isDash } from './statement.ts'
import type { Token } from './tokens.ts'

/** A word that may look both ways looks back after a copula or before a pause, and forward otherwise. */
export function sensesHere(scene: Scene, cue: CueMatch): readonly CueSense[] {
  const senses = cue.senses.filter((sense) => !isIdle(scene, cue, sense))
  const directions = new Set(senses.map(({ direction }) => direction))
  if (!directions.has('forward') || !directions.has('backward')) return senses
  const back = looksBack(scene, cue)
  return senses.filter(({ direction }) => (direction === 'backward') === back)
}

/** Words that only look like the cue, by their neighbours. */
function isIdle(scene: Scene, cue: CueMatch, { effect, direction, reach }: CueSense): boolean {
  const { tokens, starts } = scene
  const { text } = cue
  const next = tokens[cue.to]
  if (text === 'no' && direction === 'forward') return isAboutChange(scene, cue) || isNumbered(tokens, cue)
  if (text === 'no' || text === 'n') return !isAnswer(tokens, cue)
  // "considering the cirrhosis, surgery was put off"
  if (text === 'considering') return /^(?:the|his|her|their|that)$/.test(next?.text ?? '')
  if (text === 'until') return isPast(tokens, cue.to)
  if (text === 'should') return starts[cue.from] !== cue.from
  if (text === 'ro')
    return (
      tokens[cue.from - 1]?.text === '-' ||
      scene.sentence.slice(tokens[cue.from]!.start, tokens[cue.from]!.end) !== 'RO'
    )
  if (text === '?')
    return isQuestion(scene, cue) || (reach === 'compound') !== (tokens[cue.from - 1]?.end === tokens[cue.from]!.start)
  if (text === '(-)'.split('').join(' ')) return (direction === 'forward') !== marksPrecede(scene, cue)
  // "potential side effects were explained" warns; "potential abscess" guesses
  if (text === 'possible' || text === 'potential') return (effect === 'hypothetical') !== RISKS.test(next?.text ?? '')
  // "1. Epistaxis, resolved"; what "resolved with fluids" was there
  if (text === 'resolved') return !/^[,(-]$/.test(tokens[cue.from - 1]?.text ?? '')
  if (effect !== 'historical') return false
  if (/^(?:history|hx)$/.test(text) && (next?.text === ':' || stopsReach(scene.cueAt[cue.to]))) return true
  if (/\b(?:history|hx)\b/.test(text)) return isDuration(tokens, cue)
  if (text === 'old') return /^(?:years?|yrs?|y|yo|o|months?|weeks?|days?|\d+)$/.test(tokens[cue.from - 1]?.text ?? '')
  return / ago$/.test(text) && isOnset(tokens, cue)
}

/** "until 2001", "until he developed weakness"; but "until the operation", "until it heals". */
const isPast = (tokens: readonly Token[], at: number): boolean =>
  /^\d/.test(tokens[at]?.text ?? '') ||
  (isPronoun(tokens[at]) && /^(?:was|were|had|did|could|began|came|fell|went|.*ed)$/.test(tokens[at + 1]?.text ?? ''))

const RISKS = /^(?:side|adverse|complications?|risks?|reactions?|toxicit(?:y|ies))$/

/** "No. 3" */
const isNumbered = (tokens: readonly Token[], cue: CueMatch): boolean =>
  tokens[cue.to]?.text === '.' &&
  tokens[cue.to]!.start === tokens[cue.from]!.end &&
  /^\d/.test(tokens[cue.to + 1]?.text ?? '')

/** "Fever: no", "Drinks? No." */
function isAnswer(tokens: readonly Token[], cue: CueMatch): boolean {
  const before = tokens[cue.from - 1]
  const next = tokens[cue.to]
  if (next?.isWord && next.start - tokens[cue.from]!.end < 2) return false
  return (
    before?.text === ':' ||
    before?.text === '?' ||
    before?.text === '=' ||
    (before !== undefined && isDash(tokens, cue.from - 1))
  )
}

/** "Any fever?" asks; "Pneumonia?" guesses. */
function isQuestion({ tokens, starts }: Scene, cue: CueMatch): boolean {
  return /^(?:who|what|does|do|did|is|are|was|were|any|how|when|where|why|have|has|had|can|could|will|would|should)$/.test(
    tokens[starts[cue.from]!]!.text,
  )
}

/** "(-) fever, (+) chills" marks before, "fever (-), chills (+)" behind: the last mark tells. */
function marksPrecede({ tokens, ends }: Scene, cue: CueMatch): boolean {
  let last = cue.from
  for (let at = cue.from; at < ends[cue.from]! - 2; at++)
    if (tokens[at]!.text === '(' && /^[+-]$/.test(tokens[at + 1]!.text) && tokens[at + 2]!.text === ')') last = at
  return tokens[last + 3]?.isWord ?? false
}

const UNIT = /^(?:days?|weeks?|months?|years?|hours?|yrs?|wks?|mos?|decades?|long|longstanding|lifelong)$/
const AMOUNT =
  /^(?:\d.*|a|an|the|about|approximately|approx|nearly|almost|over|several|many|few|some|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|-|~|>)$/

/** "a four-year history of scleroderma", "a history of two weeks of cough": it lasts until now. */
function isDuration(tokens: readonly Token[], cue: CueMatch): boolean {
  let at = cue.from - 1
  for (let step = 0; step < 3 && at >= 0; step++, at--) {
    const { text } = tokens[at]!
    if (UNIT.test(text)) return tokens[at + 1]?.text !== 'old'
    if (/^(?:old|with|and|,|of|a|an)$/.test(text)) break
  }
  at = cue.to
  while (AMOUNT.test(tokens[at]?.text ?? '')) at++
  return at > cue.to && UNIT.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text !== 'ago'
}

/** "pain that began two years ago": it lasts. */
function isOnset(tokens: readonly Token[], cue: CueMatch): boolean {
  for (let at = cue.from - 1; at >= Math.max(0, cue.from - 8); at--)
    if (/^(?:began|begin|begun|started|starting|beginning|onset|since|commenced)$/.test(tokens[at]!.text)) return true
  return false
}

/** "no evident change in the calcifications", "no significant improvement of": they are there. */
function isAboutChange({ tokens }: Scene, cue: CueMatch): boolean {
  for (let at = cue.to; at < cue.to + 4; at++)
    if (CHANGES.has(tokens[at]?.text ?? ''))
      return /^(?:in|of|on|to|for|from|between|regarding)$/.test(tokens[at + 1]?.text ?? '')
  return false
}

/** Behind a result: "negative in 2004", "absent and", "unlikely given". */
const FOLLOWS_RESULT = [isPreposition, isJoint, isFiniteVerb, isCopula, isAdjunct]

function looksBack(scene: Scene, cue: CueMatch): boolean {
  const { tokens } = scene
  const next = tokens[cue.to]
  // "Ten years ago, he had a stroke"
  if (isFronted(scene, cue) && cue.senses.some(({ effect }) => effect === 'historical' || effect === 'dated'))
    return false
  if (isCopula(tokens[cue.from - 1])) return true
  // "Denies: fever; chills"
  if (next?.text === ':' && scene.starts[cue.from] === cue.from) return false
  // "The only negative antibodies were": the word stands before its noun
  return !next?.isWord || FOLLOWS_RESULT.some((follows) => follows(next)) || (isAdverb(next) && !/^den/.test(cue.text))
}
