/** What the machine refuses (no room, no right) is no damage of our files and is told in words that a person can act on. */

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room left on the disk',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is mounted read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'a file of that name is in the way',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
}

/** PGlite numbers the system's errors as WASI does and throws objects without a message. */
const WASI_CODES: Readonly<Record<number, string>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  33: 'EMFILE',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
}

/** The machine has no room or gives no right; trying again after a person mended that will do. */
const REFUSALS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE'])

/** The reason in words where the system refused a call, else null. */
export function systemReason(error: unknown): string | null {
  return REASONS[codeOf(error)] ?? null
}

/** True where the machine is at fault, not the files. */
export function isMachineFault(error: unknown): boolean {
  return REFUSALS.has(codeOf(error))
}

/** Threads hand over what was thrown as it is; everything further on expects an Error. */
export function asError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown
  const code = codeOf(thrown)
  const message = REASONS[code] ?? (typeof thrown === 'object' ? JSON.stringify(thrown) : String(thrown))
  return Object.assign(new Error(message, { cause: thrown }), code ? { code } : {})
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  const isWasi = 'name' in error && error.name === 'ErrnoError' && 'errno' in error && typeof error.errno === 'number'
  return isWasi ? (WASI_CODES[error.errno as number] ?? '') : ''
}
