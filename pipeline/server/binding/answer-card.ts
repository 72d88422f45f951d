/** The graph's answer to a question of association, as the browser shows it. */
import type { AnswerCard as GraphCard, CellMember as GraphMember } from '../../../graph/associate/answer-card.ts'
import { associate } from '../../../graph/associate/associate.ts'
import { strataNamed } from '../../../graph/associate/strata.ts'
import type { GraphStore } from '../../../graph/graph-store.ts'
import type { AnswerCard, AssociationRequest, CellMember, Estimate } from '../schemas/graph.ts'
import { patientName } from './graph-maps.ts'
import { NAMES_QUESTION } from './graph-questions.ts'

type Interval = { readonly low: number | null; readonly high: number | null }

export async function answerCard(graph: GraphStore, request: AssociationRequest): Promise<AnswerCard> {
  const strata = request.strata === undefined || request.strata === '' ? null : strataNamed(request.strata)
  const card = await associate(graph, request.exposure, request.outcome, { strata, members: request.members })
  const members = Object.values(card.cells).flat()
  const names = await namesOf(
    graph,
    members.flatMap(({ cases }) => cases),
  )
  const named = (own: readonly GraphMember[]) => own.map((member) => memberView(member, names))
  const { a, b, c, d } = card.cells
  return {
    ...estimatesOf(card),
    exposure: card.exposure,
    outcome: card.outcome,
    patients: card.patients,
    table: card.table,
    cells: { a: named(a), b: named(b), c: named(c), d: named(d) },
    warnings: [...card.warnings],
  }
}

async function namesOf(graph: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await graph.read(NAMES_QUESTION, { ids })
  return new Map(rows.map((row) => [String(row.id), patientName(row)]))
}

function memberView(member: GraphMember, names: ReadonlyMap<string, string>): CellMember {
  const { patient, cases, paper, paperTitle, year, exposure, outcome } = member
  const quotes = (own: GraphMember['exposure']) => own.map(({ page, quote }) => ({ page, text: quote }))
  return {
    patient,
    paper,
    title: paperTitle ?? 'Paper without a title',
    year,
    name: names.get(cases[0] ?? '') ?? patient,
    exposure: quotes(exposure),
    outcome: quotes(outcome),
  }
}

function estimatesOf(card: GraphCard) {
  const { oddsRatio, fisherP, midP, riskDifference, strata } = card
  return {
    oddsRatio: estimate(oddsRatio.conditional, oddsRatio.interval),
    fisherP,
    midP,
    riskDifference: riskDifference && estimate(riskDifference.difference, riskDifference),
    strata: strata && {
      by: strata.by,
      notStated: strata.notStated,
      strata: strata.strata.map((stratum) => ({
        name: stratum.name,
        table: stratum.table,
        oddsRatio: estimate(stratum.oddsRatio, stratum.interval),
      })),
      pooled: strata.pooled && estimate(strata.pooled.oddsRatio, strata.pooled.interval),
    },
    published: card.cohorts.map((cohort) => ({
      citation: cohort.citation,
      doi: cohort.doi,
      population: cohort.population,
      patients: cohort.patients,
      oddsRatio: estimate(cohort.oddsRatio, cohort),
      verdict: cohort.verdict,
      reason: cohort.reason,
      patientsNeeded: cohort.patientsNeeded,
    })),
  }
}

/** JSON has no infinity: an end that is not there is null. */
function estimate(value: number | null, interval: Interval | null): Estimate {
  const finite = (end: number | null | undefined) =>
    end !== null && end !== undefined && Number.isFinite(end) ? end : null
  return { value: finite(value), low: finite(interval?.low), high: finite(interval?.high) }
}
