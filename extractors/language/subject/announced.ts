/** How many patients a paper says it reports, to be held against how many were found. */
import { numberOf } from '../number-words.ts'
import type { Unit } from './unit.ts'

const COUNTED =
  /\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:\w+ ){0,2}(?:patients|cases|sisters|brothers|siblings|children|girls|boys|women|men)\b/i
const REPORTED =
  /\b(?:we|i) (?:\w+ )?(?:report|describe|present|treated|observed|saw)\b|\b(?:report of|case series of)\b/i

/** "We describe two brothers": how many patients a sentence counts, 0 where it counts none. */
export function counted(text: string): number {
  const word = COUNTED.exec(text)?.[1]
  return word ? (numberOf(word) ?? 0) : 0
}

/** From the title, or from a sentence in which the authors say what they report; null where they do not. */
export function announcedCases(units: readonly Unit[]): number | null {
  const announcing = units.find(
    ({ owner, text, marks, section }) =>
      counted(text) > 0 &&
      !['references', 'discussion', 'conclusion', 'neighbour'].includes(section) &&
      (owner.kind === 'title' || (REPORTED.test(text) && !marks.others && !marks.cited)),
  )
  return announcing ? counted(announcing.text) : null
}
