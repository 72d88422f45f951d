/** A package that is not installed, or not for this machine, as one sentence that says how to mend it; pure but for the platform's name. */

/** null where the error is about something else. */
export function missingPart(error: unknown): string | null {
  const chain = causes(error)
  const text = chain.map(({ message }) => message).join('\n')
  if (!/native bind|\.node'|Cannot find (?:module|package)/.test(text)) return null
  const name = /package '([^']+)'/.exec(text)?.[1] ?? packageOf(chain) ?? 'a package'
  const machine = `${process.platform}-${process.arch}`
  return `The part of ${name} for this machine (${machine}) is not installed; run \`npm ci\` here, without --omit=optional.`
}

/** The package that threw; the deepest cause is the nearest to it. */
function packageOf(chain: readonly Error[]): string | undefined {
  return chain
    .map(({ stack }) => /node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//.exec(stack ?? '')?.[1])
    .findLast((name) => name !== undefined)
}

/** The error and what caused it; some libraries give a list of causes. */
function causes(error: unknown): readonly Error[] {
  if (Array.isArray(error)) return error.flatMap(causes)
  if (!(error instanceof Error)) return []
  return [error, ...causes(error.cause)]
}
