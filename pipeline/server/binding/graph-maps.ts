/** Menus, body map, matrix and the picture of a patient, from rows of the graph. */
import { conceptHierarchy } from '../../../graph/concepts.ts'
import type { GraphRow, GraphStore } from '../../../graph/graph-store.ts'
import type { CaseSummary, GraphPicture, Matrix, MenuEntry, SiteCount, SiteMap } from '../schemas/graph.ts'
import { personWords } from './fact-views.ts'
import {
  CASE_QUESTION,
  CASES_QUESTION,
  MATRIX_QUESTION,
  MENU_QUESTIONS,
  PICTURE_QUESTIONS,
  SITE_QUESTION,
  SIZE_QUESTION,
  SIZE_STEPS_MM,
} from './graph-questions.ts'

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
const numberOf = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))

/** What can be asked, most patients first within each group. */
export async function menuEntries(graph: GraphStore): Promise<MenuEntry[]> {
  const entries: MenuEntry[] = []
  for (const { group, predicate, cypher } of MENU_QUESTIONS) {
    const rows = (await graph.read(cypher)).map((row) => ({ label: textOf(row.label), cases: Number(row.cases) }))
    rows.sort((one, other) => other.cases - one.cases || one.label.localeCompare(other.label))
    entries.push(...rows.map(({ label, cases }) => ({ group, label, cases, predicate: predicate(label) })))
  }
  for (const mm of SIZE_STEPS_MM) {
    const [row] = await graph.read(SIZE_QUESTION, { mm })
    const predicate = `deposit.max_mm >= ${mm}`
    entries.push({
      group: 'Deposit size',
      label: `a deposit of ${mm} mm or more`,
      cases: Number(row?.cases ?? 0),
      predicate,
    })
  }
  return entries
}

/** Every site that has deposits, and all that these are part of. */
export async function siteMap(graph: GraphStore): Promise<SiteMap> {
  const sites = siteHierarchy()
  const counted = new Map<string, SiteCount>()
  const count = (key: string): SiteCount | null => {
    const site = sites.get(key)
    if (!site) return null
    if (!counted.has(key)) {
      counted.set(key, { key, ...site, ...NO_DEPOSITS, sides: { ...NO_DEPOSITS.sides }, caseIds: [] })
      site.parents.forEach(count)
    }
    return counted.get(key)!
  }
  for (const row of await graph.read(SITE_QUESTION)) {
    const site = count(textOf(row.key))
    if (site) counted.set(site.key, withRow(site, row))
  }
  return { sites: [...counted.values()] }
}

const NO_DEPOSITS = {
  cases: 0,
  deposits: 0,
  absent: 0,
  maxMm: null,
  sides: { left: 0, right: 0, bilateral: 0, unsided: 0 },
}

function withRow(site: SiteCount, row: GraphRow): SiteCount {
  const deposits = Number(row.deposits)
  if (row.status === 'absent') return { ...site, absent: site.absent + deposits }
  if (row.status !== 'present') return site
  const caseIds = [...new Set([...site.caseIds, ...(row.patients as readonly string[])])]
  const sizes = [site.maxMm, numberOf(row.largest)].filter((size) => size !== null)
  const side = row.side === 'left' || row.side === 'right' || row.side === 'bilateral' ? row.side : 'unsided'
  return {
    ...site,
    caseIds,
    cases: caseIds.length,
    deposits: site.deposits + deposits,
    maxMm: sizes.length === 0 ? null : Math.max(...sizes),
    sides: { ...site.sides, [side]: site.sides[side] + deposits },
  }
}

function siteHierarchy(): ReadonlyMap<string, { readonly label: string; readonly parents: string[] }> {
  const { nodes, relations } = conceptHierarchy()
  const own = nodes.filter(({ label }) => label === 'Site')
  const sites = new Map(
    own.map(({ key, properties }) => [key, { label: textOf(properties.label), parents: [] as string[] }]),
  )
  for (const { type, from, to } of relations) if (type === 'PART_OF') sites.get(from.key)?.parents.push(to.key)
  return sites
}

const RESPONSES = ['resolved', 'improved', 'stable', 'none', 'worse', 'recurred', 'adverse', 'unknown']

/** Treatments of the calcinosis by what came of them; responses nobody had are left out. */
export async function treatmentMatrix(graph: GraphStore): Promise<Matrix> {
  const cells = (await graph.read(MATRIX_QUESTION)).map((row) => ({
    treatment: textOf(row.treatment),
    class: row.class === null || row.class === undefined ? null : textOf(row.class),
    response: textOf(row.response) || 'unknown',
    cases: Number(row.cases),
  }))
  return { responses: RESPONSES.filter((response) => cells.some((cell) => cell.response === response)), cells }
}

const MOST_CASES = 100

/** Patients whose title, year, age or sex hold every word. */
export async function findCases(graph: GraphStore, search: string): Promise<CaseSummary[]> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const rows = await graph.read(CASES_QUESTION, {}, { maxRows: 200_000 })
  const found: CaseSummary[] = []
  for (const row of rows) {
    const summary = caseSummary(row)
    const text = `${summary.patient} ${summary.title} ${summary.year}`.toLowerCase()
    if (words.every((word) => text.includes(word))) found.push(summary)
    if (found.length === MOST_CASES) break
  }
  return found
}

function caseSummary(row: GraphRow): CaseSummary {
  return {
    id: textOf(row.id),
    paper: textOf(row.paper),
    caseNumber: Number(row.number),
    title: textOf(row.title),
    year: numberOf(row.year),
    patient: patientName(row),
  }
}

/** "Patient 2, 34-year-old woman". */
export function patientName(row: GraphRow): string {
  const person = personWords(numberOf(row.age), row.sex === null || row.sex === undefined ? null : textOf(row.sex))
  const name = textOf(row.label) || `Patient ${row.number}`
  return person === '' ? name : `${name}, ${person}`
}

/** One patient in the middle, the paper and every fact around; null where there is no such patient. */
export async function casePicture(graph: GraphStore, id: string): Promise<GraphPicture | null> {
  const [patient] = await graph.read(CASE_QUESTION, { id })
  if (!patient) return null
  const nodes: GraphPicture['nodes'] = [
    { id, kind: 'case', label: patientName(patient), details: [] },
    {
      id: textOf(patient.paper),
      kind: 'paper',
      label: shortened(textOf(patient.title)),
      details: detailsOf({ title: patient.title ?? null, year: patient.year ?? null }),
    },
  ]
  const edges: GraphPicture['edges'] = [{ from: textOf(patient.paper), to: id, label: 'REPORTS' }]
  for (const { kind, cypher } of PICTURE_QUESTIONS) {
    for (const { key, relation, label, ...rest } of await graph.read(cypher, { id })) {
      nodes.push({ id: textOf(key), kind, label: nodeLabel(textOf(label), rest), details: detailsOf(rest) })
      edges.push({ from: id, to: textOf(key), label: textOf(relation) })
    }
  }
  return { nodes, edges }
}

const MOST_LETTERS = 48

function shortened(title: string): string {
  return title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS).trimEnd()} …` : title
}

/** What a node cannot be read without: that something is absent, where, how large. */
function nodeLabel(label: string, { status, side, result, largest_mm: size }: GraphRow): string {
  const words = [side, label, size === null || size === undefined ? null : `${size} mm`]
  const doubt = result === 'negative' ? 'negative' : status === 'absent' || status === 'possible' ? status : null
  return `${words.filter(Boolean).join(' ')}${doubt === null ? '' : ` (${doubt})`}`
}

function detailsOf(row: GraphRow): { name: string; value: string }[] {
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ({ name: name.replaceAll('_', ' '), value: textOf(value) }))
}
