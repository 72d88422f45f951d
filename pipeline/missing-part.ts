/** A package that is not installed, or not for this machine, as one sentence that says how to mend it; pure but for the platform's name. */

/** null where the error is about something else. */
export function missingPart(error: unknown): string | null {
  const chain = causes(error)
  const text = chain.map(({ message }) => message).join('\n')
  if (!/native bind|\.node'|Cannot find (?:module|package)/.test(text)) return null
  const place = chain.map(({ stack }) => stack ?? '').join('\n')
  const name =
    /node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//.exec(place)?.[1] ?? /package '([^']+)'/.exec(text)?.[1] ?? 'a package'
  const machine = `${process.platform}-${process.arch}`
  return `The part of ${name} for this machine (${machine}) is not installed; run \`npm ci\` here, without --omit=optional.`
}

/** The error and what caused it; some libraries give a list of causes. */
function causes(error: unknown): readonly Error[] {
  if (Array.isArray(error)) return error.flatMap(causes)
  if (!(error instanceof Error)) return []
  return [error, ...causes(error.cause)]
}
