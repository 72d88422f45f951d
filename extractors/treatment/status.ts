/** Whether a treatment was given, stopped, considered, refused or left out; see the cases for the wordings. */
import type { Assertion } from '../language/assertion.ts'

export type TreatmentStatus = 'given' | 'stopped' | 'considered' | 'refused' | 'not-given'

const REFUSED =
  /\b(?:refus\w+|declin(?:ed|es|ing)|reject(?:ed|s)|(?:did|do|does) not (?:want|wish|consent|agree|accept)|chose not|preferred not|asked not|unwilling|opted against|not willing|denied (?:surg|treat|operat|consent))/i
const CONSIDERED =
  /\b(?:(?:was|were|is|are|been|being)\s+(?:\w+\s+)?(?:considered|planned|proposed|suggested|recommended|advised|offered|discussed|scheduled|contemplated|indicated|envisaged)|(?:consider(?:ed|ing)|plan(?:ned|s|ning)|propos(?:ed|ing)|suggest(?:ed|ing)|recommend(?:ed|ing)?|advis(?:ed|ing)|offer(?:ed|ing)|contemplat\w+|scheduled (?:for|to)|referred for (?:surg\w*|excision|operation|consideration)|awaiting|candidate for|waiting list)\b)/i
const DONE =
  /\b(?:performed|carried out|done|underwent|undergone|received|given|administered|started|initiated|commenced|begun|was excised|were excised|removed|accepted|completed|treated|undertaken|instituted|introduced|prescribed|continued)\b/i
const NOT_GIVEN =
  /\b(?:not (?:given|started|performed|attempted|tried|prescribed|indicated|possible|feasible|done|used|initiated|undertaken|been (?:given|treated|used|tried)|available|required|necessary|needed|considered)|never (?:received|taken|been|had|used)|contraindicated|postponed|deferred|avoided|withheld|could not be|unsuitable|inoperable|ruled out|without (?:any )?(?:treatment|therapy|surgery)|(?:judged|considered|deemed|felt|thought) (?:to be )?(?:too risky|unnecessary|inoperable|unsafe|not )|too risky|(?:has|had|did|have) not (?:\w+ )?(?:taken|take|receive|received|had|undergo|undergone|been given) (?:it|them|any))/i

/** "Excision was offered, but the patient declined." */
const REFUSED_LATER =
  /^[^.]{0,50}\b(?:she|he|patient|who|parents|family|they)\s+(?:\w+\s+)?(?:declined|refused|rejected)(?:\s+(?:it|this|them))?\s*(?:[.,;]|$)|^[^.]{0,40}\b(?:refused|declined|rejected)\s+by\b/i

/** How far from the treatment its own verb may stand. */
const NEAR = 90

/** `start` and `end` are the treatment's place in the clause `text`. */
export function statusOf(text: string, start: number, end: number, asserted: Assertion): TreatmentStatus | null {
  if (asserted.experiencer === 'other') return null
  const before = text.slice(Math.max(0, start - NEAR), start)
  const after = text.slice(end, end + NEAR)
  const around = `${clauseBefore(before)}\u0000${clauseAfter(after)}`
  if (REFUSED.test(around) || REFUSED_LATER.test(after)) return 'refused'
  if (
    /\bnone\s+(?:of\s+(?:them|the\s+\w+)\s+)?(?:was|were|had been)\s+(?:taking|on|given|receiving|treated with)\s+(?:an?\s+)?$/i.test(
      before,
    )
  )
    return 'not-given'
  if (/\b(?:against|instead of|rather than|in place of)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?$/i.test(before))
    return 'not-given'
  if (
    isStopped(clauseBefore(before), clauseAfter(after)) ||
    STOPPED_LATER.test(after) ||
    STOPPED_IN_BRACKETS.test(after)
  )
    return 'stopped'
  if (
    NOT_GIVEN.test(clauseAfter(after)) ||
    /\b(?:has|had|did|have) not (?:\w+ )?(?:taken|take|receive|received|had) (?:it|them)\b/i.test(text.slice(end))
  )
    return 'not-given'
  if (asserted.polarity === 'negated')
    return isResponseToIt(text, start) || isEffectDenied(text, start, end) ? 'given' : 'not-given'
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

/** "Neither A nor B was effective", "A was not tolerated": it was given. */
const isEffectDenied = (text: string, start: number, end: number): boolean =>
  /^[^.;]{0,90}?\b(?:effective|effect|helpful|tolerated|successful|beneficial|of (?:benefit|help|use)|help|respon\w+|improve\w*|change[ds]?|influence|bring|brought|repeated|continued|work|alter|halt|prevent)\b/i.test(
    text.slice(end),
  ) &&
  !/\b(?:never|not (?:receive|given|treated|taken|started)|had not (?:had|received|taken|been)|no|without)\s+(?:[\w-]+\s+){0,3}$/i.test(
    text.slice(0, start),
  )

/** "until 2001, when he stopped it", "..., but it had to be stopped for headache". */
const STOPPED_LATER =
  /^[^.]{0,60}?(?:\b(?:when|and|but|until|then)|;)\s+(?:(?:she|he|it|this|these|they|the (?:drug|treatment|infusions?))\s+)(?:\w+\s+)?(?:stopped|discontinued|gave up|(?:was|were|had to be)\s+(?:\w+\s+)?(?:stopped|discontinued|withdrawn|suspended|abandoned|given up))\b|^\s*,?\s*(?:the latter|the last|which)\s+(?:being|was|had to be|having been)\s+(?:\w+\s+)?(?:stopped|discontinued|withdrawn|suspended|given up)\b/i

/** "diltiazem 240 mg (2015; stopped because of dizziness)". */
const STOPPED_IN_BRACKETS = /^[^(),;]{0,60}\([^()]{0,30}\b(?:stopped|discontinued|withdrawn|suspended)\b/i

function isStopped(before: string, after: string): boolean {
  // "sevelamer was substituted for calcium carbonate": the second made room for the first
  if (/\b(?:was|were|been)\s+substituted\s+for\s+(?:[\w-]+\s+){0,2}$/i.test(before)) return true
  if (/^[^,;.]{0,40}\b(?:was|were|been)\s+substituted\s+for\b/i.test(after)) return false
  // "A was replaced by B": A is stopped, B is not
  if (/\b(?:replaced|substituted|switched|changed)\s+(?:\w+\s+)?(?:by|with|to|for)\s+(?:[\w-]+\s+){0,3}$/i.test(before))
    return false
  if (
    /^(?:[^,;]{0,80})\b(?:was|were|is|had been|has been|being|had to be|have to be)\s+(?:[\w-]+\s+){0,3}(?:stopped|given up|exchanged|not tolerated|not continued|not repeated|discontinued|withdrawn|suspended|ceased|interrupted|replaced|substituted|abandoned|halted|tapered off|terminated|switched|changed)\b/i.test(
      after,
    )
  )
    return true
  if (/^[^,]{0,25}\b(?:discontinuation|withdrawal|cessation)\b/i.test(after)) return true
  return /\b(?:stopped|discontinued|withdrew|suspended|stopping|discontinuing|discontinuation of|withdrawal of|cessation of|switched from|weaned off)\s+(?:the\s+|her\s+|his\s+|taking\s+|all\s+)?(?:(?!and\b|or\b)[\w-]+\s+){0,2}$/i.test(
    before,
  )
}

const JOIN =
  /;|\bbecause\b|\b(?:as|since)\s+(?:she|he)\b|\b(?:but|then|however|while|whereas|subsequently|afterwards|thereafter|instead)\b|\band\s+(?:she|he|it|they|we|the patient)\b/i

const clauseBefore = (before: string): string => before.split(JOIN).at(-1) ?? before
/** "Tofacitinib was added and tacrolimus was withdrawn": the second verb has a subject of its own. */
const OWN_VERB =
  /^([^,;]*?\b(?:was|were|had|has)\b[^,;]*?)\s+and\s+(?:(?!also|then|later|it|they|this)[\w-]+\s+){1,4}(?:was|were|had|has)\b/i

function clauseAfter(after: string): string {
  const clause = after.split(JOIN)[0] ?? after
  return OWN_VERB.exec(clause)?.[1] ?? clause
}
