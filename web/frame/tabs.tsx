/** Views within a view, each with its own address. */

export interface Tab {
  readonly key: string
  readonly name: string
}

export function Tabs(props: { label: string; base: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav class="tabs" aria-label={props.label}>
      {props.tabs.map(({ key, name }) => (
        <a key={key} href={`${props.base}/${key}`} aria-current={key === props.current ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  )
}
