/** What glyphs stand for: ligatures, soft hyphens, odd blanks, small raised figures. Pure. */

const LIGATURES: Readonly<Record<string, string>> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
}
const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '0': '\u2070',
  '1': '\u00B9',
  '2': '\u00B2',
  '3': '\u00B3',
  '4': '\u2074',
  '5': '\u2075',
  '6': '\u2076',
  '7': '\u2077',
  '8': '\u2078',
  '9': '\u2079',
  a: '\u1D43',
  b: '\u1D47',
  c: '\u1D9C',
  d: '\u1D48',
  e: '\u1D49',
  f: '\u1DA0',
  g: '\u1D4D',
  '+': '\u207A',
  '-': '\u207B',
  '\u2212': '\u207B',
  '\u2013': '\u207B',
  '\u2010': '\u207B',
}
/** Letters of formulas ("𝜇mol/L", "𝑛 = 3") are letters all the same. */
const FORMULA_LETTERS = /[\u{1D400}-\u{1D7FF}]+/gu
/** What a typesetter of formulas has in place of the prime. */
const PRIVATE_PRIME = '\u{F8020}'
const ODD =
  /[\uFB00-\uFB06\p{Cc}\p{Cf}\u00A0\u2000-\u200A\u2011\u2028-\u202F\u205F\u3000\uFFFE\uFFFF\u{1D400}-\u{1D7FF}\u{F8020}]/u

/** Plain text of one item; a line-end soft hyphen stays, as a hyphen. */
export function cleanText(text: string): string {
  const closed = letterSpaced(text)
  if (!ODD.test(closed) && !/\s\s|[\t\n]/.test(closed)) return closed
  return (
    closed
      .replace(/[\uFB00-\uFB06]/g, (ligature) => LIGATURES[ligature]!)
      .replace(FORMULA_LETTERS, (letters) => letters.normalize('NFKC'))
      .replaceAll(PRIVATE_PRIME, '\u2032')
      .replace(/\u00AD$/, '-')
      .replace(/[\u00AD\u200B-\u200F\u2060-\u206F\uFEFF\uFFFE\uFFFF]/g, '')
      .replace(/\u2011/g, '-')
      // glyphs without a Unicode map come out as control characters
      .replace(/(?![\t\n])\p{Cc}/gu, '')
      .replace(/[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g, ' ')
  )
}

/** "C A S E  R E P O R T" is a heading in letter-spaced capitals. */
function letterSpaced(text: string): string {
  const parts = text.trim().split(' ')
  if (parts.length < 4 || parts.some((part) => part.length > 1 && part !== '')) return text
  return text.replace(/(\S) (?=\S(?: |$))/g, '$1').replace(/ {2,}/g, ' ')
}

/** Digits and signs become superscript characters; so do single letters as marks; others ("th", "99m") stay as they are. */
export function superscript(text: string): string {
  if (/^[a-g](?:,\s?[a-g])*,?$/.test(text)) return text.replace(/[a-g]/g, (mark) => SUPERSCRIPTS[mark]!)
  if (!/^[\s\d,;+\-\u2212\u2013\u2010()[\].]+$/.test(text) || !/\d/.test(text)) return text
  return text.replace(/[\d+\-\u2212\u2013\u2010]/g, (mark) => SUPERSCRIPTS[mark]!)
}
