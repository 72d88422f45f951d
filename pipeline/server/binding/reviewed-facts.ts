/** The facts of a paper with the decisions that people took on them, and the taking of decisions. */
import type { Installation } from '../../installation.ts'
import type { Verdict } from '../../review/decision.ts'
import type { FactValue } from '../../review/fact.ts'
import { factsOfPaper, type JudgedFact, judgeFact, ReviewError } from '../../review/review.ts'
import { ServerProblem } from '../ports.ts'
import type { Decision, DecisionRequest, Fact, FactField } from '../schemas/papers.ts'
import { factView } from './fact-views.ts'

const VERDICTS = {
  accepted: 'accept',
  rejected: 'reject',
  corrected: 'correct',
  withdrawn: 'withdraw',
} as const satisfies Record<DecisionRequest['verdict'], Verdict>

const REVIEWER = 'browser'

/** Rejected facts are in the list, too, marked as such. */
export async function reviewedFacts(installation: Installation, paper: string): Promise<Fact[]> {
  return (await factsOfPaper(installation.papers, paper)).map((fact) => ({
    ...factView(fact.kind, standingValue(fact)),
    id: fact.id,
    case: fact.kind === 'claim' ? null : fact.case,
    decision: decisionOf(fact),
  }))
}

/** Known is false where the paper has no such fact. */
export async function decideFact(installation: Installation, paper: string, request: DecisionRequest) {
  const fact = (await factsOfPaper(installation.papers, paper)).find(({ id }) => id === request.fact)
  if (!fact) return { known: false, decision: null }
  if (request.verdict === 'corrected') checkValues(factView(fact.kind, fact.value).fields, request.corrections)
  try {
    const judged = await judgeFact(installation, fact.id, {
      verdict: VERDICTS[request.verdict],
      correction: request.corrections,
      reviewer: REVIEWER,
      note: request.note,
    })
    return { known: true, decision: decisionOf(judged) }
  } catch (error) {
    if (error instanceof ReviewError) throw unfit(error.message)
    throw error
  }
}

/** A person may only say what a reader could have said: a word of the list, a number where numbers are. */
function checkValues(fields: readonly FactField[], corrections: DecisionRequest['corrections']): void {
  for (const [name, value] of Object.entries(corrections)) {
    const field = fields.find((candidate) => candidate.name === name)
    if (!field)
      throw unfit(`There is no field "${name}" to correct; there are ${fields.map((each) => each.name).join(', ')}.`)
    if (value === null && field.required) throw unfit(`The field "${name}" needs a value.`)
    if (value === null) continue
    if (field.numeric && (typeof value !== 'number' || value < 0)) throw unfit(`The field "${name}" needs a number.`)
    if (field.options !== null && !field.options.includes(String(value))) {
      throw unfit(`The field "${name}" takes ${field.options.join(', ')}, not "${value}".`)
    }
  }
}

function unfit(message: string): ServerProblem {
  return new ServerProblem(422, 'unfit-decision', message)
}

/** The value as it counts now: an accepted one as it was accepted, a corrected one with its corrections. */
function standingValue({ value, decision }: JudgedFact): FactValue {
  if (decision?.verdict === 'accept') return decision.fact
  if (decision?.verdict === 'correct') return { ...decision.fact, ...decision.correction } as FactValue
  return value
}

function decisionOf({ decision }: JudgedFact): Decision | null {
  if (!decision) return null
  const verdict = (Object.keys(VERDICTS) as (keyof typeof VERDICTS)[]).find(
    (name) => VERDICTS[name] === decision.verdict,
  )
  if (verdict === undefined || verdict === 'withdrawn') return null
  const corrections = (decision.correction ?? {}) as Decision['corrections']
  return { verdict, corrections, note: decision.note, at: decision.at }
}
