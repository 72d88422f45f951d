/** Whether a deposit is said to be there, to be absent, or to be possible. */
import type { Assertion } from '../language/assertion.ts'
import type { Head } from './head.ts'
import type { Place } from './place.ts'

export type Presence = 'present' | 'absent' | 'possible'

const NOT_THERE =
  /\b(?:but\s+)?(?:not|nor|never|neither|none|no|without)\b|\bexcept(?:ing|ion)?\b|\bspar(?:ed|es|ing)\b|\bapart from\b|\bother than\b/i
const EXCEPT =
  /\b(?:except(?:ing)?(?:\s+(?:for|in|on|at|over))?|apart from|other than|with the exception of|but(?:\s+only)?\s+(?:in|on|at|over)|only (?:in|on|at|over))\s+(?:[\w-]+\s+){0,5}$/i

/**
 * Judges one place under one head. `head` and `place` are their assertions; `text` the sentence.
 * "no calcifications on the hands" is absent; "calcifications of the hands but not the feet" is both.
 */
export function presenceOf(
  text: string,
  head: Head,
  place: Place,
  asserted: { readonly head: Assertion; readonly place: Assertion },
): Presence | null {
  if (asserted.head.temporality === 'hypothetical' || asserted.head.experiencer === 'other') return null
  const [from, to] = head.end <= place.start ? [head.end, place.start] : [place.end, head.start]
  // "they did not hurt and lay over the back": what is said first denies no place
  const gap = head.lump === undefined ? text.slice(from, to) : text.slice(from, to).replace(/^.*\b(?:and|but)\b/i, '')
  if (isGeneral(text, head, place)) return null
  if (asserted.head.polarity === 'negated' && NO_CHANGE.test(text.slice(0, head.start))) return 'present'
  if (asserted.head.polarity === 'negated' && NO_RETURN.test(text.slice(0, head.start))) return null
  if (asserted.head.polarity === 'negated' || isPlainlyDenied(text, head) || LEFT_ALONE.test(text)) {
    if (/\bno longer\b/i.test(text)) return null
    return head.end <= place.start && EXCEPT.test(gap) ? 'present' : 'absent'
  }
  if (
    /^[^.;]{0,60}\b(?:was|were|is|are)\s+(?:\w+\s+)?(?:associated|correlated)\b/i.test(
      text.slice(Math.max(head.end, place.end)),
    )
  )
    return null
  if (isSought(text, head) && !NOT_THERE.test(gap)) return null
  if (head.end <= place.start && NOT_THERE.test(gap)) return absentBehind(gap, head, asserted.place)
  return asserted.head.polarity === 'possible' ? 'possible' : 'present'
}

const AS_A_RULE = String.raw`(?:most\s+)?(?:usually|commonly|typically|frequently|often|rarely|generally|preferentially|characteristically|classically)`
/** "Breast calcification may mimic cancer", "calcinosis usually affects the hands". */
const OF_ANYBODY = new RegExp(
  String.raw`^\s*(?:\w+ly\s+)?(?:may|can|might|should)\b|^\s*(?:${AS_A_RULE}\s+(?:affects?|occurs?|involves?|appears?|develops?|is|are)|(?:is|are)\s+${AS_A_RULE})\b`,
  'i',
)
/** "Nodules on the fingers are typical of limited disease", "new lesions of the knees were feared". */
const NOT_OF_HER =
  /^\s*(?:(?:is|are)\s+(?:typical|characteristic|common|frequent|usual|rare|uncommon|unusual|well[\s-]known)|(?:was|were)\s+(?:feared|expected|anticipated))\b/i

/** What is true of anybody, or was only feared, is not told of the patient. */
const isGeneral = (text: string, head: Head, place: Place): boolean =>
  OF_ANYBODY.test(text.slice(head.end)) || NOT_OF_HER.test(text.slice(Math.max(head.end, place.end)))

const OF_LUMPS = String.raw`(?:(?:the|her|his|these|those|any|its|size|number|of|in|on|to)\s+)*(?:[\w-]+\s+){0,2}$`
/** "no improvement of the lumps on the forearm", "did not reduce the deposits of the thigh": they are there. */
const NO_CHANGE = new RegExp(
  String.raw`\b(?:(?:no|without|little|any|lack of|absence of)\s+(?:[\w-]+\s+){0,2}(?:improvement|changes?|effects?|response|reduction|regression|decrease|increase|benefit|progression|growth|worsening|influence|impact|resolution|softening|relief|success|reductions|difference)\s+(?:in|of|on|to|from|for)|(?:not|failed to|fail to|never)\s+(?:\w+ly\s+)?(?:improve|reduce|affect|influence|change|alter|halt|shrink|dissolve|soften|resolve|decrease|diminish|control|help)|(?:improv|reliev|reduc|resolv|help|affect|influenc|control|treat)\w*\b[^.;]*,?\s+but\s+not)\s+${OF_LUMPS}`,
  'i',
)
/** "no recurrence of the nodules": there were some; nothing is said of none. */
const NO_RETURN = new RegExp(
  String.raw`\b(?:no|without|not)\s+(?:[\w-]+\s+){0,2}(?:recurrences?|relapses?|re-?growth|return|reappearance|re-?formation)\s+of\s+${OF_LUMPS}`,
  'i',
)

/** "whose calcinosis left the hands alone". */
const LEFT_ALONE =
  /\b(?:calcinosis|calcifications?|deposits?)\s+(?:had\s+|has\s+)?left\s+(?:the|her|his)\s+[\w\s]{2,40}\balone\b/i

/** "did not present subcutaneous calcific deposits neither on the hands": a second denial does not undo the first. */
const isPlainlyDenied = (text: string, head: Head): boolean =>
  /\b(?:did|do|does)\s+not\s+(?:present|have|show|reveal|exhibit|display)\s+(?:any\s+)?(?:[\w-]+\s+){0,2}$/i.test(
    text.slice(0, head.start),
  ) || /\bfree (?:of|from)\s+(?:any\s+)?$/i.test(text.slice(0, head.start))

/** "Calcification was looked for": nothing is told yet. */
export const isSought = (text: string, head: Head): boolean =>
  /^\s*(?:was|were)\s+(?:looked for|sought|searched for|screened for)\b/i.test(text.slice(head.end)) ||
  /\b(?:look|search|screen)(?:ed|ing)?\s+for\s+(?:[\w-]+\s+){0,2}$/i.test(text.slice(0, head.start))

/** After an affirmed head: "but not in the feet", "sparing the trunk" deny the place; "without erosion of the hip" says nothing. */
function absentBehind(gap: string, head: Head, place: Assertion): Presence | null {
  if (head.kind !== 'calcification') return null
  if (
    /\bnone\s+(?:was|were|could be)\b|\b(?:not|nor|neither|never|none)\s+(?:seen |found |present |noted |detected |observed )?(?:on|in|at|over|of|around|near|the|any|her|his)\b[^,;]*$/i.test(
      gap,
    )
  )
    return 'absent'
  if (
    /\bspar(?:ing|ed|es)\b(?:\s+of)?[^;]*$|\b(?:except(?:ing)?|apart from|other than|with the exception of)\b(?:\s+(?:for|in|on|at|over|of))?[^;]*$/i.test(
      gap,
    )
  )
    return 'absent'
  if (/\b(?:no|without)\b/i.test(gap)) return null
  return place.polarity === 'negated' ? 'absent' : 'present'
}
