/** Asks the server; a refusal comes back as its one sentence. */

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`/api${path}`, {
    ...init,
    headers: { accept: 'application/json', ...init?.headers },
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiProblem(0, 'The server does not answer. Is "calcigraph serve" still running?')
  })
  if (!response.ok) throw await problemOf(response)
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T)
}

export function send<T>(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const init = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  return ask<T>(path, { method, ...init })
}

/** A query string without the empty values. */
export function queryString(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => null)) as { message?: string } | null
  return new ApiProblem(response.status, body?.message ?? `The server answered ${response.status}.`)
}

/** One sentence, whatever was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
