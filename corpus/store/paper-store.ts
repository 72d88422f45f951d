/**
 * What is true: papers, their read documents, extractions and human decisions, content-addressed.
 * Queue and graph are made from it again whenever they are lost. Safe for many processes at once.
 *
 *   papers/ab/<sha256>/report.pdf          the file as it came
 *   papers/ab/<sha256>/paper.json          its name and when it came; a paper exists as soon as this does
 *   papers/ab/<sha256>/document.json       as read; can be made again
 *   papers/ab/<sha256>/extractions/<id>.json
 *   papers/ab/<sha256>/log/000001.json     the history (paper-log.ts)
 *   identifiers/<sha256 of doi:...>.json   which paper has this DOI or PMID
 */
import { createHash } from 'node:crypto'
import type { Document } from '../document.ts'
import type { BlobStore } from './blob-store.ts'
import { type LogEntry, type NewLogEntry, type PaperState, stateOfLog } from './paper-log.ts'

export interface Paper {
  /** `sha256:` and 64 hex digits of the bytes. */
  readonly id: string
  /** The name under which it first came, without its folder. */
  readonly file: string
  readonly bytes: number
  /** ISO 8601, UTC. */
  readonly addedAt: string
}

export interface AddedPaper extends Paper {
  /** False where the same bytes were in the store before. */
  readonly isNew: boolean
}

export interface PaperStore<Record extends object = object, Decision = unknown> {
  readonly blobs: BlobStore
  add(bytes: Uint8Array, file: string): Promise<AddedPaper>
  paper(id: string): Promise<Paper | null>
  /** Ids in their own order, so that every walk over the store is the same. */
  ids(): Promise<readonly string[]>
  bytes(id: string): Promise<Uint8Array | null>
  /** A file of this machine with the paper's bytes, and the name of the paper; null where there is none. */
  localFile(id: string): Promise<{ readonly path: string; readonly file: string } | null>
  putDocument(document: Document): Promise<void>
  /** null where the paper was not read yet or its document was damaged. */
  document(id: string): Promise<Document | null>
  /** Keeps the record; it becomes current by an `extraction` entry in the log. Returns its content-derived id. */
  putExtraction(paper: string, record: Record): Promise<string>
  extraction(paper: string, extraction: string): Promise<Record | null>
  append(paper: string, entry: NewLogEntry<Decision>): Promise<LogEntry<Decision>>
  /** Appends only where the history still has this revision; false where somebody was quicker. */
  appendAfter(paper: string, revision: number, entry: NewLogEntry<Decision>): Promise<boolean>
  log(paper: string): Promise<readonly LogEntry<Decision>[]>
  state(paper: string): Promise<PaperState<Decision>>
  /** That of the state, without reading the history. */
  revision(paper: string): Promise<number>
  /** The first paper to claim an identifier has it; returns whose it is. */
  claimIdentifier(identifier: string, paper: string): Promise<string>
  /** Removes the paper and all that was made of it; false where it is unknown. */
  remove(id: string): Promise<boolean>
  close(): Promise<void>
}

const PAPER_ID = /^sha256:[0-9a-f]{64}$/
const encode = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`)
const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')

/** The id that these bytes have everywhere. */
export function paperIdOf(bytes: Uint8Array): string {
  return `sha256:${sha256(bytes)}`
}

export function openPaperStore<Record extends object, Decision>(
  blobs: BlobStore,
  now: () => Date = () => new Date(),
): PaperStore<Record, Decision> {
  const readJson = async <T>(key: string): Promise<T | null> => parsed<T>(await blobs.read(key))

  const paper = async (id: string): Promise<Paper | null> => readJson(`${folderOf(id)}/paper.json`)

  async function add(bytes: Uint8Array, file: string): Promise<AddedPaper> {
    const id = paperIdOf(bytes)
    const known = await paper(id)
    if (known) return { ...known, isNew: false }
    await blobs.write(reportKey(id, file), bytes)
    const added: Paper = { id, file, bytes: bytes.byteLength, addedAt: now().toISOString() }
    if (await blobs.create(`${folderOf(id)}/paper.json`, encode(added))) return { ...added, isNew: true }
    const first = await paper(id)
    if (first) return { ...first, isNew: false }
    // paper.json is there but damaged: the bytes are at hand, so mend it
    await blobs.write(`${folderOf(id)}/paper.json`, encode(added))
    return { ...added, isNew: true }
  }

  async function place(id: string, seq: number, entry: NewLogEntry<Decision>): Promise<LogEntry<Decision> | null> {
    const placed = { seq, at: now().toISOString(), ...entry } as LogEntry<Decision>
    const key = `${folderOf(id)}/log/${String(seq).padStart(6, '0')}.json`
    return (await blobs.create(key, encode(placed))) ? placed : null
  }

  /** By the last name and not by the number of entries: where one was lost, the next place is taken. */
  const revision = async (id: string): Promise<number> => {
    const last = (await blobs.list(`${folderOf(id)}/log/`)).at(-1)
    return last === undefined ? 0 : Number(/(\d+)\.json$/.exec(last)?.[1])
  }

  async function append(id: string, entry: NewLogEntry<Decision>): Promise<LogEntry<Decision>> {
    for (;;) {
      // whoever came first has the number; look again and take the next
      const placed = await place(id, (await revision(id)) + 1, entry)
      if (placed) return placed
    }
  }

  async function log(id: string): Promise<readonly LogEntry<Decision>[]> {
    const entries: LogEntry<Decision>[] = []
    for (const key of await blobs.list(`${folderOf(id)}/log/`)) {
      const entry = await readJson<LogEntry<Decision>>(key)
      if (entry === null) throw new Error(`${blobs.place}/${key} is damaged: restore it from a backup`)
      entries.push(entry)
    }
    return entries
  }

  async function claimIdentifier(identifier: string, id: string): Promise<string> {
    const key = `identifiers/${sha256(identifier)}.json`
    if (await blobs.create(key, encode({ identifier, paper: id }))) return id
    const owner = (await readJson<{ paper: string }>(key))?.paper
    if (owner !== undefined && (owner === id || (await paper(owner)) !== null)) return owner
    await blobs.write(key, encode({ identifier, paper: id }))
    return id
  }

  async function remove(id: string): Promise<boolean> {
    const known = await paper(id)
    // first the file that makes it a paper: a half-finished removal leaves no paper
    await blobs.remove(`${folderOf(id)}/paper.json`)
    for (const key of await blobs.list(`${folderOf(id)}/`)) await blobs.remove(key)
    return known !== null
  }

  return {
    blobs,
    add,
    paper,
    ids: async () =>
      (await blobs.list('papers/')).flatMap((key) => {
        const hex = /^papers\/[0-9a-f]{2}\/([0-9a-f]{64})\/paper\.json$/.exec(key)?.[1]
        return hex === undefined ? [] : [`sha256:${hex}`]
      }),
    bytes: async (id) => {
      const known = await paper(id)
      return known && blobs.read(reportKey(id, known.file))
    },
    localFile: async (id) => {
      const known = await paper(id)
      if (!known) return null
      const path = await blobs.localPath(reportKey(id, known.file))
      return path === null ? null : { path, file: known.file }
    },
    putDocument: async (document) => blobs.write(`${folderOf(document.id)}/document.json`, encode(document), 'passing'),
    document: async (id) => readJson<Document>(`${folderOf(id)}/document.json`),
    putExtraction: async (id, record) => {
      const bytes = encode(record)
      const extraction = sha256(bytes).slice(0, 16)
      await blobs.write(`${folderOf(id)}/extractions/${extraction}.json`, bytes, 'passing')
      return extraction
    },
    extraction: async (id, extraction) => readJson<Record>(`${folderOf(id)}/extractions/${extraction}.json`),
    append,
    appendAfter: async (id, revision, entry) => (await place(id, revision + 1, entry)) !== null,
    log,
    state: async (id) => stateOfLog(await log(id)),
    revision,
    claimIdentifier,
    remove,
    close: () => blobs.close(),
  }
}

/** @throws Error where the text is no paper id. */
function folderOf(id: string): string {
  if (!PAPER_ID.test(id)) throw new Error(`"${id}" is no paper id (sha256: and 64 hex digits)`)
  const hex = id.slice('sha256:'.length)
  return `papers/${hex.slice(0, 2)}/${hex}`
}

/** The extension stays, so that the stored file opens with a double click. */
function reportKey(id: string, file: string): string {
  const extension = /\.([a-z0-9]{1,5})$/.exec(file.toLowerCase())?.[1] ?? 'bin'
  return `${folderOf(id)}/report.${extension}`
}

function parsed<T>(bytes: Uint8Array | null): T | null {
  if (bytes === null) return null
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T
  } catch {
    return null
  }
}
