import type { Fact } from '../api/types.ts'
import { KIND_NAMES, KIND_ORDER } from './kinds.ts'

/** The legend of the boxes, which also hides and shows them. */
export function KindFilter(props: {
  facts: readonly Fact[]
  hidden: ReadonlySet<string>
  onHide: (hidden: ReadonlySet<string>) => void
}) {
  const kinds = KIND_ORDER.filter((kind) => props.facts.some((fact) => fact.kind === kind))
  const toggle = (kind: string) => {
    const next = new Set(props.hidden)
    if (!next.delete(kind)) next.add(kind)
    props.onHide(next)
  }
  return (
    <fieldset class="kind-filter">
      <legend class="visually-hidden">Kinds shown</legend>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class={`kind-button kind-${kind}`}
          aria-pressed={!props.hidden.has(kind)}
          onClick={() => toggle(kind)}
        >
          <span class="kind-dot" aria-hidden="true" />
          {KIND_NAMES[kind].many}
        </button>
      ))}
    </fieldset>
  )
}
