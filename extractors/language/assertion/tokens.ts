/** Splits a sentence into words and marks by one scan over its code units: assertion has to be quick. */
export interface Token {
  /** Lower case; `’` written as `'`. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly isWord: boolean
}

export function tokensOf(sentence: string): readonly Token[] {
  // the one letter that lower-casing lengthens; offsets must not move
  const text = sentence.replaceAll('İ', 'I').replaceAll('’', "'").toLowerCase()
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code <= 32 || code === 160 || (code >= 0x2000 && code <= 0x200d)) {
      at++
      continue
    }
    const end = isLetter(code) ? wordEnd(text, at) : isDigit(code) ? numberEnd(text, at) : at + 1
    const isWord = isLetter(code) || isDigit(code)
    tokens.push({ text: text.slice(at, end), start: at, end, isWord })
    at = end
  }
  return tokens
}

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x2000)
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Letters and digits, and an apostrophe between letters: "didn't", "patient's". */
function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isLetter(code) || isDigit(code)) at++
    else if (code === 39 && isLetter(text.charCodeAt(at + 1))) at++
    else break
  }
  return at
}

/** Digits with inner points, commas and colons: "1.5", "1:320", "4,800". */
function numberEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) at++
    else if ((code === 46 || code === 44 || code === 58) && isDigit(text.charCodeAt(at + 1))) at++
    else break
  }
  return at
}
