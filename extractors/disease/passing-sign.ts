/** Names that tell no disease of their own: what a section shows, a dialysis of some days. */
import type { Mention } from '../language/term.ts'

/** "on haemodialysis for nine years" is kidney failure; haemodialysis for some days may be for an acute one. */
const ON_DIALYSIS = /^(?:on|undergoing|receiving)\b/i
const LASTS =
  /^[^.;]{0,40}?\b(?:since|(?:for|over|during)\s+(?:(?:the|about|over|more|than|past|last|nearly|at|least|approximately|almost|some)\s+)*[\w.½-]+\s*-?\s*(?:years?|months?)|thrice|(?:three|3)\s+times|[\w-]+\s+years\s+(?:earlier|before|ago))\b/i

const DIAGNOSED = /\bdiagnos|\bhistory\s+of\b|\bknown\b|\btreated\s+for\b|\b(?:no|without)\b|exclu|ruled/i
const UNDER_MICROSCOPE = /infiltrat|dermis|epidermis|specimen|\bsections?\b|microscop|stain/i

/** "septal panniculitis", "leukocytoclastic vasculitis" under the microscope: what the section shows, not what the patient has. */
export const isOfSection = ({ term }: Mention, sentence: string): boolean =>
  !DIAGNOSED.test(sentence) &&
  (term.key === 'panniculitis' || (term.key === 'vasculitis' && UNDER_MICROSCOPE.test(sentence)))

/** "on haemodialysis" without a word of its lasting. */
export const isShortDialysis = ({ term, text }: Mention, behind: string): boolean =>
  term.key === 'esrd' && ON_DIALYSIS.test(text) && !LASTS.test(behind)
