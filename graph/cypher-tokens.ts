/** Splits Cypher into tokens, far enough to tell words from strings, quoted names and comments. */

export interface CypherToken {
  readonly kind: 'word' | 'quoted-name' | 'string' | 'number' | 'parameter' | 'comment' | 'space' | 'sign'
  readonly text: string
  readonly start: number
}

const PATTERNS: readonly (readonly [CypherToken['kind'], RegExp])[] = [
  ['space', /\s+/uy],
  ['comment', /\/\/[^\n\r]*|\/\*[\s\S]*?\*\//uy],
  ['string', /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/suy],
  ['quoted-name', /`(?:[^`]|``)*`/uy],
  ['parameter', /\$(?:[\p{L}\p{N}_]+|`(?:[^`]|``)*`)/uy],
  ['number', /\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+/uy],
  ['word', /[\p{L}\p{Nl}\p{Pc}_][\p{L}\p{N}\p{Pc}\p{Mn}\p{Mc}\p{Sc}_]*/uy],
  ['sign', /[\s\S]/uy],
]

/** All tokens in order; joined together they are the text again. Unclosed quotes come out as single signs. */
export function cypherTokens(text: string): readonly CypherToken[] {
  const tokens: CypherToken[] = []
  for (let start = 0; start < text.length; ) {
    const token = tokenAt(text, start)
    tokens.push(token)
    start += token.text.length
  }
  return tokens
}

function tokenAt(text: string, start: number): CypherToken {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (match) return { kind, text: match[0], start }
  }
  return { kind: 'sign', text: text[start]!, start }
}
