/** What Grafeo complains about, as one sentence with a code. */
import { GraphError } from '../graph-error.ts'

/** Translates an error of the engine; GraphErrors pass through. */
export function grafeoError(error: unknown, cypher: string): GraphError {
  if (error instanceof GraphError) return error
  const text = error instanceof Error ? error.message : String(error)
  const [, reason] = /GRAFEO-[A-Z]\d+: (?:syntax error: |semantic error: )?(?:\[Cypher\] )?([^\n]+)/.exec(text) ?? []
  if (/GRAFEO-Q00[12]/.test(text)) {
    const [, line, column] = /--> query:(\d+):(\d+)/.exec(text) ?? []
    const place = line ? ` (line ${line}, column ${column})` : ''
    return new GraphError('syntax', `The query cannot be understood${place}: ${reason ?? text}.`, { cause: error })
  }
  if (/GRAFEO-Q003/.test(text)) {
    const [, seconds = '30'] = /exceeded the (\d+)s timeout/.exec(text) ?? []
    const message = `The query took longer than ${seconds} s, the most the embedded graph gives to one: narrow it down.`
    return new GraphError('timed-out', message, { cause: error })
  }
  const message = `The embedded graph could not run "${firstLine(cypher)}": ${reason ?? text}.`
  return new GraphError('failed', message, { cause: error })
}

const firstLine = (cypher: string) => cypher.trim().split('\n')[0]?.slice(0, 80) ?? ''
