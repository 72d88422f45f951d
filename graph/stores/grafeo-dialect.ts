/** The small differences between Neo4j's Cypher and Grafeo's, evened out on the way in. */
import { cypherTokens } from '../cypher-tokens.ts'

/** Words that Grafeo accepts as a label, type or property name only in backticks. */
const RESERVED = new Set(['CASE', 'SET', 'WITH', 'IN', 'AS'])

/** The statements that write are long and few: reading them anew for each paper cost a fifth of its time. */
const translated = new Map<string, string>()
const MOST_KEPT = 500

/** Quotes reserved words where they are names: `(c:Case)-[:WITH]->()` is fine in Neo4j and a syntax error in Grafeo. */
export function toGrafeoCypher(cypher: string): string {
  const known = translated.get(cypher)
  if (known !== undefined) return known
  const text = translate(cypher)
  // whoever sends queries without parameters must not fill the memory
  if (translated.size >= MOST_KEPT) translated.clear()
  translated.set(cypher, text)
  return text
}

function translate(cypher: string): string {
  let before = ''
  let text = ''
  for (const token of cypherTokens(cypher)) {
    const isName =
      token.kind === 'word' && NAME_SIGNS.has(before.toUpperCase()) && RESERVED.has(token.text.toUpperCase())
    text += isName ? `\`${token.text}\`` : token.text
    if (token.kind !== 'space' && token.kind !== 'comment') before = token.text
  }
  return text
}

/** What stands before a label (`:Case`, `|Case`), a property (`.in`) or a column (`AS case`). */
const NAME_SIGNS = new Set([':', '.', '|', '&', '!', 'AS'])
