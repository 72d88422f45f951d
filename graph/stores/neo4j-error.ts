/** What Neo4j or its driver complains about, as one sentence with a code. */
import { GraphError } from '../graph-error.ts'

interface Setting {
  readonly url: string
  readonly timeoutMs?: number | undefined
}

/** Translates an error of the driver; GraphErrors pass through. */
export function neo4jError(error: unknown, { url, timeoutMs }: Setting): GraphError {
  if (error instanceof GraphError) return error
  const { code = '', message = String(error) } = error as { code?: string; message?: string }
  const make = (kind: GraphError['code'], text: string) => new GraphError(kind, text, { cause: error })
  if (/Security/.test(code))
    return make('unavailable', `Neo4j at ${url} refuses the login: check NEO4J_USER and NEO4J_PASSWORD.`)
  if (/ServiceUnavailable|SessionExpired|DatabaseUnavailable/.test(code) || /connection acquisition/i.test(message))
    return make('unavailable', `Neo4j at ${url} cannot be reached: start it or check NEO4J_URL.`)
  if (/TimedOut|Terminated/.test(code))
    return make(
      'timed-out',
      `The query took longer than ${(timeoutMs ?? 0) / 1000} s: narrow it down or allow more time.`,
    )
  if (/AccessMode|Forbidden/.test(code)) return make('refused', 'The query is refused because it would write.')
  if (/Statement\.(SyntaxError|SemanticError|TypeError|ParameterMissing|ArgumentError)/.test(code))
    return make('syntax', `The query cannot be understood: ${firstSentence(message)}`)
  return make('failed', `Neo4j at ${url} failed: ${firstSentence(message)}`)
}

/** Neo4j repeats the query below its message, with a caret; one line is enough. */
function firstSentence(message: string): string {
  const [first = message] = message.split('\n')
  return /[.!?]$/.test(first) ? first : `${first}.`
}
