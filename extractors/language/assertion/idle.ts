/** Where words only look like a cue, by their neighbours. */
import type { CueMatch, CueSense } from './cue.ts'
import { CHANGES, isAmount, isFiniteVerb } from './grammar.ts'
import { MAX_REACH_WORDS, type Scene, stopsReach } from './scene.ts'
import { isDash, isReply } from './statement.ts'
import type { Token } from './tokens.ts'

type Test = (scene: Scene, cue: CueMatch, sense: CueSense) => boolean

/** Whether a sense of the cue has no say here. */
export const isIdle: Test = (scene, cue, sense) =>
  (BY_WORDS.get(cue.text)?.(scene, cue, sense) ?? false) || (sense.effect === 'historical' && isNoPast(scene, cue))

const wordAfter = ({ tokens }: Scene, cue: CueMatch): string => tokens[cue.to]?.text ?? ''
const wordBefore = ({ tokens }: Scene, cue: CueMatch): string => tokens[cue.from - 1]?.text ?? ''

const isNoAnswer: Test = ({ tokens }, cue) => !isAnswer(tokens, cue)
/** "potential side effects were explained" warns; "potential abscess" guesses. */
const isNoRisk: Test = (scene, cue, { effect }) => (effect === 'hypothetical') !== RISKS.test(wordAfter(scene, cue))

const BY_WORDS: ReadonlyMap<string, Test> = new Map<string, Test>([
  [
    'no',
    (scene, cue, { direction }) =>
      direction === 'forward'
        ? isAboutChange(scene, cue) || isNumbered(scene.tokens, cue)
        : !isAnswer(scene.tokens, cue),
  ],
  ['n', isNoAnswer],
  ['0', isNoAnswer],
  // "history of seizures, none for years"
  ['none', (scene, cue, { direction }) => direction === 'backward' && wordBefore(scene, cue) === ','],
  // "considering the cirrhosis, surgery was put off"
  ['considering', (scene, cue) => /^(?:the|his|her|their|that)$/.test(wordAfter(scene, cue))],
  ['until', isPast],
  ['should', ({ starts }, cue) => starts[cue.from] !== cue.from],
  // "RO MI" rules out; "anti-Ro" is an antibody
  ['ro', (scene, cue) => wordBefore(scene, cue) === '-' || !isInCapitals(scene, cue)],
  ['?', (scene, cue, { reach }) => isQuestion(scene, cue) || (reach === 'compound') !== isSetSolid(scene, cue)],
  ['( - )', (scene, cue, { direction }) => (direction === 'forward') !== marksPrecede(scene, cue)],
  ['possible', isNoRisk],
  ['potential', isNoRisk],
  // "1. Epistaxis, resolved"; what "resolved with fluids" was there
  ['resolved', (scene, cue) => !/^[,(-]$/.test(wordBefore(scene, cue))],
])

const isInCapitals = ({ sentence, tokens }: Scene, cue: CueMatch): boolean =>
  /^\p{Lu}+$/u.test(sentence.slice(tokens[cue.from]!.start, tokens[cue.to - 1]!.end))

const isSetSolid = ({ tokens }: Scene, cue: CueMatch): boolean => tokens[cue.from - 1]?.end === tokens[cue.from]!.start

/** "HISTORY: cough", "a four-year history of", "58 years old", "pain that began years ago". */
function isNoPast(scene: Scene, cue: CueMatch): boolean {
  const { text } = cue
  if (/^(?:history|hx)$/.test(text) && (wordAfter(scene, cue) === ':' || stopsReach(scene.cueAt[cue.to]))) return true
  if (/\b(?:history|hx|h \/ o)\b/.test(text)) return isDuration(scene.tokens, cue)
  if (text === 'old') return /^(?:years?|yrs?|y|yo|o|months?|weeks?|days?|\d+)$/.test(wordBefore(scene, cue))
  return / ago$/.test(text) && isOnset(scene.tokens, cue)
}

/** "was well until she fell", "took it until 2001"; but "hold until it heals". */
function isPast({ tokens, starts }: Scene, cue: CueMatch): boolean {
  if (/^\d/.test(tokens[cue.to]?.text ?? '')) return true
  for (let at = Math.max(starts[cue.from]!, cue.from - MAX_REACH_WORDS); at < cue.from; at++)
    if (isFiniteVerb(tokens[at]) && !/^(?:be|can|could|will|would|may|might|should|must)$/.test(tokens[at]!.text))
      return true
  return false
}

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
  if (next?.isWord && next.start - tokens[cue.from]!.end < 3) return false
  return (
    before?.text === ':' ||
    before?.text === '?' ||
    before?.text === '=' ||
    (before !== undefined && isDash(tokens, cue.from - 1))
  )
}

/** "Any fever?" and "Fever? No" ask; "Pneumonia?" guesses. */
function isQuestion({ tokens, starts }: Scene, cue: CueMatch): boolean {
  if (isReply(tokens[cue.to])) return true
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

const UNIT = /^(?:days?|weeks?|months?|years?|hours?|yrs?|wks?|mos?|hrs?|decades?)$/

/** "a four-year history of scleroderma", "a history of two weeks of cough": it lasts until now. */
function isDuration(tokens: readonly Token[], cue: CueMatch): boolean {
  let at = cue.from - 1
  for (let step = 0; step < 3 && at >= 0; step++, at--) {
    const { text } = tokens[at]!
    if (UNIT.test(text)) return tokens[at + 1]?.text !== 'old'
    if (/^(?:old|with|and|,|of|a|an)$/.test(text)) break
  }
  at = cue.to
  while (isAmount(tokens[at])) at++
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
