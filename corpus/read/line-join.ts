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

/** First parts of compounds that keep their hyphen when no better witness is found. */
const COMPOUND_HEADS =
  /^(?:anti|non|self|well|ill|low|high|long|short|cross|half|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|mid|post|pre|all|ex|quasi|semi|follow|work|small|large|full|part|early|late|then|year|month|week|day|old|x|t|b|c|p|e|re|co|single|double|soft|hand|life|time|dose|evidence|case|steroid|immune|age|sex|gadolinium|contrast|type|like|associated|related|induced|based|dependent|positive|negative)$/i
/** Second parts that follow a hyphen. */
const COMPOUND_TAILS =
  /^(?:year|years|month|months|week|day|old|dose|term|grade|like|associated|related|induced|based|dependent|positive|negative|free|up|known|treated|specific|mediated|weighted|line|risk|type|onset|sided|being|derived|year-old)$/i

/**
 * Whether a line-end hyphen belongs to the break and not to the word. `words` counts how the document itself prints
 * words inside its lines: "calcifications" elsewhere in the text decides for "calcifica-/tions".
 */
export function hyphenJudge(words: ReadonlyMap<string, number>): (before: string, after: string) => boolean {
  return (before, after) => {
    const tail = after.split('-')[0] ?? ''
    const parts = before.split('-')
    const head = parts.at(-1) ?? ''
    // digits and capitals after the hyphen: "anti-/Scl", "IL-/6", "12-/month"
    if (tail === '' || /^[\p{Lu}\d]/u.test(tail) || /\d$/.test(head))
      return /^\p{Lu}+$/u.test(tail) && /^\p{Lu}{2,}$/u.test(head) && solidWins(words, head, tail)
    if (/\p{Lu}$/u.test(head) && !solidWins(words, head, tail)) return false
    const solid = words.get((head + tail).toLowerCase()) ?? 0
    const hyphened = words.get(`${head}-${tail}`.toLowerCase()) ?? 0
    if (solid !== hyphened) return solid > hyphened
    if (COMPOUND_TAILS.test(tail)) return false
    if (
      /^(?:anti|non|self|well|low|high|long|short|year|month|cross|half|one|two|three|four|five|six|follow|full|early|late|soft|x|single|double|large|small)$/i.test(
        head,
      )
    )
      return false
    // both halves are words of this document and the joined word is not: "steroid-/sparing"
    const bothWords = (words.get(head.toLowerCase()) ?? 0) > 0 && (words.get(tail.toLowerCase()) ?? 0) > 0
    if (bothWords && head.length > 3 && tail.length > 3 && !COMMON_ENDINGS.test(tail)) return false
    return !(COMPOUND_HEADS.test(head) && (words.get(tail.toLowerCase()) ?? 0) > 0 && tail.length > 4)
  }
}

/** Word endings that happen to be words. */
const COMMON_ENDINGS =
  /^(?:able|ally|ance|ation|ations|ate|ates|ated|ing|ings|ive|ion|ions|less|ment|ments|ness|ology|ship|tion|tions|ward|wards|sion|sions|ties|rate|port|form|side|late|tive|rated)$/i

function solidWins(words: ReadonlyMap<string, number>, head: string, tail: string): boolean {
  return (words.get((head + tail).toLowerCase()) ?? 0) > (words.get(`${head}-${tail}`.toLowerCase()) ?? 0)
}

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
