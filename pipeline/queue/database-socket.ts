/**
 * Lets many connections share the one session of the embedded PostgreSQL. The unit is a whole exchange (all messages
 * up to Sync, and a transaction up to its end): message by message, as @electric-sql/pglite-socket 0.2 passes them on,
 * the unnamed statements of two connections overwrite each other and one gets the other's rows.
 */
import { createServer, type Server, type Socket } from 'node:net'

/** What is needed of PGlite. */
export interface SharedSession {
  execProtocolRawStream(message: Uint8Array, options: { onRawData(chunk: Uint8Array): void }): Promise<void>
}

const SSL_REQUEST = 80877103
const CANCEL_REQUEST = 80877102
const IDLE = 'I'.charCodeAt(0)
const TYPE = {
  sync: 'S'.charCodeAt(0),
  query: 'Q'.charCodeAt(0),
  terminate: 'X'.charCodeAt(0),
  notification: 'A'.charCodeAt(0),
  ready: 'Z'.charCodeAt(0),
}

interface Connection {
  readonly socket: Socket
  unparsed: Buffer
  started: boolean
  /** Messages of the exchange that is not complete yet. */
  exchange: Buffer[]
}

export interface DatabaseSocket {
  close(): Promise<void>
}

/** Listens on a socket file or a local port. */
export async function listenForDatabase(
  session: SharedSession,
  address: { readonly path: string } | { readonly port: number },
): Promise<DatabaseSocket> {
  const connections = new Set<Connection>()
  const turns = takeTurns(session, connections)
  const server: Server = createServer((socket) => {
    const connection: Connection = { socket, unparsed: Buffer.alloc(0), started: false, exchange: [] }
    connections.add(connection)
    socket.on('data', (chunk) => receive(connection, chunk))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      connections.delete(connection)
      turns.leave(connection)
    })
  })

  function receive(connection: Connection, chunk: Buffer): void {
    connection.unparsed = Buffer.concat([connection.unparsed, chunk])
    for (let message = nextMessage(connection); message !== null; message = nextMessage(connection)) {
      if (message.length === 0) continue
      const type = connection.started ? message[0] : undefined
      if (type === TYPE.terminate) {
        connection.socket.end()
        return
      }
      connection.exchange.push(message)
      if (connection.started && type !== TYPE.sync && type !== TYPE.query) continue
      connection.started = true
      turns.add(connection, connection.exchange)
      connection.exchange = []
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen('path' in address ? address.path : { port: address.port, host: '127.0.0.1' }, () => resolve())
  })
  return {
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const { socket } of connections) socket.destroy()
      await closed
      await turns.idle()
    },
  }
}

/** The next whole message; empty for one that is answered here; null when more bytes are needed. */
function nextMessage(connection: Connection): Buffer | null {
  const { unparsed } = connection
  const head = connection.started ? 1 : 0
  if (unparsed.length < head + 4) return null
  const length = head + unparsed.readInt32BE(head)
  if (unparsed.length < length) return null
  connection.unparsed = unparsed.subarray(length)
  if (connection.started || length < 8) return unparsed.subarray(0, length)
  const code = unparsed.readInt32BE(4)
  if (code === SSL_REQUEST) connection.socket.write('N')
  if (code === CANCEL_REQUEST) connection.socket.end()
  return code === SSL_REQUEST || code === CANCEL_REQUEST ? Buffer.alloc(0) : unparsed.subarray(0, length)
}

/** Cuts the raw answer into messages and remembers the last transaction status. */
function answerReader(deliver: (type: number, message: Buffer) => void) {
  let unread: Buffer = Buffer.alloc(0)
  let status = IDLE
  return {
    read(chunk: Uint8Array): void {
      // copied: the chunk is memory of the database, which it uses again
      unread = Buffer.concat([unread, chunk])
      while (unread.length >= 5) {
        const length = 1 + unread.readInt32BE(1)
        if (unread.length < length) return
        const message = unread.subarray(0, length)
        unread = unread.subarray(length)
        if (message[0] === TYPE.ready) status = message[5] ?? IDLE
        deliver(message[0] ?? 0, message)
      }
    },
    status: () => status,
  }
}

function write(connection: Connection, message: Buffer): void {
  if (connection.started && connection.socket.writable) connection.socket.write(message)
}

function simpleQuery(sql: string): Buffer {
  const text = Buffer.from(`${sql}\0`)
  const head = Buffer.alloc(5)
  head[0] = TYPE.query
  head.writeInt32BE(4 + text.length, 1)
  return Buffer.concat([head, text])
}

/** First come, first served; inside a transaction nobody else may speak. */
function takeTurns(session: SharedSession, connections: ReadonlySet<Connection>) {
  let waiting: { readonly connection: Connection; readonly messages: readonly Buffer[] }[] = []
  let inTransaction: Connection | null = null
  let running: Promise<void> | null = null

  function next(): void {
    if (running) return
    const turn = waiting.find(({ connection }) => inTransaction === null || connection === inTransaction)
    if (!turn) return
    waiting = waiting.filter((each) => each !== turn)
    running = run(turn.connection, turn.messages).finally(() => {
      running = null
      next()
    })
  }

  async function run(connection: Connection, messages: readonly Buffer[]): Promise<void> {
    const answers = answerReader((type, message) => {
      if (type === TYPE.notification) for (const each of connections) write(each, message)
      else write(connection, message)
    })
    try {
      // at once: each call into the database has its price, whatever it carries
      await session.execProtocolRawStream(Buffer.concat(messages), { onRawData: answers.read })
      inTransaction = answers.status() === IDLE ? null : connection
    } catch {
      inTransaction = null
      connection.socket.destroy()
    }
    if (inTransaction && !connections.has(inTransaction)) rollBack(inTransaction)
  }

  function rollBack(connection: Connection): void {
    waiting = [{ connection, messages: [simpleQuery('ROLLBACK')] }, ...waiting]
  }

  return {
    add(connection: Connection, messages: readonly Buffer[]): void {
      waiting.push({ connection, messages })
      next()
    },
    /** What the connection still wanted is dropped, an open transaction undone. */
    leave(connection: Connection): void {
      waiting = waiting.filter((turn) => turn.connection !== connection)
      if (inTransaction === connection && !running) {
        rollBack(connection)
        next()
      }
    },
    idle: async (): Promise<void> => {
      await running
    },
  }
}
