/** Whether a treatment was given, stopped, considered, refused or left out; see the cases for the wordings. */
import type { Assertion } from '../language/assertion.ts'

export type TreatmentStatus = 'given' | 'stopped' | 'considered' | 'refused' | 'not-given'

const REFUSED =
  /\b(?:refus\w+|declin(?:ed|es|ing)|reject(?:ed|s)|did not (?:want|wish|consent|agree|accept)|unwilling|opted against|not willing|denied (?:surg|treat|operat|consent))/i
const STOPPED =
  /\b(?:stopped|discontinu\w+|withdrawn|withdrawal|withdrew|suspended|ceased|cessation|interrupt\w+|replaced (?:by|with)|substituted (?:with|by|for)|switched (?:to|from)|changed to|abandoned|terminated|tapered off|weaned off|halted)/i
const CONSIDERED =
  /\b(?:(?:was|were|is|are|been|being)\s+(?:\w+\s+)?(?:considered|planned|proposed|suggested|recommended|advised|offered|discussed|scheduled|contemplated|indicated|envisaged)|(?:consider(?:ed|ing)|plan(?:ned|s|ning)|propos(?:ed|ing)|suggest(?:ed|ing)|recommend(?:ed|ing)?|advis(?:ed|ing)|offer(?:ed|ing)|contemplat\w+|scheduled|referred|awaiting|candidate|waiting list)\b)/i
const DONE =
  /\b(?:performed|carried out|done|underwent|undergone|received|given|administered|started|initiated|commenced|begun|was excised|were excised|removed|accepted|completed|treated|undertaken|instituted|introduced|prescribed|continued)\b/i
const NOT_GIVEN =
  /\b(?:not (?:given|started|performed|attempted|prescribed|indicated|possible|feasible|done|used|initiated|undertaken|been (?:given|treated|used|tried)|available|required|necessary|needed|considered)|never (?:received|taken|been|had|used)|contraindicated|postponed|deferred|avoided|withheld|could not be|unsuitable|inoperable|ruled out|without (?:any )?(?:treatment|therapy|surgery))/i

/** How far from the treatment its own verb may stand. */
const NEAR = 90

/** `start` and `end` are the treatment's place in the clause `text`. */
export function statusOf(text: string, start: number, end: number, asserted: Assertion): TreatmentStatus | null {
  if (asserted.experiencer === 'other') return null
  const before = text.slice(Math.max(0, start - NEAR), start)
  const after = text.slice(end, end + NEAR)
  const around = `${clauseBefore(before)}\u0000${clauseAfter(after)}`
  if (REFUSED.test(around)) return 'refused'
  if (isStopped(clauseBefore(before), clauseAfter(after))) return 'stopped'
  if (NOT_GIVEN.test(clauseAfter(after))) return 'not-given'
  if (asserted.polarity === 'negated') return isResponseToIt(text, start) ? 'given' : 'not-given'
  if (CONSIDERED.test(around) && !DONE.test(around)) return 'considered'
  if (
    asserted.temporality === 'hypothetical' ||
    /\b(?:may|might|could|would|should|can|will)\s+(?:be\s+)?(?:\w+\s+)?$/i.test(before)
  )
    return 'considered'
  return 'given'
}

/** "no response to warfarin", "without benefit from colchicine": what is denied is the response. */
const isResponseToIt = (text: string, start: number): boolean =>
  /\b(?:no|not|without|fail\w*|did not|lack of|never)\b[^.;]{0,60}\b(?:respon\w+|improve\w*|benefit\w*|effect|relief|success|change|toler\w+|help\w*|result)\b[^.;]{0,60}$/i.test(
    text.slice(0, start),
  )

function isStopped(before: string, after: string): boolean {
  // "A was replaced by B": A is stopped, B is not
  if (/\b(?:replaced|substituted|switched|changed)\s+(?:\w+\s+)?(?:by|with|to|for)\s+(?:[\w-]+\s+){0,3}$/i.test(before))
    return false
  if (
    /^(?:[^,]{0,50})\b(?:was|were|is|had been|has been|being)\s+(?:[\w-]+\s+){0,2}(?:stopped|discontinued|withdrawn|suspended|ceased|interrupted|replaced|substituted|abandoned|halted|tapered off|terminated|switched|changed)\b/i.test(
      after,
    )
  )
    return true
  if (/^[^,]{0,25}\b(?:discontinuation|withdrawal|cessation)\b/i.test(after)) return true
  return /\b(?:stopped|discontinued|withdrew|suspended|stopping|discontinuing|discontinuation of|withdrawal of|cessation of|switched from|weaned off)\s+(?:the\s+|her\s+|his\s+|taking\s+|all\s+)?(?:[\w-]+\s+){0,2}$/i.test(
    before,
  )
}

const JOIN =
  /;|\b(?:but|then|however|while|whereas|subsequently|afterwards|thereafter|instead)\b|\band\s+(?:she|he|it|they|we|the patient)\b/i

const clauseBefore = (before: string): string => before.split(JOIN).at(-1) ?? before
const clauseAfter = (after: string): string => after.split(JOIN)[0] ?? after

export { STOPPED }
