import type { Fact } from '../api/types.ts'
import { KIND_GROUPS, type KindGroup } from './kinds.ts'

/** The legend of the boxes, which also hides and shows them. */
export function KindFilter(props: {
  facts: readonly Fact[]
  hidden: ReadonlySet<string>
  onHide: (hidden: ReadonlySet<string>) => void
}) {
  const groups = KIND_GROUPS.filter(({ kinds }) => props.facts.some(({ kind }) => kinds.includes(kind)))
  const isShown = ({ kinds }: KindGroup) => !kinds.some((kind) => props.hidden.has(kind))
  const toggle = (group: KindGroup) => {
    const next = new Set(props.hidden)
    for (const kind of group.kinds)
      if (isShown(group)) next.add(kind)
      else next.delete(kind)
    props.onHide(next)
  }
  return (
    <fieldset class="kind-filter">
      <legend class="visually-hidden">Kinds shown</legend>
      {groups.map((group) => (
        <button
          key={group.many}
          type="button"
          class={`kind-button kind-${group.kinds[0]}`}
          aria-pressed={isShown(group)}
          onClick={() => toggle(group)}
        >
          <span class="kind-dot" aria-hidden="true" />
          {group.many}
        </button>
      ))}
    </fieldset>
  )
}
