/** Why a document could not be extracted. */
export type ExtractionErrorCode = 'timed-out' | 'out-of-memory' | 'extraction-failed' | 'extractor-crashed'

export class ExtractionError extends Error {
  override readonly name = 'ExtractionError'
  readonly code: ExtractionErrorCode
  /** The same document and rules end the same way; only a crash of the child may be the machine's fault. */
  readonly permanent: boolean

  constructor(code: ExtractionErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.permanent = code !== 'extractor-crashed'
  }
}
