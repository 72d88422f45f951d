/** Opens the installation that the options and the environment name, and closes it whatever happens. */
import type { Command } from 'commander'
import { ConfigError, parseConfig } from '../config.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { stopOnSignals } from '../stop-signal.ts'
import { terminalConsole, UsageError } from './command.ts'

/** The settings of this call: `--data` over the environment. A wrong setting is a wrong call. */
export function configOf(command: Command): ReturnType<typeof parseConfig> {
  const { data } = command.optsWithGlobals<{ data?: string }>()
  try {
    return parseConfig(process.env, { data })
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message, { cause: error })
    throw error
  }
}

export async function withInstallation<T>(
  command: Command,
  use: (installation: Installation) => Promise<T>,
): Promise<T> {
  const onWarning = (message: string): void => terminalConsole.log(message)
  const installation = await openInstallation(configOf(command), { onWarning })
  try {
    return await use(installation)
  } finally {
    await installation.close()
  }
}

/**
 * Runs `use` with a signal that Ctrl-C and SIGTERM abort: running work is finished or handed back. A second Ctrl-C
 * leaves at once. The exit code then is 130 (Ctrl-C) or 143, as shells expect.
 */
export async function untilInterrupted<T>(
  log: (text: string) => void,
  use: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal, dispose } = stopOnSignals()
  const remember = (name: NodeJS.Signals): void => {
    process.exitCode = name === 'SIGINT' ? 130 : 143
    log('Stopping: running work is finished first; once more Ctrl-C leaves at once (nothing is lost).')
  }
  process.once('SIGINT', remember).once('SIGTERM', remember)
  try {
    return await use(signal)
  } finally {
    process.off('SIGINT', remember).off('SIGTERM', remember)
    dispose()
  }
}
