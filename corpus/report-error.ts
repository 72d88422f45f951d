/** Why a report could not be read. `permanent` tells the queue that trying again is useless. */
export type ReportErrorCode =
  | 'not-found'
  | 'empty-file'
  | 'not-a-report'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'too-many-pages'
  | 'timed-out'
  | 'out-of-memory'
  | 'no-text'
  | 'reader-crashed'

export class ReportError extends Error {
  override readonly name = 'ReportError'
  readonly code: ReportErrorCode
  readonly permanent: boolean

  /** `message` is one sentence for a person: what is wrong, where, and what to do. */
  constructor(code: ReportErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    // a crash of the child may be the machine's fault; everything else lies in the file
    this.permanent = code !== 'reader-crashed'
  }
}
