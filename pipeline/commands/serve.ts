/** `serve`: the web application over the same stores; embedded it works the queue as well. */
import { Command, InvalidArgumentError } from 'commander'
import { isEmbedded } from '../config.ts'
import { type Console, examples } from './command.ts'
import { aborted } from './ingest.ts'
import { packageVersion } from './package-version.ts'
import { untilInterrupted, withInstallation } from './with-installation.ts'

const DEFAULT_PORT = 4646

interface ServeOptions {
  readonly host: string
  readonly port: number
  readonly token?: string
  readonly work?: boolean
}

export function serveCommand(console: Console): Command {
  return new Command('serve')
    .description(
      'Open the web application on loopback; embedded, it works the queue as well, so that this one command is a whole installation.',
    )
    .option('--host <address>', 'listen here; any other than loopback needs a token', '127.0.0.1')
    .option('--port <number>', 'listen on this port; 0 lets the system choose', portNumber, DEFAULT_PORT)
    .option('--token <secret>', 'what callers must show, at least 16 characters (default: $CALCIGRAPH_TOKEN)')
    .option('--work', 'work the queue here (the default with embedded stores)')
    .option('--no-work', 'leave the queue to `calcigraph work`')
    .addHelpText(
      'after',
      examples('serve', 'serve --port 8080', 'serve --host 0.0.0.0 --token "$(openssl rand -hex 24)"'),
    )
    .action((options: ServeOptions, command: Command) =>
      withInstallation(command, (installation) =>
        untilInterrupted(console.log, async (signal) => {
          const version = packageVersion()
          const { openInstallationPorts } = await import('../server/binding/installation-ports.ts')
          const { startServer } = await import('../server/start-server.ts')
          const ports = await openInstallationPorts(installation, {
            work: options.work ?? isEmbedded(installation.config),
            version,
          })
          const token = options.token ?? (process.env.CALCIGRAPH_TOKEN || null)
          // a taken port or a missing token must not leave workers on stores that are being closed
          try {
            const server = await startServer({ ports, host: options.host, port: options.port, token, version })
            console.out(server.url)
            console.log('Ctrl-C ends.')
            await aborted(signal)
            await server.close()
          } finally {
            await ports.stop()
          }
        }),
      ),
    )
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('it must be a number from 0 to 65535')
  return Number(text)
}
