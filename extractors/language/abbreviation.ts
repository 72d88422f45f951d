/** Abbreviations that a paper defines: "tumoral calcinosis (TC)". They hold from there on, in this paper only. */
import type { Span } from '../../corpus/document.ts'

export interface Abbreviation {
  readonly short: string
  /** Where the long form stands. */
  readonly long: Span
  /** Where the short form is defined. */
  readonly at: Span
}

/** A short form in brackets: two to eight letters or digits, at least two of them capitals, no sentence. */
const BRACKETED = /\(\s*((?=[^)]*[A-Z][^)]*[A-Z])[A-Za-z][A-Za-z0-9/-]{1,8}s?)\s*(?:[;,][^)]*)?\)/g

/** Definitions in one sentence; offsets are shifted by `offset`. */
export function abbreviationsIn(sentence: string, offset: number): readonly Abbreviation[] {
  return [...sentence.matchAll(BRACKETED)].flatMap((match): readonly Abbreviation[] => {
    const short = match[1]!.replace(/s$/, '')
    const at = match.index ?? 0
    const start = longFormStart(sentence.slice(0, at).trimEnd(), short)
    if (start < 0) return []
    const inner = at + match[0].indexOf(match[1]!)
    return [
      {
        short,
        long: { start: offset + start, end: offset + sentence.slice(0, at).trimEnd().length },
        at: { start: offset + inner, end: offset + inner + match[1]!.length },
      },
    ]
  })
}

/**
 * Where the long form begins, by matching the letters of the short form from right to left, the first of them at the
 * beginning of a word (Schwartz and Hearst 2003); -1 where the letters do not fit.
 */
function longFormStart(before: string, short: string): number {
  const letters = short.toLowerCase().replace(/[^a-z0-9]/g, '')
  const plain = plainStart(before, letters)
  if (plain >= 0) return plain
  const least = Math.max(0, before.length - (letters.length * 2 + 5) * 12)
  let at = before.length - 1
  for (let index = letters.length - 1; index >= 0; index--) {
    const letter = letters[index]!
    while (at >= least && (before[at]!.toLowerCase() !== letter || (index === 0 && isInsideWord(before, at)))) at--
    if (at < least) return -1
    at--
  }
  const start = at + 1
  const words = before.slice(start).split(/\s+/).length
  return words <= letters.length * 2 + 2 ? start : -1
}

/** Where the words begin whose initials are the short form, or -1: "systemic sclerosis (SS)". */
function plainStart(before: string, letters: string): number {
  const words = [...before.matchAll(/[A-Za-z0-9]+/g)].filter(([word]) => !/^(?:of|the|and|for|in|to|with)$/i.test(word))
  const last = words.slice(-letters.length)
  const isPlain =
    last.length === letters.length && last.every(([word], index) => word[0]!.toLowerCase() === letters[index])
  return isPlain ? (last[0]!.index ?? -1) : -1
}

const isInsideWord = (text: string, at: number): boolean => at > 0 && /[A-Za-z0-9]/.test(text[at - 1]!)
