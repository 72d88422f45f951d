/** A simple predicate in plain words; one that is not simple stays as it was written. */

const WORDS: readonly (readonly [RegExp, (value: string) => string])[] = [
  [/^antibody\s*=\s*([^&|]+)$/, (value) => value],
  [/^disease(?:\.subtype)?\s*=\s*([^&|]+)$/, (value) => value],
  [/^deposit\.max_mm\s*>=\s*(\d+)$/, (value) => `a deposit of ${value} mm or more`],
  [/^site\s*(?:=|in)\s*([^&|(]+)$/, (value) => `a deposit at: ${value}`],
  [/^treatment\s*=\s*([^&|]+)$/, (value) => value],
  [/^outcome\s*=\s*([^&|]+)$/, (value) => `the outcome “${value}”`],
]

export function predicateWords(predicate: string): string {
  for (const [pattern, words] of WORDS) {
    const value = pattern.exec(predicate.trim())?.[1]
    if (value !== undefined) return words(value.trim())
  }
  return predicate
}
