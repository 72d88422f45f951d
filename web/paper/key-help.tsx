import { KEYS } from './review-keys.ts'

/** The keys of a review, always in sight where there is a keyboard. */
export function KeyHelp() {
  return (
    <div class="key-help" role="note" aria-label="Keys">
      {KEYS.map(({ key, does }) => (
        <span key={key}>
          <kbd>{key}</kbd> {does}
        </span>
      ))}
    </div>
  )
}
