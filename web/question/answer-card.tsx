import { useState } from 'preact/hooks'
import type { AnswerCard } from '../api/types.ts'
import { plural } from '../frame/words.ts'
import { AnswerDownloads } from './answer-downloads.tsx'
import { CellMembers } from './cell-members.tsx'
import type { CellName } from './cell-name.ts'
import { ForestPlot } from './forest-plot.tsx'
import { strataWithoutEstimate } from './forest-rows.ts'
import { Numbers } from './numbers.tsx'
import { predicateWords } from './predicate-words.ts'
import { Published } from './published.tsx'
import { TwoByTwo } from './two-by-two.tsx'

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
          <Denominators card={card} />
        </section>
        <section class="card" aria-label="Estimates">
          <h2>How strong, how sure</h2>
          <Numbers card={card} />
        </section>
      </div>
      <section class="card" aria-label="Forest plot">
        <h2>Odds ratios</h2>
        <ForestPlot card={card} />
        <Uncompared card={card} />
        <Published card={card} />
      </section>
      <CellMembers card={card} cell={cell} />
    </article>
  )
}

function Uncompared(props: { card: AnswerCard }) {
  const names = strataWithoutEstimate(props.card)
  if (names === '') return null
  return <p class="muted small published-none">Strata in which nobody can be compared: {names}.</p>
}

function sentenceOf(card: AnswerCard): string {
  const { a, b, c, d } = card.table
  if (a + b + c + d === 0) return 'No patient has both things known, so nothing can be said.'
  const exposed = `${a} of ${plural(a + b, 'patient')} with ${predicateWords(card.exposure.text)}`
  const unexposed = `${c} of ${plural(c + d, 'patient')} without it`
  return `${exposed}, and ${unexposed}, had ${predicateWords(card.outcome.text)}.`
}

/** Of how many patients each of the two things is known: never reported is not negative. */
function Denominators(props: { card: AnswerCard }) {
  const { exposure, outcome, patients } = props.card
  return (
    <table class="denominators">
      <caption>Of {plural(patients, 'patient')} in the graph; who is unclear or not mentioned is in no cell.</caption>
      <thead>
        <tr>
          <td />
          {['yes', 'no', 'unclear', 'not mentioned'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[exposure, outcome].map((side, index) => (
          <tr key={index === 0 ? 'exposure' : 'outcome'}>
            <th scope="row">{side.text}</th>
            {[side.yes, side.no, side.unclear, side.notMentioned].map((count, column) => (
              <td key={column} class="number">
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
