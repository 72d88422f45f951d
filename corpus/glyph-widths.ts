/**
 * How a run's width is shared among its characters. Runs keep no place for each letter (they would be ten times as
 * large). Where the typeface's own widths are known they are used; text types agree well enough for the others, and what
 * they disagree on is spread over the run. Pure.
 */
import type { LetterWidths } from './document.ts'

/** Widths in thousandths of the font size, midway between the usual serif and sans-serif types. */
const WIDTHS = new Map<string, number>()
/** Greek is counted with the Latin letters of its shapes. */
const CLASSES: readonly (readonly [number, string])[] = [
  [215, "'|"],
  [222, 'ijl'],
  [265, '.,:;/\\!It\u2019\u2018\u0399\u03B9\u03AF'],
  [300, 'frJ()[]-\u2010\u00B7'],
  [350, 's"`\u00B0{}\u00B9\u00B2\u00B3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u207A\u207B'],
  [440, 'ceaz\u03C4\u03B5\u03AD\u03C2\u03B6\u03BE\u201C\u201D*?'],
  [485, 'vxyk\u03BD\u03BA\u03B3\u03C7\u03BB\u03C5\u03CD'],
  [520, 'bdghnopqu0123456789$\u2013_#\u00E4\u00F6\u00FC\u00E9\u00E8\u03B1\u03BC\u00B5'],
  [560, 'FLS\u0393+=<>\u00B1\u00D7~\u2264\u2265'],
  [620, 'EPTZ\u0395\u03A1\u03A4\u0396\u03A3\u03B2'],
  [680, 'ABKRVXYC\u0391\u0392\u039A\u03A5\u03A7\u0394\u039B\u03C9\u03CE\u03C6\u03C8'],
  [720, 'wDGHNUOQ&\u0397\u039D\u039F\u0398\u03A0\u03A6\u03A8\u03A9'],
  [790, 'm'],
  [860, 'MW\u039C%\u2014\u2026@'],
]
for (const [width, letters] of CLASSES) for (const letter of letters) WIDTHS.set(letter, width)
const USUAL = 540
const BLANK = 0.27

/** In font sizes, for a typeface of which nothing is known. */
export const usualWidth = (letter: string): number => (WIDTHS.get(letter) ?? USUAL) / 1000
export const usualBlank = BLANK

/** How far letters of a type stray from the table or from its own widths, and blanks of a justified line from the usual blank. */
const LETTER_SPREAD = 0.06
const OWN_LETTER_SPREAD = 0.012
const BLANK_SPREAD = 0.14

/** Distance of each character's left edge from the run's, and the run's width at last: `text.length + 1` numbers. */
export function advances(text: string, width: number, size: number, own?: LetterWidths): readonly number[] {
  const widthOf = (letter: string): number => (own?.[letter] ?? WIDTHS.get(letter) ?? USUAL) / 1000
  const ownBlank = own?.[' '] === undefined ? BLANK : own[' '] / 1000
  let letters = 0
  let blanks = 0
  for (const letter of text) {
    if (letter === ' ') blanks++
    else letters += widthOf(letter)
  }
  const { letterScale, blank } = shares(
    letters * size,
    blanks,
    width,
    size,
    own === undefined ? LETTER_SPREAD : OWN_LETTER_SPREAD,
    ownBlank,
  )
  const edges = [0]
  let at = 0
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]!
    at += letter === ' ' ? blank : widthOf(letter) * size * letterScale
    edges.push(at)
  }
  // surrogate pairs count twice above; the last edge is the width whatever happens
  const fit = at > 0 ? width / at : 0
  return edges.map((edge) => edge * fit)
}

/** The likeliest letter scale and blank that fill the width together. */
function shares(
  letters: number,
  blanks: number,
  width: number,
  size: number,
  spread: number,
  usual: number,
): { letterScale: number; blank: number } {
  if (blanks === 0 || letters === 0) return { letterScale: letters > 0 ? width / letters : 1, blank: usual * size }
  const perBlank = letters / (blanks * size)
  const room = width / (blanks * size) - usual
  const a = 1 / spread ** 2
  const c = 1 / BLANK_SPREAD ** 2
  const letterScale = (a + c * room * perBlank) / (a + c * perBlank ** 2)
  const blank = (width - letterScale * letters) / blanks
  if (blank > 0.08 * size) return { letterScale, blank }
  const even = width / (letters + blanks * usual * size)
  return { letterScale: even, blank: even * usual * size }
}
