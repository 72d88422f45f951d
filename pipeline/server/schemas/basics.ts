/** Shapes that several routes share. The schema that checks a value is the one that documents it. */
import { z } from '@hono/zod-openapi'

/** `sha256:` and 64 hex digits; nothing else can name a paper, so no path can be built from it. */
export const PaperId = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'a paper is named by sha256: and 64 hex digits')
  .openapi('PaperId', { example: `sha256:${'0'.repeat(63)}1` })

export const Problem = z
  .object({
    error: z.string().openapi({ description: 'Stable and kebab-case.' }),
    message: z.string().openapi({ description: 'One sentence for a person: what, where, what to do.' }),
  })
  .openapi('Problem')
export type Problem = z.infer<typeof Problem>

export const Box = z
  .object({ page: z.number(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })
  .openapi('Box', { description: 'PDF points of the page as displayed, origin top left.' })

export const Evidence = z
  .object({
    page: z.number(),
    start: z.number(),
    end: z.number(),
    text: z.string(),
    sentence: z.string(),
    boxes: z.array(Box),
    rule: z.string(),
    confidence: z.number(),
  })
  .openapi('Evidence')
export type Evidence = z.infer<typeof Evidence>

/** A cell of a result table: what a graph row may hold. */
export const RowValue: z.ZodType<RowValue> = z.unknown().openapi('RowValue') as z.ZodType<RowValue>
export type RowValue = string | number | boolean | null | readonly RowValue[] | { readonly [key: string]: RowValue }

/** The answer of a route that failed, documented once. */
export function problemResponse(description: string) {
  return { description, content: { 'application/json': { schema: Problem } } }
}

export function jsonResponse<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } }
}
