/** Content-derived keys: the same content has the same key on every machine and in every run. */
import { createHash } from 'node:crypto'

/** The short form of a document id that owned nodes carry: 64 bits of the paper's hash. */
export function paperKey(documentId: string): string {
  const [, digits] = /^sha256:([0-9a-f]{64})$/.exec(documentId) ?? []
  return (digits ?? digest(documentId)).slice(0, 16)
}

/** Id of a case, e.g. `9f2c51e07ab4d310#2`. */
export function caseId(documentId: string, caseNumber: number): string {
  return `${paperKey(documentId)}#${caseNumber}`
}

/** Key of a shared node: one ontology id may name a disease and a type of calcinosis. */
export function conceptKey(label: string, id: string): string {
  return `${label.toLowerCase()}/${id}`
}

/** Ten hex digits of the hash of a plain value, independent of the order of its properties. */
export function contentHash(value: unknown): string {
  return digest(canonicalJson(value)).slice(0, 10)
}

/** JSON with sorted property names: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  const members = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`)
  return `{${members.join()}}`
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
