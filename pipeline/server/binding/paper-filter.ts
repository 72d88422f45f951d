/** Search, state, order and page of a list of papers; pure. */
import type { PaperFilter, PaperList, PaperSummary } from '../schemas/papers.ts'

export function filterPapers(papers: readonly PaperSummary[], filter: PaperFilter): PaperList {
  const words = (filter.search ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const found = papers.filter((paper) => words.every((word) => wordsOf(paper).includes(word)))
  const shown = found.filter(({ state }) => filter.state === undefined || state === filter.state).sort(by(filter.sort))
  return {
    total: shown.length,
    counts: countStates(found),
    papers: shown.slice(filter.offset, filter.offset + filter.limit),
  }
}

function wordsOf({ title, file, doi, year, kind }: PaperSummary): string {
  return [title, file, doi, year, kind].join(' ').toLowerCase()
}

function countStates(papers: readonly PaperSummary[]): PaperList['counts'] {
  const counts = { queued: 0, active: 0, done: 0, failed: 0 }
  for (const { state } of papers) counts[state] += 1
  return counts
}

type Order = (one: PaperSummary, other: PaperSummary) => number

const ORDERS: Readonly<Record<PaperFilter['sort'], Order>> = {
  added: (one, other) => compare(other.addedAt ?? '', one.addedAt ?? ''),
  title: (one, other) => (one.title ?? one.file).localeCompare(other.title ?? other.file),
  year: (one, other) => (other.year ?? 0) - (one.year ?? 0),
  cases: (one, other) => other.cases - one.cases,
  facts: (one, other) => other.facts - one.facts,
}

/** Equal ones by id, so that the order is the same every time. */
function by(sort: PaperFilter['sort']): Order {
  return (one, other) => ORDERS[sort](one, other) || compare(one.id, other.id)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
