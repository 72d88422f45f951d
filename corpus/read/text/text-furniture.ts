/** Lines of a text that are not the paper's argument: authors' addresses, dates, licences, journal lines, page numbers. Pure. */
import { ADDRESS } from '../pdf/front-matter.ts'

const CORRESPONDENCE =
  /^\W{0,2}(?:address(?:es)? (?:for |all )?(?:correspondence|reprints?)|please address|correspondence(?: and reprints?)?(?: to| address| author)?\s*(?::|to\b|$)|corresponding authors?\b|author for correspondence|reprint requests?|(?:e-?mail|tel(?:ephone)?|phone|fax)\s*(?:address)?\s*(?:[:.]|$))/i
const MONTH = String.raw`(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\w*`
const DATED = new RegExp(
  String.raw`^(?:received|accepted|revised|submitted|published|available|first published)(?: online| in revised form| for publication| in final form)?\s*(?:(?:[:;]|on)\s*\S|[,]?\s*(?:\d{1,2}|${MONTH})\b)`,
  'i',
)
const IMPRINT =
  /^(?:copyright\b|©|\(c\) ?(?:19|20)\d\d|(?:doi|issn)\b|https?:\/\/\S+$|www\.\S+$|\d{4}-\d{3}[\dX]\b|peer review under|this is an open access|open access\b.{0,80}$|how to cite|cite this (?:article|as)|citation:|academic editor|downloaded from|for personal use only|page \d+ of \d+|[^.]{3,80}\b(?:19|20)\d\d,? vol(?:ume)?\.? ?\d+|\[?page \d+\]?$|vol(?:ume)?\.? \d+.{0,60}$|[-–— ]*\d{1,4}[-–— ]*$|[\w.+-]+@[\w.-]+$)/i
/** "ARCHIVES OF MEDICINE 2013, 30(1):112–113", "J Hands 2001; 12: 3-5", also twice on one line. */
const JOURNAL_LINE =
  /^\P{Ll}[^.!?]{3,140}\b(?:19|20)\d\d[,;:]? ?\d{1,4}(?: ?\(\S{1,9}\))? ?[:,] ?\w?\d{1,6}(?:[-–]\w?\d{1,6})?\.?$/u
const VERB =
  /\b(?:is|was|were|are|be|been|has|had|have|showed|shows|revealed|presented|developed|received|underwent|complained|denied|treated|did|noted|seen|found)\b/i

export const opensCorrespondence = (text: string): boolean => text.length < 500 && CORRESPONDENCE.test(text)

/** Dates, licence, page numbers, the journal's own line. */
export function isImprint(text: string): boolean {
  return text.length < 600 && (DATED.test(text) || IMPRINT.test(text) || (text.length < 160 && JOURNAL_LINE.test(text)))
}

/** An address without a sentence in it. */
export const isAddress = (text: string): boolean =>
  text.length < 400 && ADDRESS.test(text) && !VERB.test(text) && !/^(?:the|a|an|in|at|on|our|we)\b/i.test(text)

/** "M. Moss, S. Lind, and T. Brook, MD": names and degrees only. */
export function isNames(text: string): boolean {
  if (text.length > 400 || /[.;:!?]$/.test(text.replace(/\b\p{L}{1,3}\.$/u, '')) || VERB.test(text)) return false
  const words = text
    .replace(/[\d*†‡§¹²³⁴⁵,;]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !/^(?:and|und|del|\p{Ll}{1,3})$/iu.test(word))
  return words.length >= 2 && small.length === 0 && /,|\band\b|&|\b\p{Lu}\.|\bM\.?D\b|\bPh\.?D\b/u.test(text)
}
