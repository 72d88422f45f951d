import type { AnswerCard, Estimate } from '../api/types.ts'
import { estimateValue, pValue, ratio } from '../frame/words.ts'

/** The estimates of the card as a list of terms. */
export function Numbers(props: { card: AnswerCard }) {
  const { oddsRatio, fisherP, midP, riskDifference, strata } = props.card
  return (
    <dl class="numbers">
      <dt>Odds ratio</dt>
      <dd>
        <strong>{estimateValue(oddsRatio)}</strong> <Interval of={oddsRatio} />
      </dd>
      <dt>Fisher’s exact test, two-sided</dt>
      <dd>p {withSign(fisherP)}</dd>
      <dt>Mid-p</dt>
      <dd>p {withSign(midP)}</dd>
      {riskDifference && (
        <>
          <dt>Risk difference</dt>
          <dd>
            {ratio(riskDifference.value)} <Interval of={riskDifference} />
          </dd>
        </>
      )}
      {strata?.pooled && (
        <>
          <dt>Pooled over {strata.by} (Mantel–Haenszel)</dt>
          <dd>
            {estimateValue(strata.pooled)} <Interval of={strata.pooled} />
          </dd>
        </>
      )}
    </dl>
  )
}

function withSign(value: number): string {
  const text = pValue(value)
  return text.startsWith('<') ? text : `= ${text}`
}

function Interval(props: { of: Estimate }) {
  const { value, low, high } = props.of
  if (value === null && low === null && high === null) return null
  return (
    <span class="muted">
      95% interval {low === null ? '0' : ratio(low)} to {high === null ? '∞' : ratio(high)}
    </span>
  )
}
