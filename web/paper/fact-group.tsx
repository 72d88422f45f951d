import type { FactPanelProps } from './fact-panel.tsx'
import { FactRow } from './fact-row.tsx'
import { type FactKind, KIND_NAMES } from './kinds.ts'

/** The facts of one kind of one patient. */
export function FactGroup(props: FactPanelProps & { kind: FactKind }) {
  const { kind, facts, chosen } = props
  return (
    <div class={`fact-group kind-${kind}`}>
      <h3>
        <span class="kind-dot" aria-hidden="true" />
        {facts.length === 1 ? KIND_NAMES[kind].one : KIND_NAMES[kind].many}
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
