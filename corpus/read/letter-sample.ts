/**
 * How the widths of a paper's typefaces are learnt: a full paper's lines tell them; a short report's say too little, so the
 * few pages are drawn that together show nearly all of its letters.
 */
import type { LetterWidths } from '../document.ts'
import { widthsFromItems } from './learn-widths.ts'
import type { PdfSource, SourcePage } from './pdf/pdf-source.ts'

/** From here on the lines tell the widths as well as the drawing does; below, words of a ragged page were cut in 5 of 100. */
const FULL_PAPER_LETTERS = 9000
/** Pages with fewer letters are mostly pictures; slides have no others. */
const LEAST_LETTERS = [1500, 600, 80]
/** A page of text with so much of the typefaces is enough; on slides, a letter in so few places is not worth another page. */
const TYPEFACE_SHARE = 0.9
const UNSEEN_SHARE = 0.01
const MOST_PAGES = 6

/** Empty where no page is fit to learn from, or learning fails: boxes are then shared out by usual widths. */
export async function learntWidths(
  source: PdfSource,
  pages: readonly SourcePage[],
): Promise<ReadonlyMap<string, LetterWidths>> {
  if (hasLetters(pages, FULL_PAPER_LETTERS)) return widthsFromItems(pages)
  const first = smallestSufficient(pages)
  const learnt = new Map<string, LetterWidths>()
  if (first !== null) await learn(source, first, learnt)
  // the rare letter that is missing has a usual width
  if (first !== null) return learnt
  for (const page of samplePages(pages)) await learn(source, page, learnt)
  return learnt
}

function hasLetters(pages: readonly SourcePage[], least: number): boolean {
  return sum(pages.flatMap((page) => page.items.map((item) => item.text.length))) >= least
}

async function learn(source: PdfSource, page: SourcePage, learnt: Map<string, LetterWidths>): Promise<void> {
  const widths = await source.letterWidths(page.number).catch(() => new Map<string, LetterWidths>())
  for (const [font, letters] of widths) learnt.set(font, { ...letters, ...learnt.get(font) })
}

/** Drawing costs by the letter: the shortest page of text that shows most of the typefaces. */
function smallestSufficient(pages: readonly SourcePage[]): SourcePage | null {
  const fonts = new Map<string, number>()
  const lengths = new Map<SourcePage, number>()
  for (const page of pages) {
    let length = 0
    for (const { font, text } of page.items) {
      fonts.set(font, (fonts.get(font) ?? 0) + text.length)
      length += text.length
    }
    lengths.set(page, length)
  }
  const all = sum(fonts.values())
  const fit = pages.filter((page) => lengths.get(page)! >= LEAST_LETTERS[0]!)
  const shortestFirst = fit.toSorted((a, b) => lengths.get(a)! - lengths.get(b)!)
  const shown = (page: SourcePage): number =>
    sum([...new Set(page.items.map((item) => item.font))].map((font) => fonts.get(font)!))
  return shortestFirst.find((page) => shown(page) > TYPEFACE_SHARE * all) ?? null
}

/** How often each letter of each typeface is drawn. */
type Counts = ReadonlyMap<string, number>

/** Page by page the one that shows most of what has not been seen, until hardly anything is left. */
function samplePages(pages: readonly SourcePage[]): readonly SourcePage[] {
  const counts = new Map(pages.map((page) => [page, lettersOf(page)]))
  const unseen = new Map<string, number>()
  for (const own of counts.values())
    for (const [letter, count] of own) unseen.set(letter, (unseen.get(letter) ?? 0) + count)
  const all = sum(unseen.values())
  const fit = fitPages(pages, counts)
  const chosen: SourcePage[] = []
  while (chosen.length < MOST_PAGES && sum(unseen.values()) > UNSEEN_SHARE * all) {
    const best = mostShown(fit, counts, unseen)
    if (best === null) break
    chosen.push(best)
    for (const letter of counts.get(best)!.keys()) unseen.delete(letter)
  }
  return chosen
}

function fitPages(pages: readonly SourcePage[], counts: ReadonlyMap<SourcePage, Counts>): readonly SourcePage[] {
  for (const least of LEAST_LETTERS) {
    const fit = pages.filter((page) => sum(counts.get(page)!.values()) >= least)
    if (fit.length > 0) return fit
  }
  return []
}

/** Earlier pages win unless a later one shows clearly more: the first seldom has pictures. */
function mostShown(
  pages: readonly SourcePage[],
  counts: ReadonlyMap<SourcePage, Counts>,
  unseen: Counts,
): SourcePage | null {
  let best: SourcePage | null = null
  let most = 0
  for (const page of pages) {
    const shown = sum([...counts.get(page)!.keys()].map((letter) => unseen.get(letter) ?? 0))
    if (shown > most * 1.05) {
      best = page
      most = shown
    }
  }
  return best
}

function lettersOf(page: SourcePage): Counts {
  const counts = new Map<string, number>()
  for (const { font, text } of page.items)
    for (const letter of text)
      if (letter !== ' ') counts.set(`${font} ${letter}`, (counts.get(`${font} ${letter}`) ?? 0) + 1)
  return counts
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
