/** Papers, their patients and facts, as the browser shows them. */
import { z } from '@hono/zod-openapi'
import { Evidence, PaperId } from './basics.ts'

export const PAPER_STATES = ['queued', 'active', 'done', 'failed'] as const

export const PaperSummary = z
  .object({
    id: PaperId,
    file: z.string(),
    title: z.string().nullable(),
    kind: z.string().nullable(),
    language: z.string().nullable(),
    year: z.number().nullable(),
    doi: z.string().nullable(),
    pages: z.number().nullable(),
    state: z.enum(PAPER_STATES),
    reason: z.string().nullable().openapi({ description: 'Why it failed, for a person.' }),
    cases: z.number(),
    facts: z.number(),
    claims: z.number(),
    warnings: z.number(),
    addedAt: z.string().nullable(),
  })
  .openapi('PaperSummary')
export type PaperSummary = z.infer<typeof PaperSummary>

export const PaperList = z
  .object({
    total: z.number(),
    counts: z.object({ queued: z.number(), active: z.number(), done: z.number(), failed: z.number() }),
    papers: z.array(PaperSummary),
  })
  .openapi('PaperList')
export type PaperList = z.infer<typeof PaperList>

export const PAPER_SORTS = ['added', 'title', 'year', 'cases', 'facts'] as const

export const PaperFilter = z.object({
  search: z.string().max(200).optional(),
  state: z.enum(PAPER_STATES).optional(),
  sort: z.enum(PAPER_SORTS).default('added'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type PaperFilter = z.infer<typeof PaperFilter>

export const FACT_KINDS = [
  'age',
  'sex',
  'disease',
  'calcinosis',
  'antibody',
  'deposit',
  'treatment',
  'outcome',
  'finding',
  'lab',
  'claim',
] as const

export const Verdict = z.enum(['accepted', 'rejected', 'corrected'])

export const Decision = z
  .object({
    verdict: Verdict,
    corrections: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    note: z.string().nullable(),
    at: z.string(),
  })
  .openapi('Decision')
export type Decision = z.infer<typeof Decision>

/** A value of a fact that a person may correct, with the values it may take. */
export const FactField = z
  .object({
    name: z.string(),
    value: z.union([z.string(), z.number(), z.null()]),
    options: z.array(z.string()).nullable().openapi({ description: 'null: free text or number' }),
    numeric: z.boolean(),
    required: z.boolean().openapi({ description: 'false: may be null, "not said"' }),
  })
  .openapi('FactField')
export type FactField = z.infer<typeof FactField>

export const Fact = z
  .object({
    id: z.string(),
    kind: z.enum(FACT_KINDS),
    case: z.number().nullable().openapi({ description: 'null for a claim about others' }),
    concept: z.string().nullable(),
    label: z.string(),
    summary: z.string().openapi({ description: 'The values in a few words: "positive, 1:320".' }),
    status: z.enum(['asserted', 'denied', 'uncertain', 'other']),
    fields: z.array(FactField),
    evidence: z.array(Evidence),
    decision: Decision.nullable(),
  })
  .openapi('Fact')
export type Fact = z.infer<typeof Fact>

export const PaperDetail = z
  .object({
    paper: PaperSummary,
    authors: z.array(z.string()),
    journal: z.string().nullable(),
    hasPages: z.boolean().openapi({ description: 'false for text and XML, which have no page picture' }),
    pages: z.array(
      z.object({
        number: z.number(),
        width: z.number(),
        height: z.number(),
        source: z.enum(['text', 'ocr', 'none']),
        confidence: z.number().nullable(),
      }),
    ),
    cases: z.array(
      z.object({
        case: z.number(),
        id: z.string().openapi({ description: 'As the graph names the patient' }),
        label: z.string().nullable(),
        headline: z.string(),
      }),
    ),
    facts: z.array(Fact),
    warnings: z.array(z.object({ code: z.string(), page: z.number().nullable(), message: z.string() })),
    extractor: z.object({ version: z.string(), fingerprint: z.string() }).nullable(),
  })
  .openapi('PaperDetail')
export type PaperDetail = z.infer<typeof PaperDetail>

export const PaperText = z
  .object({
    text: z.string(),
    blocks: z.array(z.object({ kind: z.string(), section: z.string(), start: z.number(), end: z.number() })),
  })
  .openapi('PaperText')
export type PaperText = z.infer<typeof PaperText>

export const UploadAnswer = z
  .object({
    paper: PaperId,
    outcome: z.enum(['queued', 'known']),
    knownAs: z
      .string()
      .nullable()
      .openapi({ description: 'As what it was recognised, e.g. "already known as smith-2020.pdf".' }),
  })
  .openapi('UploadAnswer')
export type UploadAnswer = z.infer<typeof UploadAnswer>

export const DecisionRequest = z
  .object({
    fact: z.string().min(1).max(400),
    verdict: z.enum(['accepted', 'rejected', 'corrected', 'withdrawn']),
    corrections: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.null()])).default({}),
    note: z.string().max(1000).nullable().default(null),
  })
  .openapi('DecisionRequest')
export type DecisionRequest = z.infer<typeof DecisionRequest>
