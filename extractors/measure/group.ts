/** Quantities that stand together: `5 x 4 cm` (a product), `2 to 3 cm` (a range), `2, 3 and 5 cm` (a list). */
import { axisAfter } from './axis.ts'
import type { LengthUnit, Quantity } from './quantity.ts'

export interface Group {
  readonly quantities: readonly Quantity[]
  readonly joint: 'product' | 'range' | 'list' | null
}

const TIMES = /^\s*[-‐‑]?\s*(?:[x×*X✕⨯χ]|by|-by-)\s*(?:a\s+)?$/
/** `18 → 7 mm` before and after is a span of sizes too. */
const RANGE = /^\s*[-‐‑]?\s*(?:[-–—‐‑−~]|→|⟶|->|=>|to|or|through|up\s+to)\s*(?:about\s+)?$/
const BETWEEN = /(?:between|from)\s*$/i
const LIST = /^\s*(?:,|,?\s*and|,?\s*&)\s*$/

/** `120/50 mm/Hg`, `135 mm/hour`, `12 cm H2O`, `5 mm in the first hour`: rates and pressures are no lengths. */
export function isRate({ end, start, unit, power }: Quantity, text: string): boolean {
  if (!unit) return false
  const after = text.slice(end, end + 28)
  if (
    /^\s?(?:\/|per\b)\s*(?:\d+\s*)?(?:h|hr|hour|min|s|sec|kg|m|d|day|Hg|1st|first|week|month|year|body)/i.test(after) &&
    !/per day/.test(after)
  )
    return true
  if (
    /^\s?(?:Hg|H\s?2\s?O|H₂O|of (?:mercury|water|Hg|H2O)|WG|(?:in |at )?(?:the )?(?:first|1st|one|1|an)\s?h)/i.test(
      after,
    )
  )
    return true
  // "259 x 10^9/mm3", "5000 /mm3": a count per volume
  return (
    power === 3 &&
    unit === 'mm' &&
    (/[/^]\s*$/.test(text.slice(0, start)) ||
      /(?:cells|×\s?10\S*|platelets?|leu[ck]ocytes?|lymphocytes?)[^.]{0,40}$/i.test(text.slice(0, start)))
  )
}

export function grouped(quantities: readonly Quantity[], text: string): readonly Group[] {
  const groups: { quantities: Quantity[]; joint: Group['joint'] }[] = []
  for (const quantity of quantities) {
    const last = groups.at(-1)
    const joint = last ? jointBetween(last, quantity, text) : null
    if (last && joint && (last.joint === null || last.joint === joint)) {
      last.quantities.push(quantity)
      last.joint = joint
    } else groups.push({ quantities: [quantity], joint: null })
  }
  return groups
}

function jointBetween(group: Group, next: Quantity, text: string): Group['joint'] {
  const previous = group.quantities.at(-1)
  if (!previous) return null
  const axis = axisAfter(text.slice(previous.end, next.start))
  const gap = text.slice(previous.end + (axis?.length ?? 0), next.start)
  if (TIMES.test(gap)) return 'product'
  // "3.5 2.5 cm": the times sign was lost in print; both numbers have decimals, so no reference mark is meant
  if (/^\s$/.test(gap) && previous.decimal && next.decimal && !previous.unit && next.unit) return 'product'
  if (RANGE.test(gap) && !axis) return 'range'
  if (/^\s*and\s*$/.test(gap) && BETWEEN.test(text.slice(0, group.quantities[0]?.start ?? 0))) return 'range'
  return LIST.test(gap) && !previous.unit ? 'list' : null
}

/** Gives a bare number its neighbour's unit; a group without any is no measure. A list falls into its members. */
export function withUnits({ quantities, joint }: Group, fallback: LengthUnit | null): readonly Group[] {
  const units = quantities.map(
    (quantity, index) => quantity.unit ?? quantities.slice(index).find(({ unit }) => unit)?.unit ?? null,
  )
  const lastUnit = [...quantities].reverse().find(({ unit }) => unit)?.unit ?? fallback
  if (!lastUnit) return []
  const complete = quantities.map((quantity, index) => ({ ...quantity, unit: units[index] ?? lastUnit }))
  return joint === 'list'
    ? complete.map((quantity) => ({ quantities: [quantity], joint: null }))
    : [{ quantities: complete, joint }]
}
