import type { UploadState } from './uploads.ts'

const NAMES: Readonly<Record<UploadState['state'], { readonly name: string; readonly tone: string }>> = {
  waiting: { name: 'Waiting', tone: '' },
  sending: { name: 'Sending', tone: 'busy' },
  queued: { name: 'Queued', tone: '' },
  working: { name: 'In work', tone: 'busy' },
  done: { name: 'In the graph', tone: 'good' },
  known: { name: 'Known', tone: '' },
  failed: { name: 'Failed', tone: 'bad' },
}

export function UploadList(props: { uploads: readonly UploadState[]; onClear: () => void }) {
  const isBusy = props.uploads.some(({ state }) => !['done', 'known', 'failed'].includes(state))
  return (
    <div class="upload-list">
      <ul aria-live="polite">
        {props.uploads.map((upload) => (
          <UploadRow key={upload.key} upload={upload} />
        ))}
      </ul>
      {!isBusy && (
        <button type="button" class="quiet small" onClick={props.onClear}>
          Clear this list
        </button>
      )}
    </div>
  )
}

function UploadRow(props: { upload: UploadState }) {
  const { file, state, progress, paper, message } = props.upload
  const { name, tone } = NAMES[state]
  const isOpenable = (state === 'done' || state === 'known') && paper !== null
  return (
    <li class="upload-row" data-state={state}>
      <span class="upload-file">{isOpenable ? <a href={`/papers/${paper}`}>{file}</a> : file}</span>
      <span class={`chip ${tone}`}>{name}</span>
      {(state === 'sending' || state === 'working') && (
        <progress value={progress} max={1} aria-label={`${file}: ${name}`} />
      )}
      {message && <span class={state === 'failed' ? 'upload-message failed' : 'upload-message'}>{message}</span>}
    </li>
  )
}
