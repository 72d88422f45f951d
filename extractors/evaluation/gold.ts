/** The gold annotation of a report: what a careful reader found, in the shape of `corpus/gold/NAME.gold.json`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const response = z.enum(['resolved', 'improved', 'stable', 'none', 'worse', 'recurred', 'adverse', 'unknown'])
const treatmentStatus = z.enum(['given', 'stopped', 'considered', 'refused', 'not-given'])
const outcome = z.enum(['resolved', 'improved', 'stable', 'unchanged', 'worse', 'recurred', 'died', 'unknown'])
/** What a reader may well find or leave: it costs nothing either way. */
const optional = z.boolean().optional()
const oneOrMany = <T extends z.ZodType>(one: T) => z.union([one, z.array(one)]).optional()

const goldDisease = z.strictObject({
  name: z.string(),
  subtype: z.string().nullable(),
  assertion: z.enum(['present', 'absent', 'possible', 'historical', 'family']).optional(),
  optional,
})
const goldAntibody = z.strictObject({
  name: z.string(),
  result: z.enum(['positive', 'negative', 'equivocal']),
  titre: z.string().nullable(),
  pattern: z.string().nullable(),
  optional,
})
const goldDeposit = z.strictObject({
  site: z.string(),
  laterality: z.enum(['left', 'right', 'bilateral', 'midline']).nullable(),
  dims_mm: z.array(z.number().positive()),
  max_mm: z.number().positive().nullable(),
  form: z.enum(['tumoral', 'nodular', 'plaque', 'sheet', 'linear', 'punctate']).nullable(),
  optional,
})
const goldTreatment = z.strictObject({
  name: z.string(),
  for: z.enum(['calcinosis', 'disease', 'other']).nullable(),
  status: treatmentStatus,
  dose: z.string().nullable(),
  response,
  /** Other responses, or other states, that a careful reader might give as well. */
  also_ok: z.array(response).optional(),
  also_ok_status: oneOrMany(treatmentStatus),
  optional,
})
const goldCase = z.strictObject({
  case: z.int().positive(),
  label: z.string().optional(),
  age: z.number().nonnegative().nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  diseases: z.array(goldDisease),
  calcinosis_types: z.array(z.string()),
  antibodies: z.array(goldAntibody),
  deposits: z.array(goldDeposit),
  absent_sites: z.array(z.string()),
  optional_absent_sites: z.array(z.string()).optional(),
  treatments: z.array(goldTreatment),
  outcome,
  also_ok_outcome: oneOrMany(outcome),
  follow_up_months: z.number().nonnegative().optional(),
  comorbidities: z.array(z.string()).optional(),
})
const goldReport = z.strictObject({
  id: z.string(),
  kind: z.enum(['case-report', 'case-series', 'review', 'slides', 'other']),
  /** The report in `corpus/reports/`. */
  file: z.string().optional(),
  text_file: z.string().optional(),
  language: z.string().optional(),
  cases: z.array(goldCase),
  /** Why further cases may be found without being wrong. */
  optional_cases: z.string().optional(),
  /** What the paper says that is not a fact about its patients, and which section would fall for it. */
  claims: z.array(z.strictObject({ claim: z.string(), trap: z.string() })),
})

export type GoldReport = z.infer<typeof goldReport>
export type GoldCase = z.infer<typeof goldCase>
export type GoldDeposit = z.infer<typeof goldDeposit>
export type GoldTreatment = z.infer<typeof goldTreatment>

const SUFFIX = '.gold.json'

/** Reads one annotation; throws an Error that names the file and every field that is wrong. */
export function parseGold(file: string, text: string): GoldReport {
  const parsed = goldReport.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  throw new Error(`${file} is no gold annotation:\n${z.prettifyError(parsed.error)}`)
}

/** All annotations of a folder, sorted by name. */
export function loadGold(folder: string): readonly GoldReport[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(SUFFIX))
  return files.sort().map((file) => parseGold(file, readFileSync(join(folder, file), 'utf8')))
}
