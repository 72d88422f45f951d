import type { FactPanelProps } from './fact-panel.tsx'
import { FactRow } from './fact-row.tsx'
import type { KindGroup } from './kinds.ts'

/** The facts of one kind of one patient. */
export function FactGroup(props: FactPanelProps & { group: KindGroup }) {
  const { group, facts, chosen } = props
  return (
    <div class={`fact-group kind-${group.kinds[0]}`}>
      <h3>
        <span class="kind-dot" aria-hidden="true" />
        {facts.length === 1 ? group.one : group.many}
      </h3>
      <ul>
        {facts.map((fact) => (
          <FactRow
            key={fact.id}
            fact={fact}
            at={chosen?.fact === fact.id ? chosen.evidence : null}
            isCorrecting={props.correcting === fact.id}
            onChoose={props.onChoose}
            onCorrect={props.onCorrect}
            onReview={props.onReview}
          />
        ))}
      </ul>
    </div>
  )
}
