/**
 * Places that a sentence spares although it does not name calcium there: "The face and the trunk were spared", "films of
 * the knees showed none", "nothing was felt at the elbows". They are absent only where the talk is of calcinosis.
 */
import { isA } from '../language/load-terms.ts'
import type { Place } from './place.ts'

/** Up to the verb of the list that a place stands in; a verb between would begin another statement. */
const LIST = String.raw`^(?:(?!\b(?:was|were|is|are|had|has|have|show\w*|reveal\w*|lay|which|that|but|with)\b)[^.;:]){0,90}?`
const LUMPS = String.raw`(?:(?:such\s+|any\s+|other\s+|palpable\s+|visible\s+|these\s+)?(?:calcif\w+|calcinosis|calcium|deposits?|disease|lesions?|plaques?|nodules?|lumps?|mass(?:es)?|swellings?))`
/** "were spared", "remained free of lumps", "had never been involved". */
const AFTER = new RegExp(
  [
    String.raw`${LIST}\b(?:was|were|is|are|remained|remain|appeared|being|been|proved)\s+(?:(?:all|also|\w+ly|both|soft and|normal and)\s+)*(?:spared|unaffected|uninvolved|clean|clear(?:\s+of\s+${LUMPS})?|devoid of\s+${LUMPS}|negative(?:\s+for\s+${LUMPS})?|without\s+${LUMPS}|free(?:\s+(?:of|from)\s+${LUMPS})?|not\s+(?:affected|involved|calcified))(?=[\s.,;:)]*(?:$|[.,;:)])|\s+(?:and|but|on|at|in)\b)`,
    String.raw`${LIST}\b(?:have|has|had|were|was)\s+(?:never|not)\s+(?:been\s+)?(?:involved|affected|calcified)\b`,
    // "films of the knees showed none", "X-rays of the feet did not reveal any"
    String.raw`${LIST}\b(?:(?:show|reveal|disclos|demonstrat|yield|contain)\w*\s+(?:none|nothing\s+(?:similar|of\s+the\s+kind|comparable|of\s+this\s+kind))|(?:(?:did|do|does)\s+not|failed\s+to)\s+(?:show|reveal|disclose|demonstrate|yield|contain)\s+(?:any|such\s+\w+))(?=[\s.,;)]*(?:$|[.,;)])|\s+(?:in|on|at|either)\b)`,
    // a heading of a telegraphic list: "Hips, knees, hands: nothing palpable"
    String.raw`^(?:\s*\([^)]*\))?(?:(?:,|\s+and|\s*\/|\s+or)\s+(?:the\s+)?[\w-]+(?:\s+[\w-]+)?){0,6}\s*(?:\([^)]*\))?\s*:\s*(?:none|nothing\s+(?:palpable|felt|seen|found|similar)|spared|clear|negative|(?:free|negative)\s+(?:of|for|from)\s+${LUMPS})`,
  ].join('|'),
  'i',
)
const SEEN = String.raw`(?:(?:was|were|could\s+be|is|are)\s+)?(?:seen|found|felt|palpable|palpated|visible|present|detected|noted|noticed|observed|demonstrated)?`
/** "none was seen in", "nothing similar at", "sparing the". */
const BEFORE = new RegExp(
  [
    String.raw`\b(?:none|nothing(?:\s+(?:similar|comparable|else|of\s+the\s+kind|of\s+this\s+kind))?)\s+${SEEN}\s*\b(?:in|on|at|over|around|near|about)\b(?:(?!\b(?:but|except|was|were)\b)[^.;]){0,60}$`,
    String.raw`\b(?:sparing(?:\s+of)?|spares|spared)\s+(?:only\s+)?(?:(?!\b(?:but|except|was|were)\b)[^.;]){0,80}$`,
  ].join('|'),
  'i',
)
/** "Unlike the thighs, the buttocks were soft and free". */
const CONTRAST = /\b(?:unlike|in contrast (?:to|with)|as opposed to|contrary to)\s+(?:(?:the|her|his|left|right)\s+)*$/i
/** The lungs are clear and the abdomen is free on every ward round. */
const ROUTINE = /\b(?:clear|clean|free|negative)(?=[\s.,;:)]*$|[\s.,;:)])/i
const ROUTINE_SITES: readonly string[] = ['chest', 'abdomen', 'lung', 'heart', 'skin', 'flank', 'throat']

/** "the face and trunk were spared", "sparing the fingers". */
export function isSpared(text: string, place: Place): boolean {
  if (CONTRAST.test(text.slice(0, place.start))) return false
  const said = AFTER.exec(text.slice(place.end))?.[0]
  if (said === undefined) return BEFORE.test(text.slice(0, place.start))
  // "fat, muscle was not involved": one subject, the last
  if (/\b(?:was|is|has)\s+[^.;]*$/i.test(said) && /,|\band\b/.test(said.replace(/\b(?:was|is|has)\b[\s\S]*$/i, '')))
    return false
  return !(ROUTINE.test(said) && ROUTINE_SITES.some((key) => isA(place.term, key)))
}
