/** A predicate from two menus, or written: the menus only write the words for you. */
import type { MenuEntry } from '../api/types.ts'

export function PredicateMenu(props: {
  name: string
  entries: readonly MenuEntry[]
  value: string
  onChange: (predicate: string) => void
}) {
  const { name, entries, value } = props
  const id = `predicate-${name.toLowerCase()}`
  const groups = [...new Set(entries.map(({ group }) => group))]
  const known = entries.find(({ predicate }) => predicate === value)
  return (
    <fieldset class="predicate">
      <legend>{name}</legend>
      <label class="field">
        <span>From the menu</span>
        <select value={known ? value : ''} onChange={(event) => props.onChange(event.currentTarget.value)}>
          <option value="">{value === '' ? 'Choose …' : 'as written below'}</option>
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              {entries
                .filter((entry) => entry.group === group)
                .map(({ predicate, label, cases }) => (
                  <option key={predicate} value={predicate}>
                    {label} ({cases})
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label class="field" for={id}>
        <span>Or written</span>
        <input
          id={id}
          class="predicate-text"
          value={value}
          placeholder={name === 'Exposure' ? 'antibody = anti-Scl-70' : 'deposit.max_mm >= 50'}
          spellcheck={false}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      </label>
    </fieldset>
  )
}
