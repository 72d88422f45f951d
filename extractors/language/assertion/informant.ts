/** Where a word of kinship means no relative. Relatives who tell the story are not its patients: "her mother noticed a lump", "accompanied by his father". */
import type { CueMatch } from './cue.ts'
import { isPreposition } from './grammar.ts'
import type { Region, Scene } from './scene.ts'

const TELLING = new Set(
  `noticed noted notes reported reports report states stated state says said say denies denied denying deny brought brings gave gives observed observes described describes recalls recalled mentioned consented
  refused told tells complained found felt feels saw sees witnessed witnesses thinks believes thought called calls drove insists confirms confirmed endorses wants helps agrees`.split(
    /\s+/,
  ),
)
const WORRIED = new Set(
  'worried concerned unsure present unaware advised told instructed counseled counselled educated reassured informed'.split(
    ' ',
  ),
)
const BESIDE = new Set(['by', 'with', 'per', 'to', 'from', 'than', "'"])
const POSSESSIVES = new Set(['her', 'his', 'the', 'their', 'a', 'an', 'your', 'my', 'our', 'both', "patient's"])

export function informs({ tokens }: Scene, cue: CueMatch): boolean {
  if (/histor|hx|^fh$/.test(cue.text)) return false
  if (isThePatient(tokens, cue.from)) return true
  const before = beforePossessive(tokens, cue.from)
  // "both she and her father"
  if (tokens[before]?.text === 'and' && /^(?:she|he|patient|pt|proband)$/.test(tokens[before - 1]?.text ?? ''))
    return true
  const opener = tokens[cue.to]?.text ?? ''
  if (/^(?:is|was|are|were)$/.test(opener) && WORRIED.has(tokens[cue.to + 1]?.text ?? '')) return true
  let after = cue.to
  while (/^(?:first|also|initially|who|had|has|have|then|later|does|did|not)$/.test(tokens[after]?.text ?? '')) after++
  if (TELLING.has(tokens[after]?.text ?? '')) return true
  // "lives with his wife who has dementia"
  if (opener === 'who') return false
  if (!BESIDE.has(tokens[before]?.text ?? '')) return false
  // "inherited from her mother" speaks of the mother; "accompanied by", "lives with", "according to" do not
  return !/^(inherited|shared|similar|transmitted|related)$/.test(tokens[before - 1]?.text ?? '')
}

function beforePossessive(tokens: Scene['tokens'], from: number): number {
  let before = from - 1
  while (before >= 0 && POSSESSIVES.has(tokens[before]!.text)) before--
  return before
}

/** "A 64-year-old farmer's wife", "a 70-year-old grandmother": the patient herself; "her 30-year-old sister" is not. */
function isThePatient(tokens: Scene['tokens'], at: number): boolean {
  const before = tokens[at - 1]?.text ?? ''
  const isTrade =
    before.endsWith("'s") &&
    !/^(?:patient|pt|child|girl|boy|woman|man|proband|mother|father|sister|brother)'s$/.test(before)
  if (!isTrade && before !== 'old') return false
  return !tokens.slice(Math.max(0, at - 8), at).some(({ text }) => /^(?:her|his|their|whose|patient's|our)$/.test(text))
}

/** "colon cancer in his father", "stroke (mother)": said of the relative behind; null where it is not. */
export function saidBefore({ tokens, starts }: Scene, cue: CueMatch): Region | null {
  const before = beforePossessive(tokens, cue.from)
  const isBracketed = tokens[before]?.text === '(' && tokens[cue.to]?.text === ')'
  if (!isBracketed && tokens[before]?.text !== 'in') return null
  let at = before - 1
  const limit = starts[cue.from]!
  while (at >= limit && tokens[at]!.text !== ',' && !isPreposition(tokens[at]) && tokens[at]!.text !== ')') at--
  if (tokens[at]?.text === 'of') while (at >= limit && tokens[at]!.text !== ',') at--
  return { from: at + 1, to: before }
}
