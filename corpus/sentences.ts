/**
 * Where sentences end in clinical prose. compromise knows the common abbreviations; the guards here know how
 * case reports are written: "Fig. 1", "et al.", "i.v.", initials, species, marks set behind the full stop ("patients.5").
 */
import nlp from 'compromise/one'
import type { Span } from './document.ts'

interface CompromiseWorld {
  readonly model: { readonly one: { readonly abbreviations: Readonly<Record<string, boolean>> } }
}

/** Never end a sentence: something always follows ("Fig. 2", "Dr. Moss", "vs. placebo"). */
const OPEN_ABBREVIATIONS = new Set(
  'fig figs figure dr drs mr mrs ms prof vs e.g i.e eg ie cf ca c viz no nos nr ref refs eq eqs tab vol pp p approx resp st suppl ed eds sp spp var subsp incl excl max min avg est'.split(
    ' ',
  ),
)
/** May stand at an end or in the middle; the next word decides ("by Moss et al. The patient", "Moss et al. Ann Med"). */
const DOUBTFUL_ABBREVIATIONS = new Set(
  'al etc inc ltd co jr sr ph.d m.d u.s u.k i.v i.m s.c p.o b.i.d t.i.d q.d q.i.d o.d a.m p.m dept univ med rev ann'.split(
    ' ',
  ),
)
/** Words that open a sentence but hardly ever follow an abbreviation within one. */
const OPENERS = new Set(
  'the a an this these those that there it its he she his her they their we our in on at after before during for from with as by to at both all no one two three four if when while although though however moreover furthermore thus therefore hence then here some most many several such since because despite following upon given physical laboratory serum treatment therapy skin blood patient patients case cases results radiographs imaging biopsy histology calcinosis systemic'.split(
    ' ',
  ),
)
/** Terminator, closing quotes and brackets, reference marks set solid behind it, blank. */
const CANDIDATE =
  /[.!?\u2026]+["'\u201D\u2019\u00BB)\]]*(?:[\u00B9\u00B2\u00B3\u2070-\u207B][\u00B9\u00B2\u00B3\u2070-\u207B,\u2013-]*|(?<=[\p{L})\]"'\u201D\u2019]\S{0,3})\[?\d{1,3}(?:[,\u2013\u2012-]\s?\d{1,3})*\]?)?\s+/gu
/** Reference marks behind the full stop. */
const MARKS = /[\u00B9\u00B2\u00B3\u2070-\u207B,\u2013-]+$/
/** A blank lost behind the full stop: "in both thighs.The patient". */
const LOST_BLANK = /(?<=\p{Ll}{3}|\p{Ll}\))\.(?=\p{Lu}\p{Ll}*\s\p{Ll})/gu
/** Lower-case words a sentence can begin with all the same. */
const LOWER_OPENER = /^(?:anti-|pH\b|mRNA\b|[cp]-?ANCA\b|[\u03B1-\u03C9]-)/

/** compromise's abbreviations that are whole words or units here: "in vitro. Methotrexate", "2 cm. Biopsy". */
const WHOLE_WORDS =
  /^(?:situ|vivo|vitro|def|det|sec|hrs?|[mkcd]m|[dhckm]?[gl]|ml|dl|cg|\u00B5g|kg|mg|ad|ms|ma|pd|ps|pt|res|rep|reps|sen|fem|inf|temp|misc|exp|gen|maj|hon|arc|corp|fr|ss)$/
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  Object.keys((nlp.world() as CompromiseWorld).model.one.abbreviations).filter((word) => !WHOLE_WORDS.test(word)),
)

/** Spans of the sentences of one block, relative to its text; blanks between them belong to none. */
export function sentenceSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (const end of boundaries(text)) {
    if (!endsSentence(text, start, end)) continue
    push(spans, text, start, end)
    start = end
  }
  push(spans, text, start, text.length)
  return spans
}

function boundaries(text: string): readonly number[] {
  const ends = new Set<number>()
  for (const match of text.matchAll(CANDIDATE)) ends.add(match.index + match[0].length)
  for (const match of text.matchAll(LOST_BLANK)) ends.add(match.index + 1)
  return [...ends].sort((a, b) => a - b)
}

function push(spans: Span[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  if (end > start) spans.push({ start, end })
}

function endsSentence(text: string, start: number, end: number): boolean {
  const before = text.slice(start, end).trimEnd().replace(MARKS, '')
  const after = text.slice(end, end + 40)
  if (after === '') return true
  // "1. Local excision": the number opens the list item
  if (/^[([]?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]+$/.test(before)) return false
  // "Fig. 1. Both hands", "Table 2. Serology": the number opens the caption
  if (/^(?:fig(?:ure)?s?\.?|table|case|patient|scheme|box)\s*(?:\d{1,2}|[IVX]+)\s?[A-H]?\.$/i.test(before)) return false
  // "What now?), and so on"
  if (/^[,;:)\]]/.test(after)) return false
  const opensLower = /^["'\u201C([]?\p{Ll}/u.test(after)
  if (opensLower && !LOWER_OPENER.test(after)) return false
  const word = /([\p{L}\p{N}.\u2019'-]+?)\.["'\u201D\u2019)\]]*$/u.exec(before)?.[1]
  return word === undefined || endsAfterWord(word, before, after)
}

function endsAfterWord(word: string, before: string, after: string): boolean {
  const lower = word.toLowerCase()
  const nextWord = /^[("\u201C[]*([\p{L}-]+)/u.exec(after)?.[1] ?? ''
  // "No. 4" is a number, "She said no. Then" is not
  if ((lower === 'no' || lower === 'p' || lower === 'c') && !/^\d/.test(after)) return lower === 'no'
  // "a maximum of 3 min. The": a unit after a number ends like any word
  if (/^(?:min|max|est|var|st)$/.test(lower) && /\d\s?\S+\.$/.test(before)) return /^\p{Lu}/u.test(nextWord)
  if (OPEN_ABBREVIATIONS.has(lower)) return false
  // "A. B. Moss"
  if (/^\p{Lu}$/u.test(word) && /^\p{Lu}\.\s/u.test(after)) return false
  if (/^\p{Lu}$/u.test(word)) return endsAfterInitial(before, nextWord)
  if (DOUBTFUL_ABBREVIATIONS.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word) || ABBREVIATIONS.has(lower))
    return OPENERS.has(nextWord.toLowerCase())
  return true
}

/** "A. Moss" and "Moss J. R." go on; "hepatitis B. She" and "vitamin D. Therapy" end. */
function endsAfterInitial(before: string, nextWord: string): boolean {
  const previous = /(\S+)\s+\S+$/.exec(before)?.[1] ?? ''
  if (/^\p{Ll}[\p{L}-]*$/u.test(previous)) return true
  return OPENERS.has(nextWord.toLowerCase())
}
