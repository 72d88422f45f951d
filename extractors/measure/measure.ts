/**
 * Measured expressions of a text: `a 5 x 4 cm mass`, `ranging from 2 mm to 3 cm`, `60 mm (transverse diameter) x 35 mm`,
 * `the largest of 5 cm in diameter`, `12 mL`. Pure: a string in, measures with spans out; which thing a measure belongs
 * to is the deposit extractor's question.
 */
import type { Span } from '../../corpus/document.ts'
import type { Axis } from './axis.ts'
import { grouped, isRate, withUnits } from './group.ts'
import { isLength, merged, millimetres, type Part, partOf, round } from './part.ts'
import { qualifiersOf } from './qualifier.ts'
import { type LengthUnit, MM_PER_UNIT, type Quantity, quantitiesIn } from './quantity.ts'
import { type MeasureRole, roleOf } from './role.ts'

export interface Measure {
  /** From the first number (or its axis name) to the last unit or axis name; offsets into the text given. */
  readonly span: Span
  readonly kind: 'length' | 'area' | 'volume'
  /** Each dimension in the order written; for a range the upper end; empty for areas and volumes. */
  readonly dimsMm: readonly number[]
  readonly axes: readonly (Axis | null)[]
  /** The largest dimension; null for areas and volumes. */
  readonly maxMm: number | null
  /** Lower and upper end of `2 to 3 cm`. */
  readonly rangeMm: readonly [number, number] | null
  readonly areaMm2: number | null
  readonly volumeMl: number | null
  readonly approximate: boolean
  /** `up to 4 cm` is at most, `more than 4 cm` at least. */
  readonly bound: 'exact' | 'at-most' | 'at-least'
  /** `the largest of 5 cm`: one of several things was measured. */
  readonly superlative: 'largest' | 'smallest' | null
  readonly role: MeasureRole
}

/** Options: the unit that a table's heading gives to bare numbers (`Size (cm)` over `4 x 3`). */
export interface MeasureOptions {
  readonly unit?: LengthUnit
}

/** Finds every measured expression, in text order. */
export function measuresIn(text: string, options: MeasureOptions = {}): readonly Measure[] {
  if (!options.unit && !/m[ml]|cm|cc|inch|met(?:er|re)|lit(?:er|re)|\dL|\d L\b/i.test(text)) return []
  const quantities = quantitiesIn(text).filter((quantity) => !isRate(quantity, text))
  const groups = grouped(quantities, text)
  const parts = groups
    .flatMap((group) => withUnits(group, options.unit ?? null))
    .flatMap((group) => partOf(group, text))
  return merged(parts, text).map((part) => measureOf(part, text))
}

function measureOf(part: Part, text: string): Measure {
  const lead = text.slice(Math.max(0, part.span.start - 90), part.quantities[0]?.start)
  const amounts = amountsOf(part)
  return {
    span: part.span,
    ...amounts,
    axes: amounts.kind === 'length' && amounts.rangeMm === null ? part.axes : [],
    ...qualifiersOf(lead),
    role: isFluid(part)
      ? 'fluid'
      : roleOf(lead, text.slice(part.span.end, part.span.end + 60), amounts.maxMm ?? 0, amounts.dimsMm.length),
  }
}

const isFluid = ({ quantities }: Part): boolean => quantities.some((quantity) => !isLength(quantity))

type Amounts = Pick<Measure, 'kind' | 'dimsMm' | 'maxMm' | 'rangeMm' | 'areaMm2' | 'volumeMl'>
const NO_AMOUNT: Amounts = { kind: 'length', dimsMm: [], maxMm: null, rangeMm: null, areaMm2: null, volumeMl: null }

function amountsOf({ quantities, joint }: Part): Amounts {
  const last = quantities.at(-1)
  if (!last) return NO_AMOUNT
  if (!isLength(last))
    return { ...NO_AMOUNT, kind: 'volume', volumeMl: round(last.value * (last.unit === 'l' ? 1000 : 1)) }
  const sizes = quantities.map(millimetres)
  if (joint === 'range') {
    const range: readonly [number, number] = [Math.min(...sizes), Math.max(...sizes)]
    return { ...NO_AMOUNT, dimsMm: [range[1]], maxMm: range[1], rangeMm: range }
  }
  // "3 x 2 x 1 cm3" still names three lengths; "12 cm3" names none
  if (last.power > 1 && quantities.length === 1) return powerOf(last)
  return { ...NO_AMOUNT, dimsMm: sizes, maxMm: Math.max(...sizes) }
}

function powerOf(quantity: Quantity & { readonly unit: LengthUnit }): Amounts {
  const scale = MM_PER_UNIT[quantity.unit]
  return quantity.power === 2
    ? { ...NO_AMOUNT, kind: 'area', areaMm2: round(quantity.value * scale ** 2) }
    : { ...NO_AMOUNT, kind: 'volume', volumeMl: round((quantity.value * scale ** 3) / 1000) }
}
