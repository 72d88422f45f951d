/** A sentence cut where one result cannot reach across: "ANA was positive, whereas anti-Scl-70 was negative". */
import type { Span } from '../../corpus/document.ts'

const BREAK = /;|\.\s+(?=[A-Z])|\b(?:but|whereas|while|whilst|although|though|however|yet|despite|nevertheless)\b|\n/gi

/** Clauses in text order. A break inside brackets does not count. */
export function clausesOf(sentence: string): readonly Span[] {
  const clauses: Span[] = []
  let start = 0
  for (const { index } of sentence.matchAll(BREAK)) {
    if (insideBrackets(sentence, start, index)) continue
    if (index > start) clauses.push({ start, end: index })
    start = index
  }
  clauses.push({ start, end: sentence.length })
  return clauses
}

function insideBrackets(sentence: string, from: number, at: number): boolean {
  let depth = 0
  for (let index = from; index < at; index++) {
    if (sentence[index] === '(' || sentence[index] === '[') depth++
    if ((sentence[index] === ')' || sentence[index] === ']') && depth > 0) depth--
  }
  // a bracket that never closes hides nothing
  return depth > 0 && /[)\]]/.test(sentence.slice(at))
}
