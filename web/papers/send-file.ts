/** Sends one file; XMLHttpRequest, because fetch does not tell how far a sending has come. */
import type { UploadAnswer } from '../api/types.ts'
import type { UploadState } from './uploads.ts'

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  xml: 'application/xml',
  nxml: 'application/xml',
}

export function sendFile(file: File, onProgress: (fraction: number) => void): Promise<Partial<UploadState>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/papers?file=${encodeURIComponent(file.name)}`)
    request.setRequestHeader(
      'content-type',
      TYPES[file.name.split('.').at(-1)!.toLowerCase()] ?? (file.type || 'application/octet-stream'),
    )
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => resolve(stateOf(request.status, request.responseText)))
    request.addEventListener('error', () =>
      resolve({ state: 'failed', message: 'The server did not take the file; is it still running?' }),
    )
    request.send(file)
  })
}

function stateOf(status: number, text: string): Partial<UploadState> {
  const answer = parsed(text)
  if (status !== 202 || answer === null) {
    return {
      state: 'failed',
      message: (answer as { message?: string } | null)?.message ?? `The server answered ${status}.`,
    }
  }
  if (answer.outcome === 'known') {
    return {
      state: 'known',
      paper: answer.paper,
      message: answer.knownAs ?? 'Already in the collection; nothing was done twice.',
    }
  }
  return { state: 'queued', paper: answer.paper, progress: 0 }
}

function parsed(text: string): UploadAnswer | null {
  try {
    return JSON.parse(text) as UploadAnswer
  } catch {
    return null
  }
}
