/** Where the widths of a paper's typefaces are learnt: on the few pages that together show nearly all of its letters. */
import type { LetterWidths } from '../document.ts'
import type { PdfSource, SourcePage } from './pdf/pdf-source.ts'

/** Pages with fewer letters are mostly pictures, and dear to draw; slides have no others. */
const LEAST_LETTERS = [600, 80]
/** A letter in so few places is not worth another page. */
const UNSEEN_SHARE = 0.015
const MOST_PAGES = 4

/** Empty where no page is fit to learn from, or learning fails: boxes are then shared out by usual widths. */
export async function learntWidths(
  source: PdfSource,
  pages: readonly SourcePage[],
): Promise<ReadonlyMap<string, LetterWidths>> {
  const learnt = new Map<string, LetterWidths>()
  for (const page of samplePages(pages)) {
    const widths = await source.letterWidths(page.number).catch(() => new Map<string, LetterWidths>())
    for (const [font, letters] of widths) learnt.set(font, { ...letters, ...learnt.get(font) })
  }
  return learnt
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
