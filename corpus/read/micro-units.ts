/**
 * Fonts whose map calls the micro sign an "m": "10 ml" is drawn as 10 µl, a section of "5 mm" is 5 µm thick. Where the
 * words make a unit look a thousand times too large, the glyphs are asked; what they cannot settle gets a warning. Pure.
 */
import type { ReadWarning } from '../document.ts'
import type { DraftBlock } from './draft.ts'
import type { SourcePage, TextItem } from './pdf/pdf-source.ts'

const MICRO = /[\u00B5\u03BC\u{1D707}]/u

interface Suspicion {
  /** The number is the first group. */
  readonly looks: RegExp
  readonly least: number
  readonly most: number
  /** What must not stand beside it. */
  readonly unless?: RegExp
}

const AMOUNT = String.raw`(\d{1,4}(?:[.,]\d+)?)\s?`
const UNDER_MICROSCOPE = String.raw`paraffin|formalin|cryostat|frozen|microtom\w+|stain\w*|immuno\w+|h(?:a?ematoxylin|&e)|microscop\w+|histolog\w+`
const SUSPICIONS: readonly Suspicion[] = [
  // "creatinine 80 mmol/l" would be a thousand times the normal
  { looks: RegExp(String.raw`\bcreatinine\b[^.;]{0,60}?(?<![\d.,])${AMOUNT}m\s?mol`, 'gi'), least: 20, most: 9999 },
  {
    looks: RegExp(
      String.raw`\b(?:bilirubin|urate|uric acid|iron|zinc|copper)\b[^.;]{0,40}?(?<![\d.,])${AMOUNT}m\s?mol`,
      'gi',
    ),
    least: 5,
    most: 9999,
  },
  // "paraffin sections of 5 mm", but not the slices of a scanner
  {
    looks: RegExp(String.raw`(?<![\d.,])${AMOUNT}[-\s]?m\s?m(?:[-\s]thick)?\s+(?:[\w-]+\s+){0,3}sections?\b`, 'gi'),
    least: 0.5,
    most: 20,
    unless: /\b(?:CT|MRI?|tomogra\w+|slices?|scan\w*|gap)\b/,
  },
  {
    looks: RegExp(
      String.raw`\bsections?\b[^.;]{0,40}?(?<![\d.,])${AMOUNT}m\s?m\b[^.;]{0,60}\b(?:${UNDER_MICROSCOPE})`,
      'gi',
    ),
    least: 0.5,
    most: 20,
    unless: /\b(?:CT|MRI?|tomogra\w+|slices?|scan\w*|gap)\b/,
  },
  // "cells of 12 to 20 mm with round nuclei", "0.22 mm filters", "scale bar 50 mm"
  {
    looks: RegExp(
      String.raw`\b(?:cells?|nuclei|nucleoli|granulocytes|spores?|hyphae|granules|fibrils|organisms)\b[^.;]{0,40}?(?<![\d.,])(?:\d+\s?(?:[\u2013-]|to)\s?)?${AMOUNT}m\s?m\b`,
      'gi',
    ),
    least: 2,
    most: 100,
    unless: /\bcells?\s*\/|\bper\s+mm|\/\s?mm|lung|tumou?r|carcinoma|mass|nodule|lesion/i,
  },
  {
    looks: /(?<![\d.,])(0[.,](?:2|22|45))\s?m\s?m\s+(?:[\w-]+\s+){0,2}(?:filters?|pores?|membranes?)/gi,
    least: 0,
    most: 1,
  },
  {
    looks: RegExp(String.raw`\b(?:scale )?bars?\b[\s:=]{0,3}(?:represents?\s|is\s)?${AMOUNT}m\s?m\b`, 'gi'),
    least: 20,
    most: 999,
  },
  // "25 ml of the reaction mixture", "100 ml in each well"
  {
    looks: RegExp(
      String.raw`(?<![\d.,])${AMOUNT}m\s?l\b[^.;]{0,40}\b(?:PCR|reaction (?:mixture|volume)|(?:per|each) well|primers?|template)\b`,
      'gi',
    ),
    least: 1,
    most: 500,
  },
  // "thyroxine 100 mg", "fentanyl 50 mg", "calcitriol 0.5 mg"
  {
    looks: RegExp(String.raw`\b(?:levo)?thyroxine\b[^.;]{0,25}?(?<![\d.,])${AMOUNT}m\s?g\b`, 'gi'),
    least: 12,
    most: 400,
  },
  { looks: RegExp(String.raw`\bfentanyl\b[^.;]{0,25}?(?<![\d.,])${AMOUNT}m\s?g\b`, 'gi'), least: 10, most: 500 },
  {
    looks: RegExp(
      String.raw`\b(?:calcitriol|alfacalcidol|paricalcitol)\b[^.;]{0,25}?(?<![\d.,])${AMOUNT}m\s?g\b`,
      'gi',
    ),
    least: 0.2,
    most: 10,
  },
]

/** Where in a text a unit looks a thousand times too large. */
function suspectsIn(text: string): readonly number[] {
  return SUSPICIONS.flatMap(({ looks, least, most, unless }) =>
    [...text.matchAll(looks)].flatMap((match) => {
      const amount = Number(match[1]!.replace(',', '.'))
      return amount >= least && amount <= most && !unless?.test(match[0]) ? [match.index] : []
    }),
  )
}

/** Numbers of the pages whose glyphs should be asked. */
export function pagesInDoubt(pages: readonly SourcePage[]): readonly number[] {
  const isWithout = !pages.some(({ items }) => items.some(({ text }) => MICRO.test(text)))
  const doubtful = pages.filter(({ items }) => items.some((_, index) => isLoneM(items, index)))
  const suspect = pages.filter(({ items }) => suspectsIn(textOf(items)).length > 0)
  if (doubtful.length === 0 && (!isWithout || suspect.length === 0)) return []
  // the font that is wrong in one place is wrong in others that look right: "2 ml" of serum
  return pages.filter(({ items }) => items.some(({ text }) => text.includes('m'))).map(({ number }) => number)
}

function textOf(items: readonly TextItem[]): string {
  return items
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
}

/** "m" in a font of its own between a number and the rest of a unit. */
function isLoneM(items: readonly TextItem[], index: number): boolean {
  const { text, font } = items[index]!
  if (text.trim() !== 'm') return false
  const before = items.slice(Math.max(0, index - 2), index).findLast((item) => item.text.trim() !== '')
  const after = items.slice(index + 1, index + 3).find((item) => item.text.trim() !== '')
  if (before === undefined || after === undefined || before.font === font || after.font === font) return false
  return /\d\s*$/.test(before.text) && /^\s?(?:[lmgLMsVA]\b|mol|gm?\b|Ci|kat|IU|U\b)/.test(after.text)
}

/** For each drawn "m" of a font, in order: whether its glyph is the micro sign. */
export type MicroGlyphs = ReadonlyMap<string, readonly boolean[]>

/** The page with the signs mended; as it was where glyphs and letters cannot be matched one by one. */
export function mended<P extends SourcePage>(page: P, glyphs: MicroGlyphs): P {
  const known = new Map([...glyphs].filter(([, flags]) => flags.includes(true)))
  for (const [font, flags] of known) if (countM(page.items, font) !== flags.length) known.delete(font)
  if (known.size === 0) return page
  const next = new Map<string, number>()
  const items = page.items.map((item): TextItem => {
    const flags = known.get(item.font)
    if (flags === undefined) return item
    const text = item.text.replace(/m/g, (letter) => {
      const at = next.get(item.font) ?? 0
      next.set(item.font, at + 1)
      return flags[at] ? '\u00B5' : letter
    })
    return { ...item, text }
  })
  return { ...page, items }
}

function countM(items: readonly TextItem[], font: string): number {
  return items.reduce((sum, item) => sum + (item.font === font ? item.text.split('m').length - 1 : 0), 0)
}

/** One warning for each page on which a unit still looks wrong, in a document without a single micro sign. */
export function microWarnings(blocks: readonly DraftBlock[]): readonly ReadWarning[] {
  if (blocks.some(({ text }) => MICRO.test(text) || /\b(?:mcg|ug|um|ul|umol)\b/.test(text))) return []
  const pages = new Set(
    blocks.flatMap(({ kind, text, page, runs }) =>
      kind === 'reference' ? [] : suspectsIn(text).map((at) => runs.find((run) => run.end > at)?.page ?? page),
    ),
  )
  return [...pages]
    .sort((a, b) => a - b)
    .map((page) => ({
      code: 'suspect-micro-units',
      page,
      message: `Page ${page} has units that look a thousand times too large: its font may show the micro sign as "m".`,
    }))
}
