/** Questions to the graph: named queries, Cypher, associations, maps. */
import { z } from '@hono/zod-openapi'
import { PaperId, RowValue } from './basics.ts'

export const QueryParameter = z
  .object({
    name: z.string(),
    type: z.string(),
    description: z.string(),
    choices: z.array(z.string()).nullable(),
    default: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  })
  .openapi('QueryParameter')

export const QueryDescription = z
  .object({
    name: z.string(),
    title: z.string(),
    question: z.string(),
    theme: z.string().nullable(),
    parameters: z.array(QueryParameter),
    columns: z.array(z.string()),
  })
  .openapi('QueryDescription')
export type QueryDescription = z.infer<typeof QueryDescription>

export const Rows = z
  .object({
    columns: z.array(z.string()),
    rows: z.array(z.record(z.string(), RowValue)),
    truncated: z.boolean(),
    elapsedMs: z.number(),
  })
  .openapi('Rows')
export type Rows = z.infer<typeof Rows>

export const QueryRun = z.object({
  parameters: z
    .record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
    .default({}),
})

export const CypherRun = z.object({
  cypher: z.string().min(1).max(10_000),
  parameters: z
    .record(z.string().max(60), z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]))
    .default({}),
})

export const MenuEntry = z
  .object({ predicate: z.string(), label: z.string(), cases: z.number(), group: z.string() })
  .openapi('MenuEntry')
export type MenuEntry = z.infer<typeof MenuEntry>

export const Menus = z.object({ entries: z.array(MenuEntry), strata: z.array(z.string()) }).openapi('Menus')
export type Menus = z.infer<typeof Menus>

export const AssociationRequest = z.object({
  exposure: z.string().min(1).max(500),
  outcome: z.string().min(1).max(500),
  strata: z.string().max(100).optional(),
  members: z.coerce
    .number()
    .int()
    .min(1)
    .max(2000)
    .default(20)
    .openapi({ description: 'Patients of each cell that come with their quotes.' }),
})
export type AssociationRequest = z.infer<typeof AssociationRequest>

export const Quote = z.object({ text: z.string(), page: z.number() }).openapi('Quote')

export const CellMember = z
  .object({
    patient: z.string(),
    paper: PaperId,
    title: z.string(),
    year: z.number().nullable(),
    name: z.string().openapi({ description: '"Patient 2, 34-year-old woman"' }),
    exposure: z.array(Quote),
    outcome: z.array(Quote),
  })
  .openapi('CellMember')
export type CellMember = z.infer<typeof CellMember>

export const Estimate = z
  .object({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable().openapi({ description: 'null where the interval has no upper end' }),
  })
  .openapi('Estimate')
export type Estimate = z.infer<typeof Estimate>

export const TableCounts = z
  .object({ a: z.number(), b: z.number(), c: z.number(), d: z.number() })
  .openapi('TableCounts', {
    description: 'a exposed with outcome, b exposed without, c unexposed with, d unexposed without',
  })
export type TableCounts = z.infer<typeof TableCounts>

export const Side = z
  .object({
    text: z.string(),
    yes: z.number(),
    no: z.number(),
    unclear: z.number().openapi({ description: 'Spoken of, but open: an equivocal result, a deposit without a size' }),
    notMentioned: z.number().openapi({ description: 'No paper speaks of it' }),
  })
  .openapi('Side')
export type Side = z.infer<typeof Side>

export const AnswerCard = z
  .object({
    exposure: Side,
    outcome: Side,
    patients: z.number().openapi({ description: 'Distinct patients in the graph' }),
    table: TableCounts,
    cells: z.object({
      a: z.array(CellMember),
      b: z.array(CellMember),
      c: z.array(CellMember),
      d: z.array(CellMember),
    }),
    oddsRatio: Estimate,
    fisherP: z.number(),
    midP: z.number(),
    riskDifference: Estimate.nullable(),
    strata: z
      .object({
        by: z.string(),
        notStated: z.number(),
        strata: z.array(z.object({ name: z.string(), table: TableCounts, oddsRatio: Estimate })),
        pooled: Estimate.nullable(),
      })
      .nullable(),
    warnings: z.array(z.string()),
    published: z.array(
      z.object({
        citation: z.string(),
        doi: z.string().nullable(),
        population: z.string(),
        patients: z.number(),
        oddsRatio: Estimate,
        verdict: z.enum(['agrees', 'disagrees', 'cannot tell']),
        reason: z.string(),
        patientsNeeded: z.number().nullable(),
      }),
    ),
  })
  .openapi('AnswerCard')
export type AnswerCard = z.infer<typeof AnswerCard>

export const SiteCount = z
  .object({
    key: z.string(),
    label: z.string(),
    parents: z.array(z.string()),
    cases: z.number().openapi({ description: 'Patients with a deposit at exactly this site' }),
    deposits: z.number(),
    absent: z.number(),
    maxMm: z.number().nullable(),
    sides: z.object({ left: z.number(), right: z.number(), bilateral: z.number(), unsided: z.number() }),
    caseIds: z.array(z.string()),
  })
  .openapi('SiteCount')
export type SiteCount = z.infer<typeof SiteCount>

export const SiteMap = z.object({ sites: z.array(SiteCount) }).openapi('SiteMap')
export type SiteMap = z.infer<typeof SiteMap>

export const MatrixCell = z.object({
  treatment: z.string(),
  class: z.string().nullable(),
  response: z.string(),
  cases: z.number(),
})
export const Matrix = z.object({ responses: z.array(z.string()), cells: z.array(MatrixCell) }).openapi('Matrix')
export type Matrix = z.infer<typeof Matrix>

export const GraphPicture = z
  .object({
    nodes: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        label: z.string(),
        details: z.array(z.object({ name: z.string(), value: z.string() })),
      }),
    ),
    edges: z.array(z.object({ from: z.string(), to: z.string(), label: z.string() })),
  })
  .openapi('GraphPicture')
export type GraphPicture = z.infer<typeof GraphPicture>

export const CaseSummary = z
  .object({
    id: z.string(),
    paper: PaperId,
    caseNumber: z.number(),
    title: z.string(),
    year: z.number().nullable(),
    patient: z.string(),
  })
  .openapi('CaseSummary')
export type CaseSummary = z.infer<typeof CaseSummary>
