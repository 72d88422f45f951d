/** The values of one fact as fields; only those that were changed are sent. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Fact, FactField } from '../api/types.ts'
import { ValueField } from '../frame/value-field.tsx'
import type { Corrections } from './review.ts'

export function CorrectionForm(props: {
  fact: Fact
  onCancel: () => void
  onSave: (corrections: Corrections) => void
}) {
  const { fields } = props.fact
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map(({ name, value }) => [name, value === null ? '' : String(value)])),
  )
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select')?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const changed = changesOf(fields, values)
  return (
    <form
      class="correction"
      ref={form}
      onKeyDown={(event) => event.key === 'Escape' && props.onCancel()}
      onSubmit={(event) => {
        event.preventDefault()
        if (Object.keys(changed).length > 0) props.onSave(changed)
      }}
    >
      <div class="correction-fields">
        {fields.map((field) => (
          <ValueField
            key={field.name}
            name={field.name}
            options={field.options}
            numeric={field.numeric}
            none={field.required ? null : 'not said'}
            value={values[field.name] ?? ''}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
      </div>
      <div class="row-of">
        <button type="submit" class="small primary" disabled={Object.keys(changed).length === 0}>
          Save the correction
        </button>
        <button type="button" class="small" onClick={props.onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}

function changesOf(fields: readonly FactField[], values: Readonly<Record<string, string>>): Corrections {
  const changes: Record<string, string | number | null> = {}
  for (const { name, value, numeric } of fields) {
    const text = (values[name] ?? '').trim()
    const next = text === '' ? null : numeric ? Number(text) : text
    if (next !== value) changes[name] = next
  }
  return changes
}
