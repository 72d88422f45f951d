/**
 * Folding: text as it is compared, with the way back to the offsets it came from. Case, diacritics, ligatures, Greek
 * letters, dashes, super- and subscripts and British spellings become one form; nothing is lost but the difference.
 */

export const SPACE = 32
export const HYPHEN = 45

export interface Folded {
  /** One code unit per folded character: a-z, 0-9, SPACE, HYPHEN or punctuation as it is. */
  readonly codes: Uint16Array
  /** Offset of the first code unit that a folded character stands for. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly length: number
}

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ω: 'omega',
}

const WIDE: ReadonlyMap<string, string> = new Map([
  ...Object.entries(GREEK),
  ['ß', 'ss'],
  ['æ', 'e'],
  ['œ', 'e'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
])

/** Apostrophes, the soft hyphen and characters without width. */
const VANISHING: ReadonlySet<string> = new Set([
  "'",
  '’',
  '‘',
  'ʼ',
  '`',
  '´',
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\ufeff',
])

const cache = new Map<string, string>()

/** What one character becomes; empty for what disappears (soft hyphen, apostrophe). */
function foldCharacter(character: string): string {
  const known = cache.get(character)
  if (known !== undefined) return known
  const folded = foldUnknown(character)
  cache.set(character, folded)
  return folded
}

function foldUnknown(character: string): string {
  if (VANISHING.has(character)) return ''
  if (/\s/.test(character)) return ' '
  if (/[-‐‑‒–—−]/.test(character)) return '-'
  // compatibility forms take ligatures, superscripts and full-width letters apart; marks fall away
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...plain].map((letter) => WIDE.get(letter) ?? letter).join('')
}

/** Folds a text; offsets lead back into exactly this text. */
export function fold(text: string): Folded {
  const room = text.length * 4 + 4
  const codes = new Uint16Array(room)
  const starts = new Uint32Array(room)
  const ends = new Uint32Array(room)
  let length = 0
  const touches = (last: number, start: number) => ends[last] === start || starts[last] === start
  const put = (code: number, start: number, end: number) => {
    const last = length - 1
    if (code === SPACE && length > 0 && codes[last] === SPACE) {
      ends[last] = end
      return
    }
    // oesophagus = esophagus, anaemia = anemia
    if (code === 101 && length > 0 && (codes[last] === 97 || codes[last] === 111) && touches(last, start)) {
      codes[last] = 101
      ends[last] = end
      return
    }
    // sulphate = sulfate
    if (code === 104 && length > 0 && codes[last] === 112 && touches(last, start)) {
      codes[last] = 102
      ends[last] = end
      return
    }
    codes[length] = code === 122 ? 115 : code // localized = localised
    starts[length] = start
    ends[length] = end
    length++
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128 && code !== 39 && code !== 96) {
      if (code >= 65 && code <= 90) put(code + 32, at, at + 1)
      else if (code === 9 || code === 10 || code === 13) put(SPACE, at, at + 1)
      else put(code, at, at + 1)
      continue
    }
    const folded = foldCharacter(text[at]!)
    for (let index = 0; index < folded.length; index++) put(folded.charCodeAt(index), at, at + 1)
  }
  return { codes, starts, ends, length }
}

/** The folded text as a string, for comparing short forms. */
export function foldedText(text: string): string {
  const { codes, length } = fold(text)
  return String.fromCharCode(...codes.subarray(0, length)).trim()
}

export const isLetterCode = (code: number): boolean => (code >= 97 && code <= 122) || code > 191
export const isDigitCode = (code: number): boolean => code >= 48 && code <= 57
export const isWordCode = (code: number): boolean => isLetterCode(code) || isDigitCode(code)
