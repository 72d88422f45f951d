/** `doctor`: what is wrong with an installation and how to mend it. */
import { Command } from 'commander'
import { examine } from '../operation/doctor.ts'
import { CommandFailure, type Console, examples, plural } from './command.ts'
import { configOf } from './with-installation.ts'

const SIGN = { ok: '✓', warning: '!', failed: '✗' } as const

export function doctorCommand(console: Console): Command {
  return new Command('doctor')
    .description('Check configuration, versions, stores and disk; changes nothing. Ends with 1 where something failed.')
    .option('--quiet', 'say only what is wrong')
    .addHelpText('after', examples('doctor', 'doctor --quiet'))
    .action(async ({ quiet }: { quiet?: boolean }, command: Command) => {
      const findings = await examine(configOf(command))
      for (const { check, state, message } of findings)
        if (!quiet || state !== 'ok') console.out(`${SIGN[state]} ${check}: ${message}`)
      const failed = findings.filter(({ state }) => state === 'failed').length
      if (failed > 0) throw new CommandFailure(`${plural(failed, 'check')} failed (see above).`)
    })
}
