/** Deposits: sites, sides, sizes, and sites said to be free of them. */
import type { DepositFact, PatientCase } from '../case-record.ts'
import type { GoldCase, GoldDeposit } from './gold.ts'
import { judgePairs, judgeValue } from './judge.ts'
import type { Judgement } from './judgement.ts'
import { pairSites, pairUp } from './pairing.ts'
import { isSameName, normalName } from './same-name.ts'

/** Rows of one site and side are one; sizes are paired by themselves. */
export function judgeDeposits(gold: GoldCase | null, found: PatientCase | null): readonly Judgement[] {
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
