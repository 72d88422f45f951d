/** How the end of one line goes on in the next: with a blank, a kept hyphen, or a hyphen that only broke the word. Pure. */

export interface JoinedText {
  readonly text: string
  /** How many characters of the first part were kept. */
  readonly keep: number
  /** Where the second part begins in the joined text. */
  readonly offset: number
}

const LINE_END_HYPHEN = /[\p{L}\d][-\u2010\u00AD]$/u

/** `dropsHyphen(before, after)` gets the letters before and after the hyphen. */
export function joinLines(
  before: string,
  after: string,
  dropsHyphen: (before: string, after: string) => boolean,
): JoinedText {
  const end = before.slice(-80)
  if (!LINE_END_HYPHEN.test(end)) {
    // "anti-" has been handled; "and/" + "or", "Scl\u2013" + "70" need no blank
    const solid = /[/\u2013\u2014]$/.test(end) && !/\s[\u2013\u2014]$/.test(end)
    return glue(before, solid ? '' : ' ', after)
  }
  const head = /[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*(?=[-\u2010\u00AD]$)/u.exec(end)?.[0] ?? ''
  const tail = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/u.exec(after)?.[0] ?? ''
  const drops = before.endsWith('\u00AD') || dropsHyphen(head, tail)
  return drops ? glue(before.slice(0, -1), '', after) : glue(before, '', after)
}

function glue(before: string, between: string, after: string): JoinedText {
  const text = before + between + after
  return { text, keep: before.length, offset: before.length + between.length }
}

/** First parts that keep their hyphen when the text has no better witness. */
const COMPOUND_HEADS =
  /^(?:non|self|well|ill|low|high|long|short|cross|half|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|mid|quasi|follow|work|small|large|full|part|early|late|year|month|week|day|single|double|soft|steroid|gadolinium|contrast|x|t)$/i
/** Second parts that follow a hyphen. */
const COMPOUND_TAILS =
  /^(?:year|years|month|months|week|day|old|dose|term|grade|like|associated|related|induced|based|dependent|positive|negative|free|up|known|treated|specific|mediated|weighted|line|risk|type|onset|sided|derived|hard|forming|containing|bearing|looking|sparing|threatening|limiting|wide|deep|shaped|sized|defined|controlled|matched)$/i
/** Second parts that stand behind a hyphen whatever goes before. */
const FIRM_TAILS =
  /^(?:hard|white|forming|containing|bearing|looking|sparing|threatening|limiting|associated|induced|mediated|shaped|dependent|derived|treated|specific|weighted|onset|year)$/i
/** First parts that grow together with what follows: "thereafter", "undergoing", "withdrawn". */
const CLOSED_HEADS =
  /^(?:there|where|here|with|out|over|under|up|down|some|any|every|in|on|for|fore|after|back|else|further|more|never|other|to|through)$/i
/** What "anti" keeps its hyphen before; it is written solid with all else ("anticentromere", "antibodies"). */
const AFTER_ANTI =
  /^(?:i|topo|smooth|double|cyclic|neutroph|fibrillarin|synthetase$|endothel|mitochond|histone|tumou?r|ds|ss)/i

/**
 * Whether a line-end hyphen belongs to the break and not to the word. `words` counts how the document itself prints
 * words inside its lines: "calcifications" elsewhere in the text decides for "calcifica-/tions".
 */
export function hyphenJudge(words: ReadonlyMap<string, number>): (before: string, after: string) => boolean {
  const count = (word: string): number => words.get(word.toLowerCase()) ?? 0
  return (before, after) => {
    const tail = after.split('-')[0] ?? ''
    const head = before.split('-').at(-1) ?? ''
    const solid = count(head + tail)
    const hyphened = count(`${head}-${tail}`)
    if (tail === '' || /\d$/.test(head) || /^\d/.test(tail)) return false
    if (/^\p{Lu}/u.test(tail)) return solid > hyphened || (solid === hyphened && isBrokenCapitals(head, tail))
    if (/\p{Lu}$/u.test(head)) return solid > hyphened
    if (solid !== hyphened) return solid > hyphened
    return dropsByForm(head, tail, count)
  }
}

/** "PRESENTA-/TION", not "PM-/Scl" or "IL-/II". */
function isBrokenCapitals(head: string, tail: string): boolean {
  return /^\p{Lu}{3,}$/u.test(head) && /^\p{Lu}{2,}$/u.test(tail) && COMMON_ENDINGS.test(tail)
}

/** The document is silent: the forms of the halves decide. */
function dropsByForm(head: string, tail: string, count: (word: string) => number): boolean {
  if (/^anti$/i.test(head)) return !AFTER_ANTI.test(tail)
  if (CLOSED_HEADS.test(head)) return true
  if (FIRM_TAILS.test(tail)) return head.length < 3
  if (COMPOUND_TAILS.test(tail)) return head.length < 3 || (count(head) === 0 && !COMPOUND_HEADS.test(head))
  if (COMPOUND_HEADS.test(head)) return COMMON_ENDINGS.test(tail) || (tail.length < 4 && count(tail) === 0)
  // both halves are words of this document: "rib-/bone", "steroid-/sparing"
  const bothWords = count(head) > 0 && count(tail) > 0 && head.length > 3 && tail.length > 3
  return !bothWords || COMMON_ENDINGS.test(tail)
}

/** Word endings that happen to be words. */
const COMMON_ENDINGS =
  /^(?:able|ally|ance|ation|ations|ate|ates|ated|ing|ings|ive|ion|ions|less|ment|ments|ness|ology|ship|tion|tions|ward|wards|sion|sions|ties|rate|port|form|side|late|tive|rated)$/i

/** Counts the words a text prints within its lines, hyphenated ones also whole; halves of broken words do not count. */
export function countWords(lines: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1)
  let broken = false
  for (const line of lines) {
    const words = line.match(/[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*/gu) ?? []
    const breaks = /[\p{L}\p{N}][-\u2010\u00AD]\s*$/u.test(line)
    for (const word of words.slice(broken ? 1 : 0, breaks ? -1 : undefined)) {
      const key = word.toLowerCase().replaceAll('\u2010', '-')
      add(key)
      if (key.includes('-')) for (const part of key.split('-')) add(part)
    }
    broken = breaks
  }
  return counts
}
