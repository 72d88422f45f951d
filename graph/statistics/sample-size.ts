/** How many patients would settle a question. */

const Z_95 = 1.959963984540054
const Z_POWER_80 = 0.8416212335729143

export interface Design {
  /** The odds ratio to be found. */
  readonly oddsRatio: number
  /** Risk of the outcome without the exposure, between 0 and 1. */
  readonly baselineRisk: number
  /** Share of patients with the exposure, between 0 and 1. */
  readonly exposedShare: number
}

/** Patients needed in all for 80% power at a two-sided 5% level (Fleiss, without correction); null for an odds ratio of 1. */
export function patientsNeeded({ oddsRatio, baselineRisk, exposedShare }: Design): number | null {
  if (!(oddsRatio > 0) || oddsRatio === 1 || baselineRisk <= 0 || baselineRisk >= 1) return null
  if (exposedShare <= 0 || exposedShare >= 1) return null
  const odds = (oddsRatio * baselineRisk) / (1 - baselineRisk)
  const exposedRisk = odds / (1 + odds)
  const unexposedPerExposed = (1 - exposedShare) / exposedShare
  const pooled = (exposedRisk + unexposedPerExposed * baselineRisk) / (1 + unexposedPerExposed)
  const underNull = Math.sqrt((1 + 1 / unexposedPerExposed) * pooled * (1 - pooled))
  const underEffect = Math.sqrt(
    exposedRisk * (1 - exposedRisk) + (baselineRisk * (1 - baselineRisk)) / unexposedPerExposed,
  )
  const exposed = ((Z_95 * underNull + Z_POWER_80 * underEffect) / (exposedRisk - baselineRisk)) ** 2
  return Math.ceil(exposed) + Math.ceil(exposed * unexposedPerExposed)
}
