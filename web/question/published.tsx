import type { AnswerCard } from '../api/types.ts'
import { estimateText } from './forest-rows.ts'

/** What cohorts found, beside what these patients show. */
export function Published(props: { card: AnswerCard }) {
  if (props.card.published.length === 0) {
    return <p class="muted small published-none">No published cohort estimate of this pair is known to this program.</p>
  }
  return (
    <ul class="published">
      {props.card.published.map(({ citation, population, oddsRatio, verdict, note }) => (
        <li key={citation}>
          <span class={`chip ${tone(verdict)}`}>{verdict}</span> <strong>{citation}</strong>: odds ratio{' '}
          {estimateText(oddsRatio)}, {population}.{note && <span class="muted"> {note}</span>}
        </li>
      ))}
    </ul>
  )
}

function tone(verdict: string): string {
  if (verdict.startsWith('agree')) return 'good'
  return verdict.startsWith('disagree') ? 'bad' : 'warn'
}
