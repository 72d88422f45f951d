/** People's decisions over proposals. They are given in as plain values; where they are kept is the pipeline's matter. */
import { GraphError } from '../graph-error.ts'
import type { GraphStore } from '../graph-store.ts'
import { proposeSameLinks } from './propose.ts'
import type { SameLink } from './same-link.ts'

export interface SameDecision {
  /** Case ids in any order. */
  readonly cases: readonly [string, string]
  readonly verdict: 'accepted' | 'rejected'
}

/** Proposals with the decisions put over them; a decision stands even where nothing proposes the pair any more. */
export function withDecisions(proposed: readonly SameLink[], decisions: readonly SameDecision[]): readonly SameLink[] {
  const links = new Map(proposed.map((link) => [link.cases.join(' '), link]))
  for (const { cases, verdict } of decisions) {
    const pair = orderedPair(cases)
    const known = links.get(pair.join(' '))
    links.set(pair.join(' '), {
      cases: pair,
      status: verdict,
      score: known?.score ?? null,
      reasons: known?.reasons ?? ['decided without a proposal'],
    })
  }
  return [...links.values()]
}

/** The smaller id first; throws GraphError for a case with itself. */
export function orderedPair([one, other]: readonly [string, string]): readonly [string, string] {
  if (one === other) throw new GraphError('bad-question', `${one} is one case; name two cases of different papers.`)
  return one < other ? [one, other] : [other, one]
}

/** Proposes anew over the whole graph and writes proposals and decisions into it; returns all links, proposals first. */
export async function refreshSameLinks(
  store: GraphStore,
  decisions: readonly SameDecision[],
): Promise<readonly SameLink[]> {
  const links = withDecisions(await proposeSameLinks(store), decisions)
  await store.replaceSameLinks(links)
  return [...links].sort((a, b) => Number(a.status !== 'proposed') - Number(b.status !== 'proposed'))
}
