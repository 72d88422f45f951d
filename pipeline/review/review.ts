/** What reviewers do: look at the next fact, judge it, and hand out what they judged as gold. */
import type { CaseRecord } from '../../extractors/case-record.ts'
import type { CasePapers } from '../case-papers.ts'
import { enqueueWrite } from '../enqueue-paper.ts'
import type { Installation } from '../installation.ts'
import { applyDecisions, isAbout, standingDecisions } from './apply-decisions.ts'
import type { Decision, Verdict } from './decision.ts'
import { type Fact, type FactKind, factsOfRecord, paperPart } from './fact.ts'

export interface JudgedFact extends Fact {
  readonly paper: string
  readonly file: string
  /** What stands, or null where nobody judged it. */
  readonly decision: (Decision & { readonly at: string }) | null
}

export interface Judgement {
  readonly verdict: Verdict
  /** With `correct`: the fields that are otherwise. */
  readonly correction?: Readonly<Record<string, unknown>>
  readonly reviewer?: string
  readonly note?: string | null
}

/** The judgement makes no sense; the message says why. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError'
}

/** The facts of a paper's current extraction, before decisions, each with what was decided on it. */
export async function factsOfPaper(papers: CasePapers, id: string): Promise<readonly JudgedFact[]> {
  const paper = await papers.paper(id)
  const state = await papers.state(id)
  const record = state.extraction === null ? null : await papers.extraction(id, state.extraction)
  if (!paper || !record) return []
  const times = new Map(state.decisions.map(({ decision, at }) => [decision, at]))
  const standing = standingDecisions(state.decisions.map(({ decision }) => decision))
  return factsOfRecord(record).map((fact) => {
    const decision = standing.find(
      (each) => each.evidence === fact.id || isAbout(each, fact.kind, fact.case, fact.value),
    )
    return {
      ...fact,
      paper: id,
      file: paper.file,
      decision: decision ? { ...decision, at: times.get(decision)! } : null,
    }
  })
}

export async function findFact(papers: CasePapers, factId: string): Promise<JudgedFact | null> {
  const part = factId.split('-')[0] ?? ''
  for (const id of await papers.ids()) {
    if (paperPart(id) !== part) continue
    const fact = (await factsOfPaper(papers, id)).find((each) => each.id === factId)
    if (fact) return fact
  }
  return null
}

export interface ReviewFilter {
  readonly paper?: string
  readonly kind?: FactKind
  readonly rule?: string
  readonly limit?: number
}

/** Facts that nobody judged, the least certain first. */
export async function nextForReview(papers: CasePapers, filter: ReviewFilter = {}): Promise<readonly JudgedFact[]> {
  const open: JudgedFact[] = []
  for (const id of filter.paper === undefined ? await papers.ids() : [filter.paper])
    for (const fact of await factsOfPaper(papers, id))
      if (
        fact.decision === null &&
        (filter.kind === undefined || fact.kind === filter.kind) &&
        (filter.rule === undefined || fact.rule === filter.rule)
      )
        open.push(fact)
  const certainty = (fact: JudgedFact): number => Math.max(...fact.value.evidence.map(({ confidence }) => confidence))
  return open.sort((a, b) => certainty(a) - certainty(b) || (a.id < b.id ? -1 : 1)).slice(0, filter.limit ?? 1)
}

/**
 * Keeps the judgement and queues the paper to be written again.
 * @throws ReviewError for an unknown fact or a correction that does not fit it
 */
export async function judgeFact(installation: Installation, factId: string, judgement: Judgement): Promise<JudgedFact> {
  const { papers } = installation
  const fact = await findFact(papers, factId)
  if (!fact) throw new ReviewError(`There is no fact ${factId}; \`review next\` shows the ids.`)
  const decision = decisionOn(fact, judgement)
  await papers.append(fact.paper, { kind: 'decision', decision })
  await enqueueWrite(installation, fact.paper, 'upload')
  return (await findFact(papers, factId)) ?? fact
}

function decisionOn(fact: JudgedFact, judgement: Judgement): Decision {
  const { verdict, correction = {}, reviewer = 'unknown', note = null } = judgement
  if (verdict === 'withdraw' && !fact.decision) throw new ReviewError(`Nothing was decided on the fact ${fact.id} yet.`)
  if (verdict === 'correct') checkCorrection(fact, correction)
  return {
    // an earlier decision keeps its name even where the fact has moved since
    evidence: fact.decision?.evidence ?? fact.id,
    verdict,
    kind: fact.kind,
    case: fact.case,
    about: fact.about,
    fact: fact.value,
    correction: verdict === 'correct' ? correction : null,
    rule: fact.rule,
    reviewer,
    note,
  }
}

/** Only fields that the fact has, with values of the kind they hold. */
function checkCorrection(fact: JudgedFact, correction: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(correction)
  if (names.length === 0) throw new ReviewError('A correction needs at least one field, e.g. result=negative.')
  for (const name of names) {
    const before = fact.value[name]
    if (name === 'evidence' || before === undefined) {
      const known = Object.keys(fact.value).filter((each) => each !== 'evidence')
      throw new ReviewError(`A ${fact.kind} has no field "${name}" to correct; it has ${known.join(', ')}.`)
    }
    const after = correction[name]
    if (before !== null && after !== null && shapeOf(before) !== shapeOf(after))
      throw new ReviewError(`The field "${name}" holds a ${shapeOf(before)}, not a ${shapeOf(after)}.`)
  }
}

function shapeOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value
}

export interface ReviewCount {
  readonly rule: string
  readonly accepted: number
  readonly rejected: number
  readonly corrected: number
  /** Accepted among all that were judged. */
  readonly precision: number
}

/** How often each rule was right, by the judgements that stand. */
export async function countByRule(papers: CasePapers): Promise<readonly ReviewCount[]> {
  const counts = new Map<string, { accept: number; reject: number; correct: number }>()
  for (const id of await papers.ids()) {
    const { decisions } = await papers.state(id)
    for (const { rule, verdict } of standingDecisions(decisions.map(({ decision }) => decision))) {
      const count = counts.get(rule) ?? { accept: 0, reject: 0, correct: 0 }
      if (verdict !== 'withdraw') count[verdict] += 1
      counts.set(rule, count)
    }
  }
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([rule, { accept, reject, correct }]) => ({
      rule,
      accepted: accept,
      rejected: reject,
      corrected: correct,
      precision: accept / (accept + reject + correct),
    }))
}

/** Records of papers in which every fact was judged, as people left them: gold. */
export async function exportReviewed(papers: CasePapers): Promise<readonly CaseRecord[]> {
  const gold: CaseRecord[] = []
  for (const id of await papers.ids()) {
    const facts = await factsOfPaper(papers, id)
    if (facts.length === 0 || facts.some(({ decision }) => decision === null)) continue
    const { extraction, decisions } = await papers.state(id)
    const record = extraction === null ? null : await papers.extraction(id, extraction)
    if (record)
      gold.push(
        applyDecisions(
          record,
          decisions.map(({ decision }) => decision),
        ),
      )
  }
  return gold
}
