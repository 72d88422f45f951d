/** One question, one answer card. The address holds the question, so every answer has a link that reopens it. */

import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { queryString } from '../api/client.ts'
import { useResource } from '../api/resource.ts'
import type { AnswerCard, MenuEntry, Menus } from '../api/types.ts'
import { Await, Nothing } from '../frame/states.tsx'
import { AnswerCardView } from './answer-card.tsx'
import { PredicateMenu } from './predicate-menu.tsx'
import { predicateWords } from './predicate-words.ts'

export function QuestionView() {
  const { query, route } = useLocation()
  const menus = useResource<Menus>('/menus', true)
  const [exposure, setExposure] = useState(query.exposure ?? '')
  const [outcome, setOutcome] = useState(query.outcome ?? '')
  const [strata, setStrata] = useState(query.strata ?? '')
  useEffect(() => {
    setExposure(query.exposure ?? '')
    setOutcome(query.outcome ?? '')
    setStrata(query.strata ?? '')
  }, [query.exposure, query.outcome, query.strata])
  const isAsked = Boolean(query.exposure && query.outcome)
  const asked = { exposure: query.exposure, outcome: query.outcome, strata: query.strata, members: query.members }
  const answer = useResource<AnswerCard>(isAsked ? `/association${queryString(asked)}` : null)

  return (
    <div class="page">
      <div class="page-head">
        <div>
          <h1>Question</h1>
          <p>
            Does one thing go with another? Patients are counted once each; who was not tested or not measured is in no
            cell.
          </p>
        </div>
      </div>
      <form
        class="card question-form"
        onSubmit={(event) => {
          event.preventDefault()
          route(`/question${queryString({ exposure, outcome, strata })}`)
        }}
      >
        <Await of={menus} what="what can be asked">
          {({ entries, strata: strataNames }) => (
            <>
              <PredicateMenu name="Exposure" entries={entries} value={exposure} onChange={setExposure} />
              <PredicateMenu name="Outcome" entries={entries} value={outcome} onChange={setOutcome} />
              <div class="question-ask">
                <label class="field">
                  <span>Within strata of</span>
                  <select value={strata} onChange={(event) => setStrata(event.currentTarget.value)}>
                    <option value="">no strata</option>
                    {strataNames.map((name) => (
                      <option key={name}>{name}</option>
                    ))}
                  </select>
                </label>
                <button type="submit" class="primary" disabled={exposure.trim() === '' || outcome.trim() === ''}>
                  Answer
                </button>
              </div>
            </>
          )}
        </Await>
      </form>
      <div aria-live="polite">
        {isAsked ? (
          <Await of={answer} what="the answer">
            {(card) => <AnswerCardView card={card} />}
          </Await>
        ) : (
          <Examples entries={menus.value?.entries ?? []} />
        )}
      </div>
    </div>
  )
}

/** Questions that this very graph can answer. */
function Examples(props: { entries: Menus['entries'] }) {
  const first = (group: string, is: (entry: MenuEntry) => boolean = () => true) =>
    props.entries.find((entry) => entry.group === group && entry.cases > 0 && is(entry))
  const pairs = [
    [first('Antibody', ({ label }) => label.includes('topoisomerase')), first('Deposit size', isLarge)],
    [first('Antibody', ({ label }) => label.includes('centromere')), first('Site')],
    [first('Subtype'), first('Deposit size', isLarge)],
    [first('Treatment'), first('Outcome', ({ label }) => label === 'improved')],
  ].filter((pair): pair is [MenuEntry, MenuEntry] => pair.every(Boolean))
  if (pairs.length === 0) return <Nothing title="Choose an exposure and an outcome">The answer appears here.</Nothing>
  return (
    <div class="examples">
      <h2>For example</h2>
      <ul>
        {pairs.map(([exposure, outcome]) => (
          <li key={exposure.predicate + outcome.predicate}>
            <a href={`/question${queryString({ exposure: exposure.predicate, outcome: outcome.predicate })}`}>
              Does {predicateWords(exposure.predicate)} go with {predicateWords(outcome.predicate)}?
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const isLarge = ({ predicate }: MenuEntry): boolean => predicate.endsWith('50')
