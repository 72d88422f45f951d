/** Places that head what was seen there: "Hands: calcifications", "X-ray pelvis: a mass". */
import type { Chain } from './chain.ts'
import type { Head } from './head.ts'

const LABEL_END = /^\s*(?:(?:AP|PA|lateral|oblique|views?|films?|x-?rays?|region|area)\b\s*)*(?:\([^)]*\)\s*)?:(?!\d)/i
const LABEL_START =
  /(?:^\W*|[.;:•]\s*|\s[–-]\s+)(?:(?:[a-h]|\([a-h]\)|\d\)?)[,.]?\s+)?(?:(?:left|right|both|bilateral|[LR]\.?|the)\s+)*$/i

/** "Hands: ...", "X-ray pelvis: ...", "X-ray, right hand: ...": the place is the heading of what was seen there. */
export function labelOf(text: string, chain: Chain, heads: readonly Head[]): Head | null {
  if (!LABEL_END.test(text.slice(chain.end))) return null
  const view = heads.filter(({ kind, end }) => kind === 'view' && end <= chain.start).at(-1)
  const isHeading =
    LABEL_START.test(text.slice(0, chain.start)) ||
    (view && /^[\s,(]*(?:(?:left|right|both|bilateral|[LR]\.?|the|of)\s+)*$/i.test(text.slice(view.end, chain.start)))
  return isHeading ? { kind: 'view', text: ':', start: chain.end, end: chain.end + 1 } : null
}
