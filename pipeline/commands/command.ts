/** What every command shares: its streams, its failures, and the options that stand before its name. */

import { asError, systemReason } from '../machine-fault.ts'

/** The call was wrong: exit code 2. The message says what is wrong and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The work failed in a way a person can understand: exit code 1. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
}

/** Where a command speaks: results on `out`, progress and complaints on `log`; tests give their own. */
export interface Console {
  /** Results only, so that they can be piped. */
  out(text: string): void
  log(text: string): void
  /** True where `log` is a terminal that a progress bar may redraw. */
  readonly isTerminal: boolean
}

export const terminalConsole: Console = {
  out: (text) => void process.stdout.write(`${text}\n`),
  log: (text) => void process.stderr.write(`${text}\n`),
  isTerminal: process.stderr.isTTY === true,
}

/** One line for a person, whatever was thrown. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return asError(error).message
  const reason = systemReason(error)
  // Node's own words ("ENOSPC: no space left on device, write") are no sentence
  if (reason && 'syscall' in error) {
    const place = 'path' in error ? `${error.path}: ` : ''
    return `${place}${reason}; mend that and call again.`
  }
  const line = error.message.trim().split('\n')[0] ?? ''
  return line === '' ? error.name : line
}

/** `1 paper`, `2 papers`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

/** The examples under the options of a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ calcigraph ${line}`).join('\n')}`
}
