import type { AnswerCard } from '../api/types.ts'
import { type CellName, cellName } from './cell-name.ts'
import { predicateWords } from './predicate-words.ts'

/** The four-fold table; each cell is a button that shows who is in it. */
export function TwoByTwo(props: { card: AnswerCard; chosen: CellName; onChoose: (cell: CellName) => void }) {
  const { table } = props.card
  const exposure = predicateWords(props.card.exposure.text)
  const outcome = predicateWords(props.card.outcome.text)
  const cell = (name: CellName) => (
    <td>
      <button
        type="button"
        class="cell"
        aria-pressed={props.chosen === name}
        aria-label={`${table[name]}: ${cellName(props.card, name)}; show who`}
        onClick={() => props.onChoose(name)}
      >
        {table[name]}
      </button>
    </td>
  )
  return (
    <table class="two-by-two">
      <thead>
        <tr>
          <td />
          <th scope="col">{outcome}</th>
          <th scope="col">not so</th>
          <th scope="col" class="total">
            together
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{exposure}</th>
          {cell('a')}
          {cell('b')}
          <td class="total">{table.a + table.b}</td>
        </tr>
        <tr>
          <th scope="row">not so</th>
          {cell('c')}
          {cell('d')}
          <td class="total">{table.c + table.d}</td>
        </tr>
      </tbody>
    </table>
  )
}
