import { memo } from 'preact/compat'
import type { Fact } from '../api/types.ts'
import { percent } from '../frame/words.ts'
import { CorrectionForm } from './correction-form.tsx'
import type { Corrections, Verdict } from './review.ts'

interface FactRowProps {
  readonly fact: Fact
  /** Index of the evidence that is shown; null where another fact is chosen. */
  readonly at: number | null
  readonly isCorrecting: boolean
  onChoose(fact: string, evidence: number): void
  onCorrect(fact: string | null): void
  onReview(fact: Fact, verdict: Verdict, corrections?: Corrections): void
}

/** One fact in a line; chosen, it opens with its quotes and the decisions one can take. */
export const FactRow = memo(function FactRow(props: FactRowProps) {
  const { fact, at } = props
  const isOpen = at !== null
  return (
    <li
      class={`fact status-${fact.status} ${isOpen ? 'open' : ''} ${fact.decision?.verdict ?? ''}`}
      data-fact-row={fact.id}
    >
      <button type="button" class="fact-line" aria-expanded={isOpen} onClick={() => props.onChoose(fact.id, 0)}>
        <span class="fact-label">{fact.label}</span>
        {fact.summary !== '' && <span class="fact-summary">{fact.summary}</span>}
        {fact.decision && <DecisionMark verdict={fact.decision.verdict} />}
      </button>
      {isOpen && (
        <div class="fact-open">
          <Quotes fact={fact} at={at} onChoose={props.onChoose} />
          {props.isCorrecting ? (
            <CorrectionForm
              fact={fact}
              onCancel={() => props.onCorrect(null)}
              onSave={(corrections) => props.onReview(fact, 'corrected', corrections)}
            />
          ) : (
            <Decide {...props} />
          )}
        </div>
      )}
    </li>
  )
})

const MARKS = { accepted: '✓ accepted', rejected: '✕ rejected', corrected: '✎ corrected' } as const

function DecisionMark(props: { verdict: keyof typeof MARKS }) {
  return <span class={`decision ${props.verdict}`}>{MARKS[props.verdict]}</span>
}

function Quotes(props: { fact: Fact; at: number; onChoose: FactRowProps['onChoose'] }) {
  return (
    <ol class="quotes">
      {props.fact.evidence.map((evidence, index) => (
        <li key={`${evidence.start}-${evidence.end}`} class={index === props.at ? 'at' : ''}>
          <button type="button" class="quote-button" onClick={() => props.onChoose(props.fact.id, index)}>
            <span class="quote">
              <Sentence sentence={evidence.sentence} quote={evidence.text} />
            </span>
            <span class="quote-source">
              Page {evidence.page} · {evidence.rule} · {percent(evidence.confidence)}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** The sentence with the quoted words marked. */
function Sentence(props: { sentence: string; quote: string }) {
  const at = props.sentence.indexOf(props.quote)
  if (at < 0) return <>“{props.quote}”</>
  return (
    <>
      “{props.sentence.slice(0, at)}
      <mark>{props.quote}</mark>
      {props.sentence.slice(at + props.quote.length)}”
    </>
  )
}

function Decide(props: FactRowProps) {
  const { fact } = props
  const verdict = fact.decision?.verdict
  return (
    <div class="decide">
      <button
        type="button"
        class="small"
        aria-pressed={verdict === 'accepted'}
        onClick={() => props.onReview(fact, 'accepted')}
      >
        Accept
      </button>
      <button
        type="button"
        class="small"
        aria-pressed={verdict === 'rejected'}
        onClick={() => props.onReview(fact, 'rejected')}
      >
        Reject
      </button>
      {fact.fields.length > 0 && (
        <button type="button" class="small" onClick={() => props.onCorrect(fact.id)}>
          Correct …
        </button>
      )}
      {fact.decision && (
        <button type="button" class="small quiet" onClick={() => props.onReview(fact, 'withdrawn')}>
          Withdraw
        </button>
      )}
    </div>
  )
}
