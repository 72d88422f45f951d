/** A third factor, so that it neither makes nor hides an association. */
import { GraphError } from '../graph-error.ts'
import type { GraphStore } from '../graph-store.ts'
import { mantelHaenszel, type PooledOddsRatio } from '../statistics/mantel-haenszel.ts'
import { conditionalOddsRatio, exactInterval } from '../statistics/odds-ratio.ts'
import type { Interval, Table2x2 } from '../statistics/table.ts'

export const STRATA = ['subtype', 'disease', 'sex'] as const
export type StrataName = (typeof STRATA)[number]

export interface Stratum {
  readonly name: string
  readonly table: Table2x2
  readonly oddsRatio: number | null
  readonly interval: Interval | null
}

export interface StratifiedAnswer {
  readonly by: StrataName
  readonly strata: readonly Stratum[]
  /** Patients of the table whose stratum no paper states; they are in no stratum. */
  readonly notStated: number
  /** Over the strata; null where none compares anything. */
  readonly pooled: PooledOddsRatio | null
}

const QUERIES: Readonly<Record<StrataName, string>> = {
  subtype: `MATCH (c:Case)-[:HAS_DIAGNOSIS]->(f:Diagnosis {status: 'present'})-[:OF|OF_SUBTYPE]->(k:Disease {kind: 'subtype'})
RETURN k.label AS stratum, collect(DISTINCT c.patient) AS patients ORDER BY stratum`,
  disease: `MATCH (c:Case)-[:HAS_DIAGNOSIS]->(f:Diagnosis {status: 'present'})-[:OF]->(k:Disease)
RETURN k.label AS stratum, collect(DISTINCT c.patient) AS patients ORDER BY stratum`,
  sex: `MATCH (c:Case) WHERE c.sex IS NOT NULL
RETURN c.sex AS stratum, collect(DISTINCT c.patient) AS patients ORDER BY stratum`,
}

/** Reads the name of a stratification; throws GraphError for one that is not known. */
export function strataNamed(name: string): StrataName {
  const found = STRATA.find((known) => known === name)
  if (found) return found
  throw new GraphError('bad-question', `Strata can be by ${STRATA.join(', ')}, not by "${name}".`)
}

/** The table of the four cells, split. A patient of several strata (an overlap) is a stratum of its own. */
export async function stratify(
  store: GraphStore,
  by: StrataName,
  cells: readonly Set<string>[],
): Promise<StratifiedAnswer> {
  const stratumOf = await strataOfPatients(store, by)
  const names = new Set<string>()
  let notStated = 0
  for (const patient of cells.flatMap((cell) => [...cell])) {
    const name = stratumOf.get(patient)
    if (name === undefined) notStated++
    else names.add(name)
  }
  const strata = [...names].sort().map((name) => stratumTable(name, cells, stratumOf))
  return { by, strata, notStated, pooled: mantelHaenszel(strata.map(({ table }) => table)) }
}

async function strataOfPatients(store: GraphStore, by: StrataName): Promise<ReadonlyMap<string, string>> {
  const stratumOf = new Map<string, string>()
  for (const { stratum, patients } of await store.read(QUERIES[by]))
    for (const patient of patients as readonly string[]) {
      const other = stratumOf.get(patient)
      stratumOf.set(patient, other === undefined ? String(stratum) : `${other} + ${stratum}`)
    }
  return stratumOf
}

function stratumTable(name: string, cells: readonly Set<string>[], stratumOf: ReadonlyMap<string, string>): Stratum {
  const [a = 0, b = 0, c = 0, d = 0] = cells.map(
    (cell) => [...cell].filter((patient) => stratumOf.get(patient) === name).length,
  )
  const table = { a, b, c, d }
  return { name, table, oddsRatio: conditionalOddsRatio(table), interval: exactInterval(table) }
}
