/** Why the graph could not answer or be written. The message is one sentence for a person: what, where, what to do. */
export type GraphErrorCode =
  /** Another process holds the embedded graph. */
  | 'in-use'
  /** The embedded graph's files cannot be opened; the graph can be made again from the records. */
  | 'damaged'
  /** The database server cannot be reached or refuses the login. */
  | 'unavailable'
  /** A query that would write, or reach files, network or administration. */
  | 'refused'
  | 'syntax'
  | 'timed-out'
  | 'unknown-query'
  /** A parameter, predicate or term that cannot be understood. */
  | 'bad-question'
  /** Facts that break the model (a fact without evidence, a relation to nowhere). */
  | 'bad-facts'
  | 'failed'

export class GraphError extends Error {
  override readonly name = 'GraphError'
  readonly code: GraphErrorCode
  /** Whether trying again is useless. */
  readonly permanent: boolean

  constructor(code: GraphErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.permanent = code !== 'unavailable' && code !== 'timed-out' && code !== 'in-use' && code !== 'failed'
  }
}
