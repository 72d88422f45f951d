/** What a lump lies against is no second place: "a mass of the left hip abutting the greater trochanter". */
import { isA } from '../language/load-terms.ts'
import type { DepositMention } from './deposit-mention.ts'

const isTissue = ({ term }: DepositMention) => term.kind === 'tissue'

/** Words that say what a lump lies against; with a place of its own told before, that is no second place. */
const AGAINST =
  /\b(?:(?:adherent|attached|adjacent|close|next|contiguous|fused|stuck|fixed|tethered)\s+to|abutt(?:ing|ed)|displac(?:ing|ed)|compress(?:ing|ed)|invad(?:ing|ed)|encroach(?:ing|ed)\s+(?:up)?on|encas(?:ing|ed)|in contact with|imping(?:ing|ed)\s+(?:up)?on|narrow(?:ing|ed)|(?:extend|protrud|bulg|reach|spread)(?:ing|ed)\s+(?:in)?to\s+the\s+(?:spinal|epidural|vertebral|neural|joint)|(?:at|near)\s+the\s+level\s+of)\s+(?:(?:the|her|his|both|left|right|bilateral|underlying|adjacent|of|spinal|epidural|flexor|extensor)\s+)*$/i
const SPINAL_PART: ReadonlySet<string> = new Set([
  'facet_joint',
  'spinal_canal',
  'epidural',
  'spinous_process',
  'lamina',
])

/** "a mass of the left hip abutting the greater trochanter", "around the facet joint at C5/6": one lump, one place. */
export function withoutLocators(mentions: readonly DepositMention[]): readonly DepositMention[] {
  return mentions.filter((mention) => {
    if (mention.presence !== 'present' || mention.sizes.length > 0) return true
    const siblings = mentions.filter(
      (other) =>
        other !== mention &&
        other.sentence === mention.sentence &&
        other.presence === 'present' &&
        other.term.key !== mention.term.key &&
        !isTissue(other) &&
        other.holds[1]?.start === mention.holds[1]?.start,
    )
    if (SPINAL_PART.has(mention.term.key)) return !siblings.some((other) => isLevelOf(other, mention))
    const at = mention.holds[0]?.start ?? 0
    const earlier = siblings.filter(({ holds }) => (holds[0]?.end ?? 0) <= at).at(-1)
    const from = earlier?.holds[0]?.end ?? (isToldElsewhere(mention, mentions) ? mention.holds[1]?.end : undefined)
    if (from === undefined || from > at) return true
    const gap = mention.sentence.text.slice(from - mention.sentence.span.start, at - mention.sentence.span.start)
    return !AGAINST.test(gap) || /\b(?:and|or|as well as)\s+(?:in|on|at|over|of|the|adjacent)\b/i.test(gap)
  })
}

/** "around the facet joint at C5/6": the level names the place; "in the foramina and at the wall of the canal" are two. */
function isLevelOf(level: DepositMention, part: DepositMention): boolean {
  if (SPINAL_PART.has(level.term.key) || !isA(level.term, 'spine')) return false
  const [first, second] = [level, part]
    .map(({ holds }) => holds[0])
    .toSorted((a, b) => (a?.start ?? 0) - (b?.start ?? 0))
  const { text, span } = part.sentence
  const gap = text.slice((first?.end ?? 0) - span.start, (second?.start ?? 0) - span.start)
  return !/\b(?:and|or|as well as)\b/i.test(gap)
}

/** "The mass was adherent to the gluteus maximus": its place is told in another sentence. */
const isToldElsewhere = (mention: DepositMention, mentions: readonly DepositMention[]): boolean =>
  !mention.calcium &&
  mentions.some((other) => other.sentence !== mention.sentence && other.presence === 'present' && !isTissue(other))
