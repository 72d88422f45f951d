/** Public shape of an assertion decision; see `calcigraph/language`. */
export interface Assertion {
  readonly polarity: 'affirmed' | 'negated' | 'possible'
  readonly temporality: 'recent' | 'historical' | 'hypothetical'
  readonly experiencer: 'patient' | 'other'
}
