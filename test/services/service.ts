/** A server that tests use: reached by URL, or a sentence why there is none. */
export type Service = { readonly url: string; stop(): Promise<void> } | { readonly skipped: string }
