/**
 * Holds free Cypher to reading. Engines alone do not: Neo4j runs LOAD CSV from the file system inside a read
 * transaction, and so does Grafeo. A query passes when it begins with a reading clause, holds no word of a writing,
 * file, network or administration clause, and calls nothing but known procedures and functions.
 */
import { type CypherToken, cypherTokens } from './cypher-tokens.ts'
import { GraphError } from './graph-error.ts'

const FIRST_WORDS = new Set(['MATCH', 'OPTIONAL', 'WITH', 'UNWIND', 'RETURN', 'CALL', 'EXPLAIN', 'PROFILE'])

/** Never needed to read, whatever the engine makes of them. */
const FORBIDDEN_WORDS = new Set(
  `CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH INSERT UPDATE UPSERT REPLACE DROP ALTER RENAME TRUNCATE
   LOAD CSV COPY IMPORT EXPORT ATTACH INSTALL BACKUP RESTORE CHECKPOINT VACUUM PRAGMA
   GRANT REVOKE DENY TERMINATE USE SHOW CYPHER DEALLOCATE DRYRUN REALLOCATE
   BEGIN COMMIT ROLLBACK TRANSACTION TRANSACTIONS CONSTRAINT DATABASE USING PERIODIC`.split(/\s+/),
)

const ALLOWED_PROCEDURES = new Set(['db.labels', 'db.relationshiptypes', 'db.propertykeys'])

/** Functions with a dot in their name that only compute; everything else with one may be an extension. */
const ALLOWED_NAMESPACES = new Set(['date', 'time', 'datetime', 'localtime', 'localdatetime', 'duration', 'point'])

/** Throws a GraphError that says which part of the query is refused; returns nothing where it may run. */
export function assertReadOnly(cypher: string): void {
  const tokens = meaningful(cypher)
  assertFirstWord(tokens)
  tokens.forEach((token, index) => {
    if (token.kind === 'word' || token.kind === 'quoted-name') assertFunction(tokens, index)
    if (token.kind === 'word') assertWord(tokens, index)
    else if (token.kind === 'sign') assertSign(token, tokens.length - 1 === index)
  })
}

function meaningful(cypher: string): readonly CypherToken[] {
  // Neo4j turns \uXXXX into its character before it reads the query, so even a string could end in one
  if (/\\u/i.test(cypher)) refuse('a unicode escape (\\u...)', 'write the character itself')
  const tokens = cypherTokens(cypher)
  const control = tokens.find(({ kind, text }) => kind !== 'string' && /[\p{Cf}\p{Co}\p{Cn}]|[^\P{Cc}\s]/u.test(text))
  if (control) refuse('an invisible control character', 'remove it')
  return tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment')
}

function assertFirstWord(tokens: readonly CypherToken[]): void {
  const [first] = tokens
  if (!first) throw new GraphError('syntax', 'The query is empty; begin with MATCH ... RETURN.')
  if (first.kind !== 'word' || !FIRST_WORDS.has(first.text.toUpperCase()))
    refuse(
      `a query that begins with "${first.text.slice(0, 20)}"`,
      'begin with MATCH, UNWIND, WITH, CALL { } or RETURN',
    )
}

function assertWord(tokens: readonly CypherToken[], index: number): void {
  const word = tokens[index]!.text.toUpperCase()
  if (word === 'CALL') assertCall(tokens, index)
  if (FORBIDDEN_WORDS.has(word) && !isName(tokens, index))
    refuse(word, 'the graph is only read here; if it is a name, quote it with backticks')
}

/** `n.set`, `(n:Set)`, `{set: 1}` and `AS set` are names; a number before the dot ("WHERE n.x = 1. SET ...") makes it a clause. */
function isName(tokens: readonly CypherToken[], index: number): boolean {
  const before = tokens[index - 1]
  if (before?.text === ':' || before?.text.toUpperCase() === 'AS') return true
  if (tokens[index + 1]?.text === ':' && (before?.text === '{' || before?.text === ',')) return true
  const owner = tokens[index - 2]
  return before?.text === '.' && owner !== undefined && owner.kind !== 'number'
}

/** CALL { subquery } and CALL (x) { subquery } are reading clauses; a procedure must be a known one. */
function assertCall(tokens: readonly CypherToken[], index: number): void {
  const next = tokens[index + 1]
  if (next?.text === '{' || next?.text === '(' || isName(tokens, index)) return
  const name = dottedName(tokens, index + 1)
  if (!ALLOWED_PROCEDURES.has(name.toLowerCase()))
    refuse(`CALL ${name || '...'}`, `only ${[...ALLOWED_PROCEDURES].join(', ')} may be called`)
}

/** `date.truncate(...)` computes, `apoc.load.json(...)` reaches out. */
function assertFunction(tokens: readonly CypherToken[], index: number): void {
  if (tokens[index - 1]?.text === '.' || tokens[index - 1]?.text.toUpperCase() === 'CALL') return
  const name = dottedName(tokens, index)
  const parts = name.split('.')
  const after = tokens[index + parts.length * 2 - 1]
  if (parts.length < 2 || after?.text !== '(') return
  if (!ALLOWED_NAMESPACES.has(parts[0]!.toLowerCase())) refuse(`the function ${name}()`, 'use the built-in ones')
}

/** The name that starts here, its parts quoted or not, joined by dots. */
function dottedName(tokens: readonly CypherToken[], index: number): string {
  const parts: string[] = []
  for (let at = index; ; at += 2) {
    const token = tokens[at]
    if (token?.kind !== 'word' && token?.kind !== 'quoted-name') break
    parts.push(token.text.replace(/^`|`$/g, ''))
    if (tokens[at + 1]?.text !== '.') break
  }
  return parts.join('.')
}

function assertSign({ text }: CypherToken, isLast: boolean): void {
  if (text === ';' && !isLast) refuse('a second statement after ";"', 'send one query at a time')
  if (text === "'" || text === '"' || text === '`') throw new GraphError('syntax', `A quote (${text}) is never closed.`)
  if (text === '\\') refuse('a backslash outside of a string', 'remove it')
  // the sign of dynamic labels and types, `$(...)`, and of shell-like commands
  if (text === '$') refuse('"$" without a parameter name', 'write $name')
}

function refuse(what: string, remedy: string): never {
  throw new GraphError('refused', `The query is refused because of ${what}: ${remedy}.`)
}
