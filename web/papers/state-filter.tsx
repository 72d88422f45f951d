import type { PaperList } from '../api/types.ts'

export type StateChoice = 'all' | 'queued' | 'active' | 'done' | 'failed'

const CHOICES: readonly { readonly choice: StateChoice; readonly name: string }[] = [
  { choice: 'all', name: 'All' },
  { choice: 'done', name: 'Read' },
  { choice: 'active', name: 'In work' },
  { choice: 'queued', name: 'Queued' },
  { choice: 'failed', name: 'Failed' },
]

/** Which papers are shown, with how many there are of each. */
export function StateFilter(props: {
  counts: PaperList['counts'] | null
  choice: StateChoice
  onChoose: (choice: StateChoice) => void
}) {
  return (
    <fieldset class="state-filter">
      <legend class="visually-hidden">State</legend>
      {CHOICES.map(({ choice, name }) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === props.choice}
          onClick={() => props.onChoose(choice)}
        >
          {name} {props.counts && <span class="number">{countOf(props.counts, choice)}</span>}
        </button>
      ))}
    </fieldset>
  )
}

function countOf(counts: PaperList['counts'], choice: StateChoice): number {
  return choice === 'all' ? counts.queued + counts.active + counts.done + counts.failed : counts[choice]
}
