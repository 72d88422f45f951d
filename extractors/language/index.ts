/** Public entry `calcigraph/language`: what a sentence asserts of a stretch of its words. Pure and synchronous. */
export type { Assertion } from './assertion.ts'
export { assertionOf } from './assertion-of.ts'
