/** An assertion without what a case number makes of it: "in case 2" is no condition. */
import type { Assertion } from '../language/assertion.ts'
import type { ReadSentence } from '../language/reading.ts'

/** "In case 2 the mass decreased" supposes nothing. */
export const toldOf = ({ text }: ReadSentence, asserted: Assertion): Assertion =>
  /\bin (?:case|patient) (?:no\.? )?\d/i.test(text) && asserted.temporality === 'hypothetical'
    ? { ...asserted, temporality: 'recent' }
    : asserted
