/** Runs the command line's words; exit codes: 0 done, 1 failed, 2 wrong call, 130 interrupted. */
import { CommanderError } from 'commander'
import { GraphError, type GraphErrorCode } from '../../graph/graph-error.ts'
import { sentenceOf, terminalConsole, UsageError } from './command.ts'
import { buildProgram } from './program.ts'

/** Questions that no graph could answer as they stand; the others failed at answering. */
const WRONG_QUESTIONS: readonly GraphErrorCode[] = ['refused', 'syntax', 'unknown-query', 'bad-question']

export async function runCommandLine(words: readonly string[]): Promise<number> {
  // a reader such as `head` may close the pipe before we are done: that is no failure
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    terminalConsole.log(`calcigraph: The output cannot be written: ${sentenceOf(error)}`)
    process.exit(1)
  })
  try {
    await buildProgram(terminalConsole).parseAsync([...words], { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return exitCodeOf(error)
  }
}

function exitCodeOf(error: unknown): number {
  // commander has printed its own message; help and version are no errors
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  terminalConsole.log(`calcigraph: ${sentenceOf(error)}`)
  if (process.env.CALCIGRAPH_DEBUG && error instanceof Error) terminalConsole.log(error.stack ?? '')
  return isWrongCall(error) ? 2 : 1
}

function isWrongCall(error: unknown): boolean {
  return error instanceof UsageError || (error instanceof GraphError && WRONG_QUESTIONS.includes(error.code))
}
