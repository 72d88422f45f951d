/** The package ships no types; only what line breaking uses is declared. */
declare module 'hyphen/en-us/index.js' {
  interface HyphenOptions {
    readonly hyphenChar?: string
    readonly minWordLength?: number
  }
  const patterns: { hyphenateSync(text: string, options?: HyphenOptions): string }
  export default patterns
}
