/** The papers of an installation with where each of them stands, from the paper store alone. */
import type { Paper } from '../corpus/store/paper-store.ts'
import type { CasePapers } from './case-papers.ts'
import { currentRecord } from './current-record.ts'

export interface PaperListing extends Paper {
  /** `known`: the publication is in the store as another file. */
  readonly state: 'waiting' | 'extracted' | 'known' | 'failed'
  /** Why it failed, or as what it is known. */
  readonly note: string | null
  readonly title: string | null
  readonly kind: string | null
  readonly doi: string | null
  readonly year: number | null
  readonly cases: number
  readonly facts: number
  readonly warnings: number
  readonly decisions: number
}

export async function listPapers(papers: CasePapers): Promise<readonly PaperListing[]> {
  const listings: PaperListing[] = []
  for (const id of await papers.ids()) {
    const listing = await listingOf(papers, id)
    if (listing) listings.push(listing)
  }
  return listings.sort((a, b) => (a.file === b.file ? (a.id < b.id ? -1 : 1) : a.file < b.file ? -1 : 1))
}

export async function listingOf(papers: CasePapers, id: string): Promise<PaperListing | null> {
  const paper = await papers.paper(id)
  if (!paper) return null
  const { extraction, failure, known, decisions } = await papers.state(id)
  const record = await currentRecord(papers, id)
  return {
    ...paper,
    state: known ? 'known' : failure ? 'failed' : extraction === null ? 'waiting' : 'extracted',
    note: known ? `already known as ${known.as} (${known.identifier})` : (failure?.message ?? null),
    title: record?.title ?? null,
    kind: record?.kind ?? null,
    doi: record?.doi ?? null,
    year: record?.year ?? null,
    cases: record?.cases.length ?? 0,
    facts: (record?.cases ?? []).reduce((sum, patient) => sum + countFacts(patient), 0),
    warnings: record?.warnings.length ?? 0,
    decisions: decisions.length,
  }
}

/** Single values (age, sex, outcome) and the members of lists. */
function countFacts(patient: object): number {
  return Object.values(patient).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : value !== null && typeof value === 'object' ? 1 : 0),
    0,
  )
}
