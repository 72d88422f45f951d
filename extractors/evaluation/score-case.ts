/** Compares one gold case with one extracted case, section by section. A missing partner misses everything. */
import type { DepositFact, DiseaseFact, PatientCase, TreatmentFact } from '../case-record.ts'
import type { GoldCase, GoldDeposit, GoldTreatment } from './gold.ts'
import { groundsOf, type Judgement, NO_GROUNDS, type Section } from './judgement.ts'
import { type Pairing, pairSites, pairUp } from './pairing.ts'
import { isSameName, normalName, withoutBrackets } from './same-name.ts'

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

/** A single value is a hit when equal, else a miss of the one and an extra of the other. */
function judgeValue<T extends string | number>(
  section: Section,
  gold: T | null,
  found: T | null,
  fact: object | null,
  isSame: (gold: T, found: T) => boolean = (a, b) => a === b,
): readonly Judgement[] {
  const judge = (verdict: Judgement['verdict'], value: T): Judgement => ({
    section,
    verdict,
    shown: String(value),
    ...(verdict === 'missed' ? NO_GROUNDS : groundsOf(fact)),
  })
  if (gold !== null && found !== null && isSame(gold, found)) return [judge('hit', found)]
  return [...(gold === null ? [] : [judge('missed', gold)]), ...(found === null ? [] : [judge('extra', found)])]
}

function judgePairs<G, E extends object>(
  section: Section,
  { pairs, missed, extra }: Pairing<G, E>,
  showGold: (gold: G) => string,
  showFound: (found: E) => string,
): readonly Judgement[] {
  return [
    ...pairs.map(([, found]) => ({
      section,
      verdict: 'hit' as const,
      shown: showFound(found),
      ...groundsOf(found),
    })),
    ...missed.map((gold) => ({ section, verdict: 'missed' as const, shown: showGold(gold), ...NO_GROUNDS })),
    ...extra.map((found) => ({
      section,
      verdict: 'extra' as const,
      shown: showFound(found),
      ...groundsOf(found),
    })),
  ]
}

function judgeDiseases(gold: GoldCase | null, found: PatientCase | null): readonly Judgement[] {
  const wanted = (gold?.diseases ?? []).filter((disease) => (disease.assertion ?? 'present') === 'present')
  const present = (found?.diseases ?? []).filter((disease) => disease.status === 'present')
  const pairing = pairUp(wanted, present, (disease, other) => {
    if (isSameName(disease.name, other, 'disease')) return true
    return disease.subtype !== null && isSameName(`${disease.subtype} ${disease.name}`, other, 'disease')
  })
  return [
    ...judgePairs(
      'disease',
      pairing,
      (disease) => disease.name,
      (disease) => disease.label,
    ),
    ...pairing.pairs.flatMap(([disease, other]) =>
      judgeValue('subtype', subtypeOf(disease.subtype), foundSubtype(other), other),
    ),
  ]
}

const foundSubtype = (disease: DiseaseFact): string | null => subtypeOf(disease.subtype?.label ?? null)

/** CREST is the limited form; "diffuse cutaneous" and "dcSSc" are one. */
function subtypeOf(name: string | null): string | null {
  const form = normalName(name ?? '')
  if (/diffuse|dcssc/.test(form)) return 'diffuse'
  if (/limited|lcssc|crest/.test(form)) return 'limited'
  const other = ['sine', 'juvenile', 'amyopathic'].find((word) => form.includes(word))
  return other ?? (form === '' ? null : form)
}

function judgeAntibodies(gold: GoldCase | null, found: PatientCase | null): readonly Judgement[] {
  const wanted = gold?.antibodies ?? []
  const tests = found?.antibodies ?? []
  const show = (name: string, value: string | null): string => `${name} ${value}`
  const results = pairUp(
    wanted,
    tests,
    (test, other) => isSameName(test.name, other, 'antibody') && test.result === other.result,
  )
  const titres = pairUp(
    wanted.filter((test) => isTitre(test.titre)),
    tests.filter((test) => isTitre(test.titre)),
    (test, other) => isSameName(test.name, other, 'antibody') && titreForm(test.titre) === titreForm(other.titre),
  )
  return [
    ...judgePairs(
      'antibody',
      results,
      (test) => show(test.name, test.result),
      (test) => show(test.label, test.result),
    ),
    ...judgePairs(
      'titre',
      titres,
      (test) => show(test.name, test.titre),
      (test) => show(test.label, test.titre),
    ),
  ]
}

const isTitre = (titre: string | null): boolean => /^\s*1\s*[:/]\s*\d/.test(titre ?? '')
const titreForm = (titre: string | null): string => (titre ?? '').replace(/\s/g, '').replace('/', ':')

function judgeDeposits(gold: GoldCase | null, found: PatientCase | null): readonly Judgement[] {
  const wanted = gold?.deposits ?? []
  const present = (found?.deposits ?? []).filter((deposit) => deposit.status === 'present')
  const distinct = [
    ...new Map(present.map((deposit) => [`${normalName(deposit.site.label)}|${deposit.laterality}`, deposit])).values(),
  ]
  const isSameSite = (deposit: { readonly site: string }, other: DepositFact): boolean =>
    isSameName(deposit.site, other.site, 'site')
  const sites = pairSites(wanted, distinct, isSameSite)
  const sizes = pairUp(
    wanted.filter((deposit) => deposit.max_mm !== null),
    present.filter((deposit) => deposit.max_mm !== null),
    (deposit, other) => isSameSite(deposit, other) && isNear(deposit.max_mm, other.max_mm),
  )
  const absences = pairUp(
    [
      ...toSites(gold?.absent_sites),
      ...toSites(gold?.optional_absent_sites).map((site) => ({ ...site, optional: true })),
    ],
    (found?.deposits ?? []).filter((deposit) => deposit.status === 'absent'),
    isSameSite,
  )
  return [
    ...judgePairs('site', sites, showGoldSite, showSite),
    ...sites.pairs.flatMap(([deposit, other]) => judgeSide(deposit, other)),
    ...judgePairs(
      'size',
      sizes,
      (deposit) => `${deposit.site} ${deposit.max_mm}`,
      (deposit) => `${deposit.site.label} ${deposit.max_mm}`,
    ),
    ...judgePairs('absent site', absences, (site) => site.site, showSite),
  ]
}

const toSites = (names: readonly string[] | undefined) => (names ?? []).map((site) => ({ site }))
const showSite = (deposit: DepositFact): string => `${deposit.laterality ?? ''} ${deposit.site.label}`.trim()
const showGoldSite = (deposit: GoldDeposit): string => `${deposit.laterality ?? ''} ${deposit.site}`.trim()
const isNear = (gold: number | null, found: number | null): boolean =>
  gold !== null && found !== null && Math.abs(gold - found) <= Math.max(1, 0.05 * gold)

/** "The thighs" may be read as bilateral or as not said. */
function judgeSide(deposit: GoldDeposit, other: DepositFact): readonly Judgement[] {
  const found = deposit.laterality === null && other.laterality === 'bilateral' ? null : other.laterality
  return judgeValue('laterality', deposit.laterality, found, other)
}

const NOT_RECEIVED: readonly string[] = ['not-given', 'considered', 'refused']
const isReceived = (status: string): boolean => !NOT_RECEIVED.includes(status)

function judgeTreatments(gold: GoldCase | null, found: PatientCase | null): readonly Judgement[] {
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

const known = <T extends string>(value: T | null | undefined): T | null =>
  value === 'unknown' ? null : (value ?? null)

function judgeResponse(gold: GoldTreatment, found: TreatmentFact): readonly Judgement[] {
  const accepted = [gold.response, ...(gold.also_ok ?? [])].map(known)
  const said = known(found.response)
  if (!accepted.includes(said)) return judgeValue('response', known(gold.response), said, found)
  return judgeValue('response', said, said, found)
}

function judgeOutcome(gold: GoldCase | null, found: PatientCase | null): readonly Judgement[] {
  const accepted = [gold?.outcome, ...[gold?.also_ok_outcome ?? []].flat()].map(outcomeForm)
  const said = outcomeForm(found?.outcome?.value)
  if (said !== null && accepted.includes(said)) return judgeValue('outcome', said, said, found?.outcome ?? null)
  const wanted = accepted.includes(null) && said === null ? null : outcomeForm(gold?.outcome)
  return judgeValue('outcome', wanted, said, found?.outcome ?? null)
}

const outcomeForm = (value: string | undefined): string | null => known(value === 'unchanged' ? 'stable' : value)
