/** Several responses told of one treatment become one: what it came to. */
import type { Response } from '../case-record.ts'
import type { LinkedResponse } from './link.ts'

const TURN: ReadonlySet<Response> = new Set(['improved', 'resolved', 'none', 'worse', 'recurred'])

/**
 * The last word counts, with three rules of sense: what the treatment's own sentence says beats what later sentences
 * seem to say; "stable" and side effects do not undo a told effect; a recurrence, or that none came, ends the story.
 */
export function verdictOf(responses: readonly LinkedResponse[]): LinkedResponse | undefined {
  const direct = responses.filter((response) => response.direct)
  const carried = responses.filter((response) => !response.direct)
  const first = lastOf(direct)
  if (!first) return lastOf(carried)
  // what a treatment had done before is not undone by what stays as it is under it
  const done =
    first.value === 'stable'
      ? carried.filter(({ value, sentence }) => TURN.has(value) && sentence.index < first.sentence.index)
      : []
  if (done.length > 0) return lastOf(done)
  const ending = carried
    .filter(
      ({ value, event }) =>
        value === 'recurred' || (value === 'resolved' && /recur|relaps|re-?gr|return|c[ao]me back/i.test(event.text)),
    )
    .at(-1)
  return ending && (first.value === 'improved' || first.value === 'resolved') ? ending : first
}

/** "The deposits were 40% smaller. One nodule was no longer visible.": the treatment improved them. */
function isOneOfSeveral(better: LinkedResponse | undefined, gone: LinkedResponse | undefined): boolean {
  return (
    better?.value === 'improved' &&
    gone?.value === 'resolved' &&
    better.event.about === 'calcinosis' &&
    (better.sentence === gone.sentence || better.sentence.index === gone.sentence.index - 1) &&
    !/\b(?:all|complete\w*|entire\w*|total\w*|fully|later|after|finally|at|recurr\w*)\b/i.test(gone.sentence.text)
  )
}

function lastOf(responses: readonly LinkedResponse[]): LinkedResponse | undefined {
  const turns = responses.filter(({ value }) => TURN.has(value))
  return (
    (isOneOfSeveral(turns.at(-2), turns.at(-1)) ? turns.at(-2) : turns.at(-1)) ??
    responses.filter(({ value }) => value !== 'adverse').at(-1) ??
    responses.at(-1)
  )
}
