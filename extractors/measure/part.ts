/** A group of quantities with the axes it names, and the joining of groups that measure one thing. */
import type { Span } from '../../corpus/document.ts'
import { type Axis, axisAfter, axisBefore } from './axis.ts'
import type { Group } from './group.ts'
import { type LengthUnit, MM_PER_UNIT, type Quantity } from './quantity.ts'

export interface Part {
  readonly span: Span
  readonly quantities: readonly Quantity[]
  readonly joint: Group['joint']
  readonly axes: readonly (Axis | null)[]
}

export function partOf({ quantities, joint }: Group, text: string): readonly Part[] {
  const first = quantities[0]
  const last = quantities.at(-1)
  if (!first || !last) return []
  const after = quantities.map((quantity) => axisAfter(text.slice(quantity.end, quantity.end + 60)))
  const before = axisBefore(text.slice(0, first.start))
  const axes = after.map((axis, index) => axis?.axis ?? (index === 0 ? (before?.axis ?? null) : null))
  const start = first.start - (after[0] || joint === 'product' ? 0 : (before?.length ?? 0))
  return [{ span: { start, end: last.end + (after.at(-1)?.length ?? 0) }, quantities, joint, axes }]
}

/** `4 cm long and 2 cm wide`, `length 4 cm, width 2 cm`: one thing along two axes. `2 inches (5 cm)`: one length twice. */
export function merged(parts: readonly Part[], text: string): readonly Part[] {
  const out: Part[] = []
  for (const part of parts) {
    const last = out.at(-1)
    const gap = last ? text.slice(last.span.end, part.span.start) : ''
    if (last && isConversion(last, part, gap)) continue
    if (last && isOtherAxis(last, part, gap)) out[out.length - 1] = joined(last, part)
    else out.push(part)
  }
  return out
}

function isConversion(last: Part, part: Part, gap: string): boolean {
  return (
    /^\s*[([]\s*(?:about|approximately|~|≈|=)?\s*$/.test(gap) &&
    Math.abs(widestMm(last) - widestMm(part)) <= 0.1 * widestMm(last) &&
    widestMm(last) > 0
  )
}

function isOtherAxis(last: Part, part: Part, gap: string): boolean {
  if (!/^\s*(?:,|;|and|by|,\s*and|with|with an?|and an?|,\s*an?)?\s*(?:the|a|its)?\s*$/i.test(gap)) return false
  if (last.joint === 'range' || part.joint === 'range') return false
  if (last.axes.some((axis) => !axis) || part.axes.some((axis) => !axis)) return false
  return part.axes.every((axis) => axis !== 'diameter' && !last.axes.includes(axis)) && !last.axes.includes('diameter')
}

const joined = (last: Part, part: Part): Part => ({
  span: { start: last.span.start, end: part.span.end },
  quantities: [...last.quantities, ...part.quantities],
  joint: 'product',
  axes: [...last.axes, ...part.axes],
})

export const isLength = (quantity: Quantity): quantity is Quantity & { readonly unit: LengthUnit } =>
  quantity.unit === 'mm' || quantity.unit === 'cm' || quantity.unit === 'inch'

/** Two decimals are more than any ruler gives; the rounding keeps 0.7 cm from being 6.999 mm. */
export const round = (value: number): number => Math.round(value * 100) / 100

export const millimetres = (quantity: Quantity): number =>
  isLength(quantity) ? round(quantity.value * MM_PER_UNIT[quantity.unit]) : 0

const widestMm = ({ quantities }: Part): number => Math.max(...quantities.map(millimetres))
