/** Where the reach of a head, a place or a look ends: with its clause. */

/** What ends the reach of a head or a place: a new clause. */
const BOUNDARY =
  /;|\b(?:but(?!\s+(?:not|no|neither|spar|with no|without|also))|whereas|while|although|though|however|because of|due to|caused by|owing to|secondary to|as a result of|together with|en bloc)\b|[.!?]\s+(?=\p{Lu})|,?\s*\band\s+(?:she|he|they|it|we|there|this|the patient)\s+\w+|,\s*(?:she|he|they|we|there|the patient)\s+\w+/iu

/** "; that in the left breast", "; right thigh": a list goes on over a semicolon where nothing new is named. */
const LIST_ON =
  /;\s*(?:(?:and|that|those|one|another|the|other|a|second|third|two|three|others?|also|in|on|at|over|near|around|of|her|his|left|right|both|bilateral|smaller|larger|largest|up|to)\b[\s,]*)*$/i

export function crosses(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, to)
  return BOUNDARY.test(gap.replace(LIST_ON, ' '))
}

/** "On the film there was resorption but calcification was not seen": a look reaches to the end of its clauses. */
export const leavesView = (gap: string): boolean => BOUNDARY.test(gap.replace(LIST_ON, ' ').replace(/\bbut\b/g, ' '))
