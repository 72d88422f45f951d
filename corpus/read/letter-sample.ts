/** Where the widths of a paper's typefaces are learnt: on the one page that shows most of them. */
import type { LetterWidths } from '../document.ts'
import type { PdfSource, SourcePage } from './pdf/pdf-source.ts'

/** Pages with fewer letters are mostly pictures, and dear to draw; slides have no others. */
const LEAST_LETTERS = [600, 80]

/** Empty where no page is fit to learn from, or learning fails: boxes are then shared out by usual widths. */
export async function learntWidths(
  source: PdfSource,
  pages: readonly SourcePage[],
): Promise<ReadonlyMap<string, LetterWidths>> {
  const page = LEAST_LETTERS.map((least) => samplePage(pages, least)).find((each) => each !== null)
  if (page === undefined) return new Map()
  return source.letterWidths(page.number).catch(() => new Map<string, LetterWidths>())
}

function samplePage(pages: readonly SourcePage[], least: number): SourcePage | null {
  const letters = new Map<string, number>()
  for (const page of pages)
    for (const item of page.items) letters.set(item.font, (letters.get(item.font) ?? 0) + item.text.length)
  let best: SourcePage | null = null
  let most = 0
  // the first page is preferred for a tie: it seldom has pictures
  for (const page of pages) {
    const own = page.items.reduce((sum, item) => sum + item.text.length, 0)
    if (own < least) continue
    const covered = [...new Set(page.items.map((item) => item.font))].reduce((sum, font) => sum + letters.get(font)!, 0)
    if (covered > most * 1.1) {
      best = page
      most = covered
    }
  }
  return best
}
