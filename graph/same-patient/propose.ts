/**
 * Which cases of different papers may be one patient: a duplicate publication, a later follow-up, a table of earlier
 * cases. Proposes with a score and reasons; only people decide.
 */
import type { GraphStore } from '../graph-store.ts'
import { type CaseProfile, caseProfiles } from './case-profile.ts'
import type { SameLink } from './same-link.ts'

/** Below it a pair is not worth a person's minute. */
const LEAST_SCORE = 0.5
/** A fact that more patients share than this is not rare and brings nobody together. */
const RARE_AT_MOST = 12
/** Authors of more papers than this (a name shared by many people) bring nobody together. */
const PAPERS_OF_AUTHOR = 60

/** Proposals over the whole graph, best first. */
export async function proposeSameLinks(store: GraphStore): Promise<readonly SameLink[]> {
  return proposalsAmong(await caseProfiles(store))
}

/** Proposals among given profiles; pure. */
export function proposalsAmong(profiles: readonly CaseProfile[]): readonly SameLink[] {
  const links = candidatePairs(profiles).flatMap(([one, other]) => {
    const { score, reasons } = compare(one, other)
    if (score < LEAST_SCORE) return []
    const cases = one.id < other.id ? ([one.id, other.id] as const) : ([other.id, one.id] as const)
    return [{ cases, status: 'proposed' as const, score: Math.round(score * 100) / 100, reasons }]
  })
  return links.sort((a, b) => b.score - a.score || (a.cases.join() < b.cases.join() ? -1 : 1))
}

/** Pairs of different papers that share an author, a rare fact or most words of the title. */
function candidatePairs(profiles: readonly CaseProfile[]): readonly (readonly [CaseProfile, CaseProfile])[] {
  const pairs = new Map<string, readonly [CaseProfile, CaseProfile]>()
  const groups = [
    ...groupsBy(profiles, ({ authors }) => authors.map(authorKey), PAPERS_OF_AUTHOR),
    ...groupsBy(profiles, ({ rareFacts }) => rareFacts, RARE_AT_MOST),
    ...groupsBy(profiles, ({ title }) => (title ? [titleWords(title).join(' ')] : []), RARE_AT_MOST),
  ]
  for (const group of groups)
    for (const [index, one] of group.entries())
      for (const other of group.slice(index + 1))
        if (one.paper !== other.paper) pairs.set(`${one.id} ${other.id}`, [one, other])
  return [...pairs.values()]
}

function groupsBy(
  profiles: readonly CaseProfile[],
  keysOf: (profile: CaseProfile) => readonly string[],
  most: number,
): readonly (readonly CaseProfile[])[] {
  const groups = new Map<string, CaseProfile[]>()
  for (const profile of profiles)
    for (const key of new Set(keysOf(profile))) {
      const group = groups.get(key)
      if (group) group.push(profile)
      else groups.set(key, [profile])
    }
  return [...groups.values()].filter(({ length }) => length > 1 && length <= most)
}

interface Comparison {
  readonly score: number
  readonly reasons: readonly string[]
}

const DIFFERENT: Comparison = { score: 0, reasons: [] }

/** Adds up what speaks for one patient and takes off what speaks against; another sex or age ends it. */
function compare(one: CaseProfile, other: CaseProfile): Comparison {
  if (one.sex !== null && other.sex !== null && one.sex !== other.sex) return DIFFERENT
  const age = compareAges(one, other)
  if (age === null) return DIFFERENT
  const parts = [age, compareSex(one, other), ...compareFacts(one, other), ...compareOrigin(one, other)]
  const score = parts.reduce((sum, part) => sum + part.weight, 0)
  return { score: Math.min(1, Math.max(0, score)), reasons: parts.flatMap(({ reason }) => reason ?? []) }
}

interface Part {
  readonly weight: number
  readonly reason?: string
}

/** The year of birth must fit: a follow-up six years later reports a patient six years older. null: it does not. */
function compareAges(one: CaseProfile, other: CaseProfile): Part | null {
  if (one.age === null || other.age === null) return { weight: 0 }
  const apart = one.year === null || other.year === null ? 0 : other.year - one.year
  const sameAge = Math.abs(one.age - other.age) <= 0.5
  // a duplicate publication keeps the age, a follow-up adds the years between the papers
  const fitsLater = Math.abs(other.age - one.age - apart) <= 1
  if (sameAge) return { weight: 0.25, reason: `same age (${one.age})` }
  if (fitsLater) return { weight: 0.2, reason: `ages fit the years between the papers (${one.age}, ${other.age})` }
  return null
}

function compareSex(one: CaseProfile, other: CaseProfile): Part {
  return one.sex !== null && one.sex === other.sex ? { weight: 0.05, reason: `same sex (${one.sex})` } : { weight: 0 }
}

function compareFacts(one: CaseProfile, other: CaseProfile): readonly Part[] {
  const rare = common(one.rareFacts, other.rareFacts).slice(0, 3)
  const diseases = common(one.diseases, other.diseases)
  const [agreeing, opposed] = comparedResults(one, other)
  return [
    ...rare.map((fact) => ({ weight: 0.2, reason: `same rare fact (${fact})` })),
    ...(diseases.length > 0 ? [{ weight: 0.1, reason: `same disease (${diseases.join(', ')})` }] : []),
    ...(agreeing.length > 1 ? [{ weight: 0.1, reason: `same results (${agreeing.join(', ')})` }] : []),
    ...opposed.map((antibody) => ({ weight: -0.25, reason: `against it: ${antibody} differs` })),
  ]
}

function comparedResults(one: CaseProfile, other: CaseProfile): readonly [readonly string[], readonly string[]] {
  const both = [...one.results.keys()].filter((antibody) => other.results.has(antibody)).sort()
  const agrees = (antibody: string) => one.results.get(antibody) === other.results.get(antibody)
  return [both.filter(agrees), both.filter((antibody) => !agrees(antibody))]
}

function compareOrigin(one: CaseProfile, other: CaseProfile): readonly Part[] {
  const theirs = new Set(other.authors.map(authorKey))
  const shared = one.authors.filter((author) => theirs.has(authorKey(author)))
  const [first, second] = [titleWords(one.title ?? ''), titleWords(other.title ?? '')]
  const alike = common(first, second).length / Math.max(1, new Set([...first, ...second]).size)
  return [
    ...(shared.length > 0
      ? [{ weight: shared.length > 1 ? 0.3 : 0.2, reason: `shared authors (${shared.slice(0, 3).join(', ')})` }]
      : []),
    ...(alike >= 0.6 ? [{ weight: 0.2, reason: 'titles nearly alike' }] : []),
  ]
}

const common = (one: readonly string[], other: readonly string[]) => [...new Set(one)].filter((x) => other.includes(x))

/** "Anna M. Author", "Author AM" and "AUTHOR, A. M." are one key: the longest word and the first letter of another. */
function authorKey(author: string): string {
  const words = author
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(Boolean)
  const surname = words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
  const initial = words.find((word) => word !== surname)?.[0] ?? ''
  return `${surname} ${initial}`
}

function titleWords(title: string): readonly string[] {
  return [...new Set(title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])].sort()
}
