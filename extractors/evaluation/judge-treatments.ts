/** Treatments that were received, and the responses tied to them. */
import type { PatientCase, TreatmentFact } from '../case-record.ts'
import type { GoldCase, GoldTreatment } from './gold.ts'
import { judgePairs, judgeValue, known } from './judge.ts'
import type { Judgement } from './judgement.ts'
import { pairUp } from './pairing.ts'
import { isSameName, normalName, withoutBrackets } from './same-name.ts'

const NOT_RECEIVED: readonly string[] = ['not-given', 'considered', 'refused']
const isReceived = (status: string): boolean => !NOT_RECEIVED.includes(status)

/** What was considered, refused or not given is neither wanted nor an extra. */
export function judgeTreatments(gold: GoldCase | null, found: PatientCase | null): readonly Judgement[] {
  const received = (found?.treatments ?? []).filter((treatment) => isReceived(treatment.status))
  const distinct = [
    ...new Map(received.map((treatment) => [normalName(withoutBrackets(treatment.label)), treatment])).values(),
  ]
  const pairing = pairUp(wantedTreatments(gold?.treatments ?? []), distinct, isSameTreatment)
  return [
    ...judgePairs(
      'treatment',
      pairing,
      (treatment) => treatment.name,
      (treatment) => treatment.label,
    ),
    ...pairing.pairs.flatMap(([treatment, other]) => judgeResponse(treatment, other)),
  ]
}

const isSameTreatment = (gold: GoldTreatment, found: TreatmentFact): boolean =>
  isSameName(gold.name, found, 'treatment') || isSameName(withoutBrackets(gold.name), found, 'treatment')

/** What was received for certain is wanted, what may have been is optional; courses of one drug are one row. */
function wantedTreatments(treatments: readonly GoldTreatment[]): readonly GoldTreatment[] {
  const merged = new Map<string, GoldTreatment>()
  for (const treatment of treatments) {
    const states = [treatment.status, ...[treatment.also_ok_status ?? []].flat()]
    if (!states.some(isReceived)) continue
    const wanted = states.every(isReceived) ? treatment : { ...treatment, optional: true }
    const key = normalName(withoutBrackets(treatment.name))
    const seen = merged.get(key)
    merged.set(key, seen ? mergeCourses(seen, wanted) : wanted)
  }
  return [...merged.values()]
}

function mergeCourses(first: GoldTreatment, second: GoldTreatment): GoldTreatment {
  const responses = [...(first.also_ok ?? []), second.response, ...(second.also_ok ?? [])]
  return { ...first, also_ok: responses, optional: first.optional === true && second.optional === true }
}

function judgeResponse(gold: GoldTreatment, found: TreatmentFact): readonly Judgement[] {
  const accepted = [gold.response, ...(gold.also_ok ?? [])].map(known)
  const said = known(found.response)
  if (!accepted.includes(said)) return judgeValue('response', known(gold.response), said, found)
  return judgeValue('response', said, said, found)
}
