/** Places made of a part and its whole: "the backs of both hands", "the tips of several fingers", "in front of the ear". */
import { termOf } from '../language/load-terms.ts'
import type { Part } from './ellipsis.ts'

const SIDES = String.raw`(?:aspects?|sides?|surfaces?|faces?|regions?|skin)`

/** What a part is called, the whole it belongs to, and the key of both together. */
const PARTS: readonly (readonly [part: string, whole: string, key: string])[] = [
  [String.raw`backs?|dorsum|dorsa|dorsal\s+${SIDES}`, 'hand', 'dorsum_hand'],
  [String.raw`backs?|dorsum|dorsa|dorsal\s+${SIDES}`, 'foot', 'dorsum_foot'],
  [String.raw`palms?|palmar\s+${SIDES}|volar\s+${SIDES}`, 'hand', 'palm'],
  [String.raw`soles?|plantar\s+${SIDES}`, 'foot', 'sole'],
  [String.raw`tips?|pulps?|pads?|ends?`, 'finger', 'fingertip'],
  [String.raw`backs?|nape`, 'neck', 'neck'],
  [String.raw`backs?|hollows?`, 'knee', 'popliteal'],
  [String.raw`lobes?|lobules?`, 'ear', 'earlobe'],
  [String.raw`helix|helices|antihelix|rims?|pinnae?`, 'ear', 'auricle'],
]
/** A position that is a place of its own: "a plate before the ear". */
const POSITIONS: readonly (readonly [position: string, whole: string, key: string])[] = [
  [String.raw`in\s+front\s+of|anterior\s+to|before`, 'ear', 'preauricular'],
  ['behind', 'ear', 'postauricular'],
]

const OWNER = String.raw`(?:the|her|his|both|each|several|all|some|most|many|left|right|bilateral|[LR]\.?)`
const OF = String.raw`\s+of\s+(?:${OWNER}\s+){0,3}(?:(?:left|right)\s+and\s+(?:left|right)\s+)?`

/** Longer than the terms they are made of, so that they win over them; offsets are of `text`. */
export function composedIn(text: string, named: readonly Part[]): readonly Part[] {
  return named.flatMap((whole) => {
    const before = text.slice(0, whole.start)
    return [...partsBefore(before, whole), ...positionBefore(before, whole)]
  })
}

/** "the back and the palm of both hands" are two. */
function partsBefore(before: string, whole: Part): readonly Part[] {
  const known = PARTS.filter(([, key]) => key === whole.term.key)
  if (known.length === 0) return []
  const part = `(?:${known.map(([words]) => words).join('|')})`
  const list = new RegExp(`\\b${part}(?:\\s*(?:,|and|or|&)\\s*(?:(?:on|over|in)\\s+)?(?:the\\s+)?${part})*${OF}$`, 'i')
  const match = list.exec(before)
  if (!match) return []
  const words = [...match[0].matchAll(new RegExp(`\\b${part}\\b`, 'gi'))]
  return words.flatMap((word, index) => {
    const row = known.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'i').test(word[0]))
    const start = match.index + word.index
    const end = index === words.length - 1 ? whole.end : start + word[0].length
    return row ? [{ term: termOf('site', row[2]), start, end }] : []
  })
}

function positionBefore(before: string, whole: Part): readonly Part[] {
  return POSITIONS.flatMap(([position, key, composed]) => {
    const match =
      key === whole.term.key ? new RegExp(`\\b(?:${position})\\s+(?:${OWNER}\\s+){0,2}$`, 'i').exec(before) : null
    return match ? [{ term: termOf('site', composed), start: match.index, end: whole.end }] : []
  })
}
