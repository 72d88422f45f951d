/** Jobs, schedules, extraction runs: how the work goes. */
import { z } from '@hono/zod-openapi'

export const JOB_STATES = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const

export const Job = z
  .object({
    id: z.string(),
    step: z.string(),
    state: z.enum(JOB_STATES),
    paper: z.string().nullable(),
    file: z.string().nullable(),
    reason: z.string().nullable().openapi({ description: 'Why the last try failed.' }),
    note: z.string().nullable().openapi({ description: 'What a completed job has to say.' }),
    attempts: z.number(),
    progress: z.number().nullable(),
    addedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
  })
  .openapi('Job')
export type Job = z.infer<typeof Job>

export const JobList = z
  .object({
    counts: z.object({
      waiting: z.number(),
      active: z.number(),
      delayed: z.number(),
      failed: z.number(),
      completed: z.number(),
    }),
    jobs: z.array(Job),
  })
  .openapi('JobList')
export type JobList = z.infer<typeof JobList>

export const Schedule = z
  .object({
    id: z.string(),
    task: z.string(),
    pattern: z.string().nullable(),
    everyMs: z.number().nullable(),
    timeZone: z.string().nullable(),
    nextAt: z.string().nullable(),
  })
  .openapi('Schedule')
export type Schedule = z.infer<typeof Schedule>

export const ScheduleRequest = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, beginning with a letter'),
    task: z.string().min(1).max(60),
    pattern: z.string().max(100).nullable().default(null),
    everyMs: z.number().int().min(60_000).nullable().default(null),
    timeZone: z.string().max(60).nullable().default(null),
  })
  .openapi('ScheduleRequest')
export type ScheduleRequest = z.infer<typeof ScheduleRequest>

export const ScheduleList = z
  .object({ tasks: z.array(z.string()), schedules: z.array(Schedule) })
  .openapi('ScheduleList')
export type ScheduleList = z.infer<typeof ScheduleList>

export const FactChange = z
  .object({
    paper: z.string(),
    file: z.string(),
    change: z.enum(['added', 'lost', 'changed']),
    kind: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .openapi('FactChange')

export const Extraction = z
  .object({
    id: z.string(),
    at: z.string(),
    scope: z.string(),
    papers: z.number(),
    added: z.number(),
    lost: z.number(),
    changed: z.number(),
    answers: z.array(z.string()).openapi({ description: 'Named queries whose answer is another now.' }),
    failures: z.number(),
    rolledBackAt: z.string().nullable(),
  })
  .openapi('Extraction')
export type Extraction = z.infer<typeof Extraction>

export const ExtractionDiff = z
  .object({ extraction: Extraction, changes: z.array(FactChange), truncated: z.boolean() })
  .openapi('ExtractionDiff')
export type ExtractionDiff = z.infer<typeof ExtractionDiff>

export const Status = z
  .object({
    version: z.string(),
    papers: z.number(),
    cases: z.number(),
    facts: z.number(),
    graphEngine: z.string(),
    queueEngine: z.string(),
    working: z.boolean().openapi({ description: 'This process also works the queue.' }),
  })
  .openapi('Status')
export type Status = z.infer<typeof Status>

/** What the event stream says; the browser then asks again for what it shows. */
export const ServerEvent = z.object({
  type: z.enum(['job', 'paper', 'graph']),
  paper: z.string().nullable(),
  job: z.string().nullable(),
  state: z.string(),
  progress: z.number().nullable(),
  message: z.string().nullable(),
})
export type ServerEvent = z.infer<typeof ServerEvent>
