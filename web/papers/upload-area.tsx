/** Drop or choose files; each is sent by itself and followed until it stands in the graph. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { onEvent } from '../api/live.ts'
import { type DropHandlers, useDrop } from './drop.ts'
import { sendFile } from './send-file.ts'
import { UploadList } from './upload-list.tsx'
import { follow, type UploadState } from './uploads.ts'

const ACCEPTED = '.pdf,.txt,.xml,.nxml'
/** Enough to keep the line busy, few enough to leave room for the rest of the page. */
const AT_ONCE = 3

export function UploadArea() {
  const [uploads, setUploads] = useState<readonly UploadState[]>([])
  const chooser = useRef<HTMLInputElement>(null)
  const change = (name: number, next: Partial<UploadState>) =>
    setUploads((before) => before.map((upload) => (upload.key === name ? { ...upload, ...next } : upload)))
  const { isOver, handlers } = useDrop((files) => start(files, setUploads, change))
  useEffect(() => onEvent((event) => setUploads((before) => follow(before, event))), [])
  return (
    <section class={`upload ${isOver ? 'upload-over' : ''}`} aria-label="Add papers" {...(handlers as DropHandlers)}>
      <div class="upload-invite">
        <span class="upload-words">
          <strong>Drop case reports here</strong>
          <span class="muted small">PDF, plain text or JATS XML; they stay on this machine.</span>
        </span>
        <button type="button" class="primary" onClick={() => chooser.current?.click()}>
          Choose files
        </button>
        <input
          ref={chooser}
          class="visually-hidden"
          type="file"
          multiple
          accept={ACCEPTED}
          tabIndex={-1}
          aria-label="Files to add"
          onChange={(event) => {
            start([...(event.currentTarget.files ?? [])], setUploads, change)
            event.currentTarget.value = ''
          }}
        />
      </div>
      {uploads.length > 0 && <UploadList uploads={uploads} onClear={() => setUploads([])} />}
    </section>
  )
}

let lastKey = 0

function start(
  files: readonly File[],
  setUploads: (change: (before: readonly UploadState[]) => readonly UploadState[]) => void,
  change: (key: number, next: Partial<UploadState>) => void,
): void {
  const added = files.map((file) => ({ file, upload: newUpload(file) }))
  setUploads((before) => [...added.map(({ upload }) => upload), ...before])
  const waiting = [...added]
  const next = async (): Promise<void> => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const { key } = job.upload
      change(key, { state: 'sending' })
      change(key, await sendFile(job.file, (fraction) => change(key, { progress: fraction })))
    }
  }
  for (let line = 0; line < AT_ONCE; line++) void next()
}

function newUpload(file: File): UploadState {
  return { key: ++lastKey, file: file.name, state: 'waiting', progress: 0, paper: null, message: null }
}
