/**
 * Letter widths of a paper's typefaces, learnt from its text items: each has its letters and their width together. Per
 * typeface the widths that explain the items best, near the usual ones where the items say little, by conjugate
 * gradients on the normal equations. Drawing a page would tell the widths exactly and cost as much as reading the paper. Pure.
 */
import type { LetterWidths } from '../document.ts'
import { usualBlank, usualWidth } from '../glyph-widths.ts'
import type { SourcePage, TextItem } from './pdf/pdf-source.ts'

/** A typeface with fewer letters has no widths of its own. */
const LEAST_LETTERS = 100
/** Items that say enough; a longer paper says the same again. */
const MOST_LETTERS = 12_000
const STEPS = 12
const LEAST_WIDTH = 80

/** How far the usual widths stray from a typeface's own, in font sizes. */
const PRIOR_SPREAD = 0.04
/** How far a typeface as a whole is wider or narrower. */
const SCALE_SPREAD = 0.1
const PRIOR = 1 / PRIOR_SPREAD ** 2
/** How far a word's width strays from the sum of its letters (kerning), and a blank from the usual one (justified lines). */
const KERNING_SPREAD = 0.01
const BLANK_SPREAD = 0.12

/** The items of one typeface: row `i` says that the widths of `letters[starts[i]..starts[i + 1]]` make up its width. */
interface Equations {
  readonly starts: readonly number[]
  readonly letters: readonly number[]
  /** How often the letter is in the item. */
  readonly counts: readonly number[]
  /** In font sizes. */
  readonly widths: readonly number[]
}

/** By the opaque font names of the text items. */
export function widthsFromItems(pages: readonly SourcePage[]): ReadonlyMap<string, LetterWidths> {
  const learnt = new Map<string, LetterWidths>()
  for (const [font, items] of itemsByFont(pages)) {
    const length = items.reduce((sum, item) => sum + item.text.length, 0)
    if (length >= LEAST_LETTERS) learnt.set(font, widthsOf(items))
  }
  return learnt
}

function itemsByFont(pages: readonly SourcePage[]): ReadonlyMap<string, readonly TextItem[]> {
  const fonts = new Map<string, { items: TextItem[]; length: number }>()
  for (const page of pages)
    for (const item of page.items) {
      if (!(item.width > 0 && item.size > 0)) continue
      let own = fonts.get(item.font)
      if (own === undefined) {
        own = { items: [], length: 0 }
        fonts.set(item.font, own)
      }
      if (own.length > MOST_LETTERS) continue
      own.items.push(item)
      own.length += item.text.length
    }
  return new Map([...fonts].map(([font, { items }]) => [font, items]))
}

function widthsOf(items: readonly TextItem[]): LetterWidths {
  const letters = [...new Set(items.flatMap((item) => [...new Set(item.text)]))]
  const usual = letters.map((letter) => (letter === ' ' ? usualBlank : usualWidth(letter)))
  const blank = letters.indexOf(' ')
  const equations = equationsOf(items, letters, usual)
  const found = solved(equations, usual, blank)
  return Object.fromEntries(
    letters.map((letter, index) => [letter, Math.max(LEAST_WIDTH, Math.round(1000 * found[index]!))]),
  )
}

function equationsOf(items: readonly TextItem[], letters: readonly string[], usual: readonly number[]): Equations {
  const numbers = new Map(letters.map((letter, number) => [letter.codePointAt(0)!, number]))
  const starts = [0]
  const terms: number[] = []
  const counts: number[] = []
  const widths: number[] = []
  const seen = new Uint16Array(letters.length)
  for (const { text, width, size } of items) {
    const start = terms.length
    for (const letter of text) {
      const number = numbers.get(letter.codePointAt(0)!)!
      if (seen[number]!++ === 0) terms.push(number)
    }
    let sum = 0
    for (let index = start; index < terms.length; index++) {
      const number = terms[index]!
      counts.push(seen[number]!)
      sum += seen[number]! * usual[number]!
      seen[number] = 0
    }
    // where the width cannot be that of the letters the item says nothing
    if (Math.abs(width / size / sum - 1) < 0.5) {
      starts.push(terms.length)
      widths.push(width / size)
    } else {
      terms.length = start
      counts.length = start
    }
  }
  return { starts, letters: terms, counts, widths }
}

/** The widths that make the weighted squares of what they leave unexplained, and of their shifts from the scaled usual ones, least. */
function solved(equations: Equations, usual: readonly number[], blank: number): Float64Array {
  const { starts, letters, counts, widths } = equations
  const weights = weightsOf(equations, blank)
  const found = scaledUsual(equations, weights, usual, blank)
  const scale = new Float64Array(usual.length).fill(PRIOR)
  const left = new Float64Array(usual.length)
  for (let row = 0; row < widths.length; row++) {
    const rest = weights[row]! * (widths[row]! - rowSum(equations, row, found))
    for (let index = starts[row]!; index < starts[row + 1]!; index++) {
      left[letters[index]!]! += counts[index]! * rest
      scale[letters[index]!]! += weights[row]! * counts[index]! ** 2
    }
  }
  const toward = left.map((value, index) => value / scale[index]!)
  let error = dot(left, toward)
  for (let step = 0; step < STEPS && error > 1e-9; step++) {
    const image = applied(equations, weights, toward)
    const far = error / dot(toward, image)
    for (let index = 0; index < found.length; index++) {
      found[index]! += far * toward[index]!
      left[index]! -= far * image[index]!
    }
    const scaled = left.map((value, index) => value / scale[index]!)
    const last = error
    error = dot(left, scaled)
    for (let index = 0; index < found.length; index++) toward[index] = scaled[index]! + (error / last) * toward[index]!
  }
  return found
}

function weightsOf({ starts, letters, counts, widths }: Equations, blank: number): Float64Array {
  const weights = new Float64Array(widths.length)
  for (let row = 0; row < widths.length; row++) {
    let variance = 0
    for (let index = starts[row]!; index < starts[row + 1]!; index++)
      variance += letters[index] === blank ? (counts[index]! * BLANK_SPREAD) ** 2 : counts[index]! * KERNING_SPREAD ** 2
    weights[row] = 1 / variance
  }
  return weights
}

/** A bold or wide typeface is wide in all its letters: one scale for the letters, one width of the blank. */
function scaledUsual(
  equations: Equations,
  weights: Float64Array,
  usual: readonly number[],
  blank: number,
): Float64Array {
  const { starts, letters, counts, widths } = equations
  const usualOfBlank = usual[blank] ?? 0
  let ss = 1 / SCALE_SPREAD ** 2
  let bb = 1 / BLANK_SPREAD ** 2
  let sb = 0
  let s = 0
  let b = 0
  for (let row = 0; row < widths.length; row++) {
    let blanks = 0
    for (let index = starts[row]!; index < starts[row + 1]!; index++)
      if (letters[index] === blank) blanks = counts[index]!
    const own = rowSum(equations, row, usual) - blanks * usualOfBlank
    const rest = weights[row]! * (widths[row]! - own - blanks * usualOfBlank)
    ss += weights[row]! * own ** 2
    bb += weights[row]! * blanks ** 2
    sb += weights[row]! * own * blanks
    s += own * rest
    b += blanks * rest
  }
  const area = ss * bb - sb ** 2
  const scale = 1 + (s * bb - b * sb) / area
  const found = Float64Array.from(usual, (width) => width * scale)
  if (blank >= 0) found[blank] = usualOfBlank + (b * ss - s * sb) / area
  return found
}

function rowSum({ starts, letters, counts }: Equations, row: number, widths: ArrayLike<number>): number {
  let sum = 0
  for (let index = starts[row]!; index < starts[row + 1]!; index++) sum += counts[index]! * widths[letters[index]!]!
  return sum
}

/** The normal equations' matrix times a vector. */
function applied(equations: Equations, weights: Float64Array, vector: Float64Array): Float64Array {
  const { starts, letters, counts } = equations
  const image = vector.map((value) => PRIOR * value)
  for (let row = 0; row < weights.length; row++) {
    const sum = weights[row]! * rowSum(equations, row, vector)
    for (let index = starts[row]!; index < starts[row + 1]!; index++) image[letters[index]!]! += counts[index]! * sum
  }
  return image
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!
  return sum
}
