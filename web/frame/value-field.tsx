/** A labelled field for one value: a choice, a number or a text. */
import { useId } from 'preact/hooks'

export function ValueField(props: {
  name: string
  about?: string | undefined
  value: string
  /** null: free. */
  options: readonly string[] | null
  numeric: boolean
  /** What stands for no value; null where there must be one. */
  none: string | null
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div class="field">
      <label for={id} title={props.about}>
        {props.name.replaceAll('_', ' ')}
        {props.about && <span class="muted">, {props.about}</span>}
      </label>
      <Control {...props} id={id} />
    </div>
  )
}

function Control(props: Parameters<typeof ValueField>[0] & { id: string }) {
  const { id, value, options, numeric, none, onChange } = props
  const onInput = (event: { currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value)
  if (options !== null) {
    return (
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {none !== null && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    )
  }
  if (numeric)
    return (
      <input
        id={id}
        type="number"
        step="any"
        placeholder={none ?? ''}
        required={none === null}
        value={value}
        onInput={onInput}
      />
    )
  return <input id={id} type="text" placeholder={none ?? ''} required={none === null} value={value} onInput={onInput} />
}
