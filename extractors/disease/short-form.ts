/** Short forms that mean other things as often: "DM" is dermatomyositis only in a paper that says dermatomyositis. */
import type { Reading } from '../language/reading.ts'
import type { Mention } from '../language/term.ts'

const AMBIGUOUS: ReadonlySet<string> = new Set([
  'AD',
  'ADM',
  'AS',
  'CAM',
  'CD',
  'CRF',
  'CRI',
  'CSS',
  'DM',
  'EDS',
  'FTC',
  'HHS',
  'HPP',
  'HTC',
  'IBM',
  'LEP',
  'MM',
  'MPA',
  'NAM',
  'NFD',
  'NTC',
  'OM',
  'PCT',
  'PHP',
  'PM',
  'PSS',
  'RA',
  'RTS',
  'SAVI',
  'SMS',
  'SS',
  'TB',
  'pSS',
  'AHO',
  'APS',
  'GPA',
  'POH',
  'PSA',
  'PsA',
  'ASSD',
  'IPAF',
  'HPT',
  'AAV',
  'AIH',
  'Scl',
])

/** Whether a mention may be read as its term: an ambiguous short form needs the long form somewhere in the paper. */
export function shortFormHolds(reading: Reading, { text, term }: Mention): boolean {
  // spelling variants (s for z) are for words: "PZA" is pyrazinamide, not psoriatic arthritis
  if (/^[A-Z]{2,5}$/.test(text) && text.includes('Z') && !term.synonyms.some((form) => form.includes('Z'))) return false
  if (!AMBIGUOUS.has(text.replace(/s$/, (end) => (text.length > 3 ? '' : end)))) return true
  return reading.mentions('disease').some((other) => isFamily(other, term.key, term.parents) && other.text.length > 6)
}

const isFamily = ({ term }: Mention, key: string, parents: readonly string[]): boolean =>
  term.key === key || term.parents.includes(key) || parents.includes(term.key)
