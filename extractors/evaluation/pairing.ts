/** Pairs what the gold says with what was extracted, one to one. */

export interface Pairing<G, E> {
  readonly pairs: readonly (readonly [G, E])[]
  readonly missed: readonly G[]
  readonly extra: readonly E[]
}

interface MaybeOptional {
  readonly optional?: boolean | undefined
}
export interface MaybeSided {
  readonly laterality?: string | null
}

const side = (fact: object): string | null => (fact as MaybeSided).laterality ?? null

/** Optional gold takes its partner away without counting; equal sides are paired first. */
export function pairUp<G extends object, E extends object>(
  gold: readonly G[],
  extracted: readonly E[],
  isSame: (gold: G, extracted: E) => boolean,
): Pairing<G, E> {
  const left = [...extracted]
  const pairs: [G, E][] = []
  const missed: G[] = []
  const isOptional = (fact: G): boolean => (fact as MaybeOptional).optional === true
  const hasExact = (fact: G): boolean => extracted.some((other) => isSame(fact, other) && side(other) === side(fact))
  const rank = (fact: G): number => (isOptional(fact) ? 2 : 0) + (hasExact(fact) ? 0 : 1)
  for (const fact of [...gold].sort((a, b) => rank(a) - rank(b))) {
    const partner =
      left.find((other) => isSame(fact, other) && side(other) === side(fact)) ??
      left.find((other) => isSame(fact, other))
    if (partner) left.splice(left.indexOf(partner), 1)
    if (isOptional(fact)) continue
    if (partner) pairs.push([fact, partner])
    else missed.push(fact)
  }
  return { pairs, missed, extra: left }
}

/** "Bilateral" and a row for the left and one for the right say the same: neither costs a miss or an extra. */
export function pairSites<G extends MaybeSided, E extends MaybeSided>(
  gold: readonly G[],
  extracted: readonly E[],
  isSame: (gold: G, extracted: E) => boolean,
): Pairing<G, E> {
  const first = pairUp(gold, extracted, isSame)
  const pairs: (readonly [G, E])[] = [...first.pairs]
  const missed = first.missed.filter((fact) => {
    const shared = pairs.find(([, other]) => isSame(fact, other) && side(other) === 'bilateral' && side(fact) !== null)
    if (shared) pairs.push([fact, { ...shared[1], laterality: side(fact) }])
    return shared === undefined
  })
  const extra = first.extra.filter(
    (other) =>
      !pairs.some(([fact]) => isSame(fact, other) && (side(fact) === 'bilateral' || side(other) === 'bilateral')),
  )
  return { pairs, missed, extra }
}
