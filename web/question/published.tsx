import type { AnswerCard } from '../api/types.ts'
import { plural, sentenceCase } from '../frame/words.ts'
import { estimateText } from './forest-rows.ts'

/** What cohorts found, beside what these patients show. */
export function Published(props: { card: AnswerCard }) {
  if (props.card.published.length === 0) {
    return <p class="muted small published-none">No published cohort estimate of this pair is known to this program.</p>
  }
  return (
    <ul class="published-list">
      {props.card.published.map((cohort) => (
        <li key={`${cohort.citation} ${cohort.population}`}>
          <span class={`chip ${TONES[cohort.verdict]}`}>{cohort.verdict}</span> Published odds ratio{' '}
          <strong class="number">{estimateText(cohort.oddsRatio)}</strong>: {cohort.population} (
          {plural(cohort.patients, 'patient')}
          ). <span class="muted">{cohort.citation}.</span>
          <span class="published-reason">
            {sentenceCase(cohort.reason)}.
            {cohort.patientsNeeded !== null &&
              ` It would take about ${plural(cohort.patientsNeeded, 'patient')} to show it.`}
          </span>
        </li>
      ))}
    </ul>
  )
}

const TONES = { agrees: 'good', disagrees: 'bad', 'cannot tell': 'warn' } as const
