import { useLocation } from 'preact-iso'
import { queryString } from '../api/client.ts'
import type { AnswerCard, CellMember } from '../api/types.ts'
import { Nothing } from '../frame/states.tsx'
import { plural } from '../frame/words.ts'
import { type CellName, cellName } from './cell-name.ts'

/** As many as the server gives with their quotes. */
const MOST_MEMBERS = 2000

/** Who is in the chosen cell, each with the words that put them there. */
export function CellMembers(props: { card: AnswerCard; cell: CellName }) {
  const members = props.card.cells[props.cell]
  const count = props.card.table[props.cell]
  const { query } = useLocation()
  return (
    <section class="card" aria-label="Patients in the chosen cell" aria-live="polite">
      <h2>
        {plural(count, 'patient')} <span class="muted">{cellName(props.card, props.cell)}</span>
      </h2>
      {members.length === 0 ? (
        <Nothing title="Nobody is in this cell" />
      ) : (
        <ul class="members">
          {members.map((member) => (
            <Member key={member.patient} member={member} />
          ))}
        </ul>
      )}
      {members.length < count && (
        <p class="row-of">
          <a class="button" href={`/question${queryString({ ...query, members: Math.min(count, MOST_MEMBERS) })}`}>
            Show all {count}
          </a>
          <span class="muted small">{members.length} are shown</span>
        </p>
      )}
    </section>
  )
}

function Member(props: { member: CellMember }) {
  const { member } = props
  return (
    <li class="member">
      <p class="member-name">
        <strong>{member.name}</strong>{' '}
        <a href={`/papers/${member.paper}`}>
          {member.title}
          {member.year === null ? '' : ` (${member.year})`}
        </a>
      </p>
      <Quotes paper={member.paper} quotes={[...member.exposure, ...member.outcome]} />
    </li>
  )
}

const SHOWN_AT_FIRST = 3

function Quotes(props: { paper: string; quotes: CellMember['exposure'] }) {
  const rest = props.quotes.slice(SHOWN_AT_FIRST)
  return (
    <div class="member-quotes">
      <QuoteList paper={props.paper} quotes={props.quotes.slice(0, SHOWN_AT_FIRST)} />
      {rest.length > 0 && (
        <details>
          <summary class="small muted">{plural(rest.length, 'more quote')}</summary>
          <QuoteList paper={props.paper} quotes={rest} />
        </details>
      )}
    </div>
  )
}

function QuoteList(props: { paper: string; quotes: CellMember['exposure'] }) {
  return (
    <ul>
      {props.quotes.map(({ text, page }) => (
        <li key={`${page} ${text}`}>
          <a class="quote" href={`/papers/${props.paper}${queryString({ quote: text, page })}`}>
            “{text}”
          </a>
          <span class="muted small"> page {page}</span>
        </li>
      ))}
    </ul>
  )
}
