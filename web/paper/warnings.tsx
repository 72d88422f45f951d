import type { PaperDetail } from '../api/types.ts'
import { plural } from '../frame/words.ts'

/** What the reader of this page should know before trusting it. */
export function Warnings(props: { warnings: PaperDetail['warnings'] }) {
  if (props.warnings.length === 0) return null
  return (
    <details class="warnings" open={props.warnings.length <= 3}>
      <summary>{plural(props.warnings.length, 'warning')}</summary>
      <ul>
        {props.warnings.map(({ code, page, message }) => (
          <li key={`${code} ${page} ${message}`}>
            {page !== null && <strong>Page {page}: </strong>}
            {message}
          </li>
        ))}
      </ul>
    </details>
  )
}
