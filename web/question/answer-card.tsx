import { useState } from 'preact/hooks'
import type { AnswerCard } from '../api/types.ts'
import { plural } from '../frame/words.ts'
import { AnswerDownloads } from './answer-downloads.tsx'
import { CellMembers } from './cell-members.tsx'
import { ForestPlot } from './forest-plot.tsx'
import { Numbers } from './numbers.tsx'
import { Published } from './published.tsx'
import { type CellName, TwoByTwo } from './two-by-two.tsx'

/** The whole answer: the sentence, the table, who is in it, the numbers, and what was published. */
export function AnswerCardView(props: { card: AnswerCard }) {
  const { card } = props
  const [cell, setCell] = useState<CellName>('a')
  return (
    <article class="answer">
      <header class="card answer-head">
        <p class="answer-sentence">{sentenceOf(card)}</p>
        {card.warnings.length > 0 && (
          <ul class="answer-warnings">
            {card.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        )}
        <AnswerDownloads card={card} />
      </header>
      <div class="answer-columns">
        <section class="card" aria-label="Table of patients">
          <h2>Patients</h2>
          <TwoByTwo card={card} chosen={cell} onChoose={setCell} />
          <Excluded card={card} />
        </section>
        <section class="card" aria-label="Estimates">
          <h2>How strong, how sure</h2>
          <Numbers card={card} />
        </section>
      </div>
      <section class="card" aria-label="Forest plot">
        <h2>Odds ratios</h2>
        <ForestPlot card={card} />
        <Published card={card} />
      </section>
      <CellMembers card={card} cell={cell} />
    </article>
  )
}

function sentenceOf(card: AnswerCard): string {
  const { a, b, c, d } = card.table
  if (a + b + c + d === 0) return 'No patient has both things known, so nothing can be said.'
  const exposed = `${a} of ${plural(a + b, 'patient')} with ${card.exposure}`
  const unexposed = `${c} of ${plural(c + d, 'patient')} without it`
  return `${exposed}, and ${unexposed}, had ${card.outcome}.`
}

function Excluded(props: { card: AnswerCard }) {
  const { exposureUnknown, outcomeUnknown, bothUnknown } = props.card.excluded
  const parts = [
    [exposureUnknown, 'exposure not tested or not told'],
    [outcomeUnknown, 'outcome not measured or not told'],
    [bothUnknown, 'neither'],
  ] as const
  const shown = parts.filter(([count]) => count > 0)
  if (shown.length === 0) return null
  return (
    <p class="muted small excluded">
      In no cell: {shown.map(([count, why]) => `${count} (${why})`).join(', ')}. Never reported is not negative.
    </p>
  )
}
