/** Many connections on the one session of the embedded database: nobody gets another one's rows. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../../../pipeline/queue/embedded-database.ts'

let folder: string
let database: EmbeddedDatabase
let clients: pg.Client[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'calcigraph-socket-'))
  database = await openEmbeddedDatabase(join(folder, 'database'))
  const { host, port } = database
  clients = Array.from({ length: 6 }, () => new pg.Client({ host, port, user: 'postgres', database: 'postgres' }))
  for (const client of clients) await client.connect()
})
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()))
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

it('gives every connection its own rows', async () => {
  const asked = clients.map(async (client, who) => {
    for (let turn = 0; turn < 40; turn += 1) {
      const { rows } = await client.query('SELECT $1::int AS who, $2::int AS turn', [who, turn])
      expect(rows).toEqual([{ who, turn }])
    }
  })
  await Promise.all(asked)
})

it('lets nobody speak into a transaction, and undoes one whose connection breaks off', async () => {
  const [one, two] = clients as [pg.Client, pg.Client]
  await one.query('CREATE TABLE tally (n int)')
  await one.query('BEGIN')
  await one.query('INSERT INTO tally VALUES (1)')
  const seen = two.query('SELECT count(*)::int AS n FROM tally')
  await one.query('INSERT INTO tally VALUES (2)')
  await one.query('COMMIT')
  expect((await seen).rows).toEqual([{ n: 2 }])
  const { host, port } = database
  const broken = new pg.Client({ host, port, user: 'postgres', database: 'postgres' })
  broken.on('error', () => {})
  await broken.connect()
  await broken.query('BEGIN')
  await broken.query('INSERT INTO tally VALUES (3)')
  ;(broken as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
  expect((await two.query('SELECT count(*)::int AS n FROM tally')).rows).toEqual([{ n: 2 }])
})

it('tells every listener of a notification, and an error only to who made it', async () => {
  const [one, two, three] = clients as [pg.Client, pg.Client, pg.Client]
  await one.query('LISTEN news')
  const heard = new Promise<string | undefined>((resolve) =>
    one.once('notification', ({ payload }) => resolve(payload)),
  )
  await two.query("NOTIFY news, 'it works'")
  expect(await heard).toBe('it works')
  await expect(two.query('SELECT * FROM nowhere')).rejects.toThrow(/nowhere/)
  // an exchange of several messages that breaks off in the middle
  const parts = [0, 2].map((divisor) => two.query('SELECT 4 / $1::int AS half', [divisor]))
  await expect(parts[0]).rejects.toThrow(/division by zero/)
  expect((await parts[1])?.rows).toEqual([{ half: 2 }])
  expect((await three.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})
