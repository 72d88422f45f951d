import { describe, expect, test } from 'vitest'
import { openGraphStore } from '../../graph/open-graph-store.ts'
import { NAMED_QUERIES } from '../../graph/queries/index.ts'
import { assertReadOnly } from '../../graph/read-only-cypher.ts'

/** Queries that would write, reach out or administrate, plainly or in disguise. */
const HOSTILE: readonly (readonly [why: string, cypher: string])[] = [
  ['create', 'CREATE (:Case {id: 1})'],
  ['create after a match', 'MATCH (c:Case) CREATE (:Copy {of: c.id})'],
  ['lower case', 'match (c:Case) create (:Copy) return c'],
  ['mixed case', 'MATCH (c) dElEtE c'],
  ['merge', 'MATCH (c:Case) MERGE (c)-[:X]->(:Y) RETURN c'],
  ['set', 'MATCH (c:Case) SET c.age = 1 RETURN c'],
  ['set a label', 'MATCH (c:Case) SET c:Dead RETURN c'],
  ['remove', 'MATCH (c:Case) REMOVE c.age RETURN c'],
  ['delete', 'MATCH (c:Case) DELETE c'],
  ['detach delete', 'MATCH (c:Case) DETACH DELETE c'],
  ['nodetach delete', 'MATCH (c:Case) NODETACH DELETE c'],
  ['foreach', 'MATCH (c:Case) FOREACH (x IN [1] | SET c.age = x)'],
  ['insert, the GQL word', 'INSERT (:Case)'],
  ['insert after a match', 'MATCH (c) INSERT (c)-[:X]->(:Y)'],
  ['load csv', "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line"],
  ['load csv after a clause', "WITH 1 AS x LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line"],
  ['load csv over the network', "WITH 1 AS x LOAD CSV WITH HEADERS FROM 'http://localhost/' AS line RETURN line"],
  ['load csv inside a subquery', "CALL { LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line } RETURN line"],
  ['load csv inside EXISTS', "MATCH (c) WHERE EXISTS { LOAD CSV FROM 'file:///x' AS l RETURN l } RETURN c"],
  ['write inside a subquery', 'MATCH (c) CALL { WITH c SET c.age = 0 RETURN 1 AS x } RETURN x'],
  ['write inside a scoped subquery', 'MATCH (c) CALL (c) { DELETE c } RETURN 1'],
  ['periodic transactions', 'MATCH (c) CALL { WITH c DELETE c } IN TRANSACTIONS OF 10 ROWS'],
  ['an extension', "CALL apoc.load.json('http://localhost/') YIELD value RETURN value"],
  ['an extension, quoted', "CALL `apoc`.`load`.`json`('http://localhost/') YIELD value RETURN value"],
  ['a procedure of administration', 'CALL dbms.listConfig() YIELD name RETURN name'],
  ['a procedure with spaces', 'CALL db . createLabel("x")'],
  ['a procedure after a comment', 'CALL /* harmless */ db.index.fulltext.drop("x")'],
  ['a procedure as one quoted name', 'CALL `db.createLabel`("x")'],
  ['an extension function', "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n)', {})"],
  ['an extension function, quoted', "RETURN `apoc`.cypher.doIt('CREATE (n)', {})"],
  ['a function of the engine', "RETURN grafeo.export('x')"],
  ['create index', 'CREATE INDEX x FOR (c:Case) ON (c.age)'],
  ['drop constraint', 'DROP CONSTRAINT paper_id'],
  ['show', 'SHOW USERS'],
  ['show after use', 'USE system SHOW DATABASES'],
  ['alter user', "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'"],
  ['grant', 'GRANT ROLE admin TO me'],
  ['terminate', 'TERMINATE TRANSACTIONS "x"'],
  ['planner options', 'CYPHER runtime=slotted MATCH (c) DELETE c'],
  ['profile of a write', 'PROFILE MATCH (c) SET c.x = 1'],
  ['explain of a file', "EXPLAIN LOAD CSV FROM 'file:///x' AS l RETURN l"],
  ['a second statement', 'MATCH (c) RETURN c; MATCH (c) DELETE c'],
  ['a comment in the word before', 'MATCH (c) /* x */ DELETE /* y */ c'],
  ['a line comment that ends', 'MATCH (c) // read only\nDELETE c'],
  ['a comment that seems to open in a string', "MATCH (c) WHERE c.x = '/*' DELETE c RETURN '*/'"],
  ['a line comment that seems to begin in a string', "MATCH (c) WHERE c.x = 'http://' DELETE c"],
  ['a string with an escaped quote', "MATCH (c) WHERE c.x = 'it\\'s' DELETE c"],
  ['a string that ends in a backslash', "MATCH (c) WHERE c.x = '\\\\' DELETE c //'"],
  ['double quotes inside single ones', "MATCH (c) WHERE c.x = '\"' DELETE c RETURN '\"'"],
  ['a unicode escape as a word', 'MATCH (c) \\u0044ELETE c'],
  ['a unicode escape that ends a string', "MATCH (c) WHERE c.x = '\\u0027 DELETE c //' RETURN c"],
  ['a unicode escape that ends a comment', 'MATCH (c) /* \\u002a/ DELETE c /* */ RETURN c'],
  ['a quoted name that closes itself', 'MATCH (c:`x```) DELETE c'],
  ['a number before the dot', 'MATCH (c) WHERE c.x = 1. SET c.y = 2'],
  ['a no-break space', 'MATCH (c)\u00a0DELETE\u00a0c'],
  ['an ideographic space', 'MATCH (c)\u3000SET c.x\u3000= 1'],
  ['a zero-width space in the word', 'MATCH (c) DE\u200bLETE c'],
  ['a soft hyphen in the word', 'MATCH (c) DE\u00adLETE c'],
  ['a right-to-left mark', 'MATCH (c) \u202eETELED c'],
  ['a null character', 'MATCH (c) RETURN c\u0000 DELETE c'],
  ['an unclosed string', "MATCH (c) WHERE c.x = 'abc RETURN c"],
  ['an unclosed quoted name', 'MATCH (c:`abc) RETURN c'],
  ['an unclosed comment', 'MATCH (c) RETURN c /* DELETE c'],
  ['a dynamic label', 'MATCH (c) WHERE c:$("Case") RETURN c'],
  ['a transaction', 'BEGIN'],
  ['copying files in and out', "COPY (MATCH (c) RETURN c) TO 'x.csv'"],
  ['a word in fullwidth letters is no keyword but no clause either', 'ＣＲＥＡＴＥ (c)'],
  ['the long s, which upper-cases to S', 'MATCH (c) \u017fET c.x = 1'],
  ['the dotless i', 'MATCH (c) \u0131NSERT (:X)'],
  ['empty', '   '],
  ['only a comment', '/* MATCH (c) RETURN c */'],
]

test('there are at least forty hostile queries', () => expect(HOSTILE.length).toBeGreaterThanOrEqual(40))

describe('refused', () => {
  test.each(HOSTILE)('%s', (_, cypher) => {
    expect(() => assertReadOnly(cypher)).toThrow(
      expect.objectContaining({
        code: expect.stringMatching(/^(refused|syntax)$/),
        message: expect.stringMatching(/^[^\n]+\.$/),
      }),
    )
  })
})

/** Honest questions that hold alarming words where they are only names or text. */
const HONEST = [
  'MATCH (c:Case) RETURN c.id AS case_id ORDER BY case_id LIMIT 5;',
  "MATCH (e:Evidence) WHERE e.quote CONTAINS 'DELETE the deposits; CREATE new ones' RETURN e",
  'MATCH (e:Evidence) RETURN e.start AS start, e.end AS end',
  'MATCH (n:`Set`) RETURN n',
  'MATCH (n:Create) RETURN n.set, n.delete AS remove',
  'MATCH (n) RETURN {merge: n.load} AS map',
  '// DELETE nothing\nMATCH (c:Case) /* SET nothing */ RETURN count(*)',
  'MATCH (c:Case) CALL { WITH c MATCH (c)-[:HAS_DEPOSIT]->(d) RETURN count(d) AS n } RETURN c.id, n',
  'MATCH (c:Case) CALL (c) { MATCH (c)-[:HAS_DEPOSIT]->(d) RETURN count(d) AS n } RETURN c.id, n',
  'CALL db.labels()',
  "RETURN date.truncate('year', date('2020-05-01')) AS d",
  'MATCH p = shortestPath((a:Case)-[*..4]-(b:Case)) WHERE a.id < b.id RETURN p LIMIT 1',
  'MATCH (c:Case) WHERE EXISTS { (c)-[:HAS_DEPOSIT]->() } RETURN c UNION MATCH (c:Case) RETURN c',
  'MATCH (c:Case {id: $case}) RETURN [x IN labels(c) WHERE x <> "OfPaper"] AS labels, 1.5e3 AS n, -.5 AS m',
  'OPTIONAL MATCH (c:Case) WITH c SKIP 1 UNWIND [1, 2] AS x RETURN x',
]

describe('allowed', () => {
  test.each(HONEST)('%s', (cypher) => expect(() => assertReadOnly(cypher)).not.toThrow())
  test.each(NAMED_QUERIES)('the named query $name', ({ cypher }) => expect(() => assertReadOnly(cypher)).not.toThrow())
})

test('a write that slipped past the guard would not stay', async () => {
  const store = await openGraphStore({ folder: null })
  await expect(store.read('MATCH (c:Concept) DETACH DELETE c')).rejects.toMatchObject({ code: 'refused' })
  const [row] = await store.read('MATCH (c:Concept) RETURN count(c) > 100 AS there')
  expect(row).toEqual({ there: true })
  await store.close()
})
