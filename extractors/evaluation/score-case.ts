/** Compares one gold case with one extracted case, section by section. A missing partner misses everything. */
import type { PatientCase } from '../case-record.ts'
import type { GoldCase } from './gold.ts'
import { judgeValue, known } from './judge.ts'
import { judgeAntibodies } from './judge-antibodies.ts'
import { judgeDeposits } from './judge-deposits.ts'
import { judgeDiseases } from './judge-diseases.ts'
import { judgeTreatments } from './judge-treatments.ts'
import type { Judgement } from './judgement.ts'

/** Judges one pair; `gold` is null for a case that no gold case answers to. */
export function scoreCase(gold: GoldCase | null, found: PatientCase | null): readonly Judgement[] {
  return [
    ...judgeValue('age', gold?.age ?? null, found?.age?.years ?? null, found?.age ?? null, isSameAge),
    ...judgeValue('sex', gold?.sex ?? null, found?.sex?.value ?? null, found?.sex ?? null),
    ...judgeDiseases(gold, found),
    ...judgeAntibodies(gold, found),
    ...judgeDeposits(gold, found),
    ...judgeTreatments(gold, found),
    ...judgeOutcome(gold, found),
  ]
}

const isSameAge = (gold: number, found: number): boolean => Math.abs(gold - found) < 0.6

function judgeOutcome(gold: GoldCase | null, found: PatientCase | null): readonly Judgement[] {
  const accepted = [gold?.outcome, ...[gold?.also_ok_outcome ?? []].flat()].map(outcomeForm)
  const said = outcomeForm(found?.outcome?.value)
  if (said !== null && accepted.includes(said)) return judgeValue('outcome', said, said, found?.outcome ?? null)
  const wanted = accepted.includes(null) && said === null ? null : outcomeForm(gold?.outcome)
  return judgeValue('outcome', wanted, said, found?.outcome ?? null)
}

const outcomeForm = (value: string | undefined): string | null => known(value === 'unchanged' ? 'stable' : value)
