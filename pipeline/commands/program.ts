/** The program: every command in one list, in the order in which help shows them. */
import { Command } from 'commander'
import { associateCommand } from './associate.ts'
import { backupCommand, migrateCommand, restoreCommand } from './backup.ts'
import type { Console } from './command.ts'
import { demoCommand } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { evaluateCommand } from './evaluate.ts'
import { exportCommand } from './export.ts'
import { extractCommand } from './extract.ts'
import { ingestCommand, workCommand } from './ingest.ts'
import { packageVersion } from './package-version.ts'
import { jobsCommand, papersCommand } from './papers.ts'
import { queriesCommand, queryCommand } from './query.ts'
import { readCommand } from './read.ts'
import { extractionsCommand, reextractCommand } from './reextract.ts'
import { rebuildCommand, removeCommand } from './remove.ts'
import { reviewCommand } from './review.ts'
import { sameCommand } from './same.ts'
import { scheduleCommand } from './schedule.ts'
import { serveCommand } from './serve.ts'

const COMMANDS = [
  demoCommand,
  ingestCommand,
  workCommand,
  queryCommand,
  queriesCommand,
  associateCommand,
  papersCommand,
  jobsCommand,
  removeCommand,
  readCommand,
  extractCommand,
  evaluateCommand,
  reextractCommand,
  extractionsCommand,
  scheduleCommand,
  reviewCommand,
  sameCommand,
  exportCommand,
  rebuildCommand,
  backupCommand,
  restoreCommand,
  migrateCommand,
  doctorCommand,
  serveCommand,
]

/** Throws CommanderError instead of leaving the process, so that tests can call it. */
export function buildProgram(console: Console): Command {
  const program = new Command('calcigraph')
    .description(
      'Case reports on calcinosis in, a graph of patients out; every fact points at the sentence that says it.',
    )
    .version(packageVersion())
    .option('--data <folder>', 'the data folder (default: $CALCIGRAPH_DATA, else ./calcigraph-data)')
    .showSuggestionAfterError()
    .showHelpAfterError('(calcigraph --help shows the commands, calcigraph <command> --help their options)')
    .configureHelp({ sortSubcommands: false, showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => console.out(text.trimEnd()),
      writeErr: (text) => console.log(text.trimEnd()),
    })
    .exitOverride()
  for (const make of COMMANDS) addCommand(program, make(console))
  return program
}

/** Sub-commands made apart from the program take over its way of ending and of speaking. */
function addCommand(parent: Command, command: Command): void {
  command.copyInheritedSettings(parent)
  for (const sub of command.commands) sub.copyInheritedSettings(command)
  parent.addCommand(command)
}
