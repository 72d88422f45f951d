/** The turns of phrase that make a sentence about others a claim of one kind or another. */
import type { Span } from '../../corpus/document.ts'

/** "is associated with", "more frequent in", "was found in some cases". */
const ASSOCIATION =
  /\b(?:associat\w+|correlat\w+|link(?:ed|s)?|related to|relation(?:ship)?|predispos\w+|risk(?: factor)?s?|odds|more (?:frequent\w*|common\w*|often|prevalent)|less (?:frequent\w*|common\w*|often)|goes? with|accompan\w+|complicat\w+|seen in|found in|observed in|occur\w* in|develop\w*|cause[sd]?|due to|secondary to|in patients with|hallmark|predict\w*)\b/i
/** "no convincing results", "helped", "has been tried". */
const EFFECT =
  /\b(?:effective\w*|efficac\w+|ineffective|benefi\w+|improv\w+|regress\w*|resol\w+|respon[ds]\w*|respon[cs]e|success\w*|unsuccessful\w*|fail\w*|disappoint\w+|results?|worsen\w*|progress\w*|reduc\w+|decreas\w+|shr[aiu]nk|help\w*|relie[fv]\w*|useful\w*|tried|used|advocated|recommended|reported|proposed|employed|indicated|treatment of choice|option|curative|recurr\w+|prevent\w*)\b/i
const FAILURE =
  /\b(?:no (?:\w+ ){0,2}(?:effect|benefit|response|improvement|success|results?|influence|change|reduction)|ineffective|not (?:\w+ )?(?:effective|successful|helpful|beneficial|recommended|changed|help)|without (?:\w+ )?(?:effect|benefit|success|improvement|response)|fail\w*|unsuccessful\w*|disappoint\w+|lack of (?:effect|efficacy|benefit)|did not|does not|no convincing|should not|have not changed|worsen\w*)\b/i
const PREVALENCE =
  /\b\d{1,3}(?:[.,]\d+)?\s?(?:%|per ?cent)|\b\d{1,3} (?:to|of|out of) (?:the )?\d{1,4} (?:patients|cases|children|women|men)\b|\b(?:prevalence|incidence|frequency) of\b|\b(?:rare|frequent|common|uncommon|infrequent) (?:complication|manifestation|feature|finding)\b/i

const CUES = { association: ASSOCIATION, effect: EFFECT, failure: FAILURE, prevalence: PREVALENCE } as const
export type ClaimCue = keyof typeof CUES

/** Where a cue stands in a sentence that begins at `offset`, or null. */
export function claimCue(cue: ClaimCue, sentence: string, offset: number): Span | null {
  const match = CUES[cue].exec(sentence)
  return match ? { start: offset + match.index, end: offset + match.index + match[0].length } : null
}
