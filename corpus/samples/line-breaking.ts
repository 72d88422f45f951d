/** Breaks words into lines as a typesetter does: as full as they go, hyphenated by the usual English patterns. */
import hyphenation from 'hyphen/en-us/index.js'
import type { Fragment, Word } from './inline.ts'

export interface Measure {
  widthOf(fragment: Fragment): number
  readonly spaceWidth: number
}

export interface Line {
  readonly words: readonly Word[]
  readonly widthPt: number
  /** The paragraph ends here, so the line is not justified. */
  readonly last: boolean
}

interface BreakingOptions {
  readonly widthPt: number
  readonly hyphenMark: string
  /** The column ends with this line: break its last word if it can be broken at all. */
  readonly insistOnHyphen?: boolean
}

const SOFT = '\u00ad'

/** Takes the next line off `words`; the rest is what the following line begins with. */
export function takeLine(
  words: readonly Word[],
  measure: Measure,
  options: BreakingOptions,
): { readonly line: Line; readonly rest: readonly Word[] } {
  const fitting = wordsThatFit(words, measure, options.widthPt)
  const next = words[fitting]
  if (next === undefined) return { line: lineOf(words, measure, true), rest: [] }
  const used = words.slice(0, fitting)
  const room = options.widthPt - widthOfWords(used, measure) - (fitting > 0 ? measure.spaceWidth : 0)
  const split = splitToFit(next, room, measure, options.hyphenMark)
  if (split)
    return { line: lineOf([...used, split.head], measure, false), rest: [split.tail, ...words.slice(fitting + 1)] }
  if (options.insistOnHyphen && fitting > 1) return breakLastWord(words, fitting, measure, options)
  // a single word wider than the column is set as it is
  const count = Math.max(fitting, 1)
  return { line: lineOf(words.slice(0, count), measure, false), rest: words.slice(count) }
}

/** Ends the line inside one of its last three words, whichever can be broken, even if the line becomes loose. */
function breakLastWord(words: readonly Word[], fitting: number, measure: Measure, options: BreakingOptions) {
  for (let index = fitting - 1; index >= Math.max(1, fitting - 3); index -= 1) {
    const word = words[index] ?? []
    const split = splitToFit(word, widthOfWord(word, measure) - 0.1, measure, options.hyphenMark)
    if (!split) continue
    const line = lineOf([...words.slice(0, index), split.head], measure, false)
    return { line, rest: [split.tail, ...words.slice(index + 1)] }
  }
  return { line: lineOf(words.slice(0, fitting), measure, false), rest: words.slice(fitting) }
}

function wordsThatFit(words: readonly Word[], measure: Measure, widthPt: number): number {
  let width = 0
  for (const [index, word] of words.entries()) {
    width += widthOfWord(word, measure) + (index > 0 ? measure.spaceWidth : 0)
    if (width > widthPt) return index
  }
  return words.length
}

function splitToFit(word: Word, room: number, measure: Measure, hyphenMark: string) {
  for (const candidate of breaksOf(word, hyphenMark)) if (widthOfWord(candidate.head, measure) <= room) return candidate
  return undefined
}

/** All ways to break a word, the longest head first: after a hyphen or slash of its own, or by pattern with a mark. */
function breaksOf(word: Word, hyphenMark: string): readonly { head: Word; tail: Word }[] {
  return word
    .flatMap((fragment, index) => {
      if (fragment.style === 'superscript') return []
      const before = word.slice(0, index)
      const after = word.slice(index + 1)
      return pointsOf(fragment.text).map(({ at, mark }) => ({
        head: [...before, { ...fragment, text: fragment.text.slice(0, at) + (mark ? hyphenMark : '') }],
        tail: [{ ...fragment, text: fragment.text.slice(at) }, ...after],
      }))
    })
    .reverse()
}

function pointsOf(text: string): readonly { at: number; mark: boolean }[] {
  const own = [...text.matchAll(/(?<=\p{L}{2})[-/](?=[\p{L}\d]{2})/gu)].map((match) => ({
    at: match.index + 1,
    mark: false,
  }))
  const letters = /^[(“"]?(\p{L}{6,})/u.exec(text)
  if (own.length > 0 || letters?.[1] === undefined) return own
  const offset = letters[0].length - letters[1].length
  const points: { at: number; mark: boolean }[] = []
  let at = offset
  for (const piece of hyphenation
    .hyphenateSync(letters[1], { hyphenChar: SOFT, minWordLength: 6 })
    .split(SOFT)
    .slice(0, -1)) {
    at += piece.length
    points.push({ at, mark: true })
  }
  return points.filter((point) => point.at - offset >= 2 && text.length - point.at >= 3)
}

export function widthOfWord(word: Word, measure: Measure): number {
  return word.reduce((sum, fragment) => sum + measure.widthOf(fragment), 0)
}

function widthOfWords(words: readonly Word[], measure: Measure): number {
  return words.reduce((sum, word, index) => sum + widthOfWord(word, measure) + (index > 0 ? measure.spaceWidth : 0), 0)
}

function lineOf(words: readonly Word[], measure: Measure, last: boolean): Line {
  return { words, widthPt: widthOfWords(words, measure), last }
}
