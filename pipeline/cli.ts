#!/usr/bin/env node
/** The command line's door: loads the program, or says in one sentence what is missing from the installation. */
import { writeSync } from 'node:fs'
import { missingPart } from './missing-part.ts'

try {
  const { runCommandLine } = await import('./commands/run-command-line.ts')
  process.exitCode = await runCommandLine(process.argv.slice(2))
} catch (error) {
  const sentence = missingPart(error)
  if (sentence === null) throw error
  writeSync(2, `calcigraph: ${sentence}\n`)
  // at once: other modules that wait for the same part would each add a stack trace
  process.exit(1)
}
