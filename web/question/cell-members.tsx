import type { AnswerCard, CellMember } from '../api/types.ts'
import { Nothing } from '../frame/states.tsx'
import { plural } from '../frame/words.ts'
import { type CellName, cellName } from './two-by-two.tsx'

/** Who is in the chosen cell, each with the words that put them there. */
export function CellMembers(props: { card: AnswerCard; cell: CellName }) {
  const members = props.card.cells[props.cell]
  return (
    <section class="card" aria-label="Patients in the chosen cell" aria-live="polite">
      <h2>
        {plural(members.length, 'patient')} <span class="muted">{cellName(props.card, props.cell)}</span>
      </h2>
      {members.length === 0 ? (
        <Nothing title="Nobody is in this cell" />
      ) : (
        <ul class="members">
          {members.map((member) => (
            <Member key={member.case} member={member} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Member(props: { member: CellMember }) {
  const { member } = props
  return (
    <li class="member">
      <p class="member-name">
        <strong>{member.patient}</strong>{' '}
        <a href={`/papers/${member.paper}`}>
          {member.title}
          {member.year === null ? '' : ` (${member.year})`}
        </a>
      </p>
      <Quotes paper={member.paper} quotes={[...member.exposureQuotes, ...member.outcomeQuotes]} />
    </li>
  )
}

function Quotes(props: { paper: string; quotes: CellMember['exposureQuotes'] }) {
  return (
    <ul class="member-quotes">
      {props.quotes.map(({ text, page, start }) => (
        <li key={`${start} ${text}`}>
          <a class="quote" href={`/papers/${props.paper}${start === null ? '' : `?at=${start}`}`}>
            “{text}”
          </a>
          {page !== null && <span class="muted small"> page {page}</span>}
        </li>
      ))}
    </ul>
  )
}
