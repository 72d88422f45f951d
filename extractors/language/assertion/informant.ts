/** Where a word of kinship means no relative. Relatives who tell the story are not its patients: "her mother noticed a lump", "accompanied by his father". */
import type { CueMatch } from './cue.ts'
import type { Scene } from './scene.ts'

const TELLING = new Set(
  `noticed noted reported reports states stated says said denies denied denying brought gave gives observed described recalls recalled mentioned consented refused told complained
  found felt saw`.split(/\s+/),
)
const BESIDE = new Set(['by', 'with', 'per', 'to', 'from', 'than', "'"])
const POSSESSIVES = new Set(['her', 'his', 'the', 'their', 'a', 'an', 'your', 'my', 'our', 'both'])

export function informs({ tokens }: Scene, cue: CueMatch): boolean {
  if (/histor|hx|^fh$/.test(cue.text)) return false
  if (isThePatient(tokens, cue.from)) return true
  let after = cue.to
  while (/^(?:first|also|initially|who|had|has|then|later)$/.test(tokens[after]?.text ?? '')) after++
  const next = tokens[after]?.text ?? ''
  if (TELLING.has(next)) return true
  let before = cue.from - 1
  while (before >= 0 && POSSESSIVES.has(tokens[before]!.text)) before--
  const word = tokens[before]?.text ?? ''
  if (!BESIDE.has(word)) return false
  // "inherited from her mother" speaks of the mother; "accompanied by", "lives with", "according to" do not
  const verb = tokens[before - 1]?.text ?? ''
  return !/^(inherited|shared|similar|transmitted|related)$/.test(verb)
}

/** "A 64-year-old farmer's wife", "a 70-year-old grandmother": the patient herself; "her 30-year-old sister" is not. */
function isThePatient(tokens: Scene['tokens'], at: number): boolean {
  const before = tokens[at - 1]?.text ?? ''
  const isTrade =
    before.endsWith("'s") &&
    !/^(?:patient|child|girl|boy|woman|man|proband|mother|father|sister|brother)'s$/.test(before)
  if (!isTrade && before !== 'old') return false
  return !tokens.slice(Math.max(0, at - 8), at).some(({ text }) => /^(?:her|his|their|whose|patient's|our)$/.test(text))
}
