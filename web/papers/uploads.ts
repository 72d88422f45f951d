/** One file on its way from this browser into the graph. */
import type { ServerEvent } from '../api/types.ts'

export interface UploadState {
  readonly key: number
  readonly file: string
  readonly state: 'waiting' | 'sending' | 'queued' | 'working' | 'done' | 'known' | 'failed'
  /** 0 to 1 while sending or working. */
  readonly progress: number
  readonly paper: string | null
  readonly message: string | null
}

/** Takes a change that the server reports into the list of uploads. */
export function follow(uploads: readonly UploadState[], event: ServerEvent): readonly UploadState[] {
  if (event.paper === null) return uploads
  return uploads.map((upload) =>
    upload.paper === event.paper && upload.state !== 'known' ? after(upload, event) : upload,
  )
}

function after(upload: UploadState, event: ServerEvent): UploadState {
  if (event.state === 'failed') return { ...upload, state: 'failed', message: event.message }
  if (event.state === 'done') return { ...upload, state: 'done', progress: 1 }
  if (event.state === 'active') return { ...upload, state: 'working', progress: event.progress ?? upload.progress }
  return upload
}
