/** Deposits of a patient table: a column "Sites of calcinosis" names places, a column "Size (cm)" the size of the only one. */
import type { AnyFinding } from '../extractor.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { type Measure, measuresIn } from '../measure/measure.ts'
import { type Place, placesIn } from './place.ts'

const PLACE_HEADING = /(?:site|location|localization|localisation|distribution|area|region|topograph)/i
const CALCIUM_HEADING = /calcinos|calcif|deposit|nodule|mass|lesion/i
const OTHER_HEADING = /ulcer|skin (?:involvement|score)|arthritis|surger|biops|pain|raynaud|fibrosis|sclerosis/i
const SIZE_HEADING = /\b(?:sizes?|diameters?|dimensions?)\b/i

/** Reads the cells of one patient. */
export function depositsOfTable(reading: Reading, patient: number): readonly AnyFinding[] {
  const cells = reading.sentences.filter(
    ({ subject, header }) => header && subject.who === 'patient' && subject.cases.includes(patient),
  )
  const placed = cells
    .filter(isPlaceCell)
    .flatMap((sentence) => placesOfCell(reading, sentence).map((place) => ({ sentence, place })))
  const ownSize = cells
    .filter(({ header }) => SIZE_HEADING.test(header?.text ?? ''))
    .flatMap((sentence) => sizesOfCell(sentence).map((measure) => ({ sentence, measure })))
  const rows = placed.map(({ sentence, place }) => finding(patient, sentence, place, sizeBehind(sentence, place)))
  const [only] = placed
  if (placed.length !== 1 || !only) return rows
  return [...rows, ...ownSize.map(({ sentence, measure }) => sizeFinding(patient, sentence, only.place, measure))]
}

function isPlaceCell({ header, text }: ReadSentence): boolean {
  const heading = header?.text ?? ''
  if (OTHER_HEADING.test(heading) || /^\W*(?:no|none|absent|-|–|nt|n\/a)\W*$/i.test(text)) return false
  return (
    CALCIUM_HEADING.test(heading) ||
    /^\W*(?:sites?|locations?|localisation|localization|distribution)\W*$/i.test(heading) ||
    (PLACE_HEADING.test(heading) && CALCIUM_HEADING.test(heading))
  )
}

const placesOfCell = (reading: Reading, sentence: ReadSentence): readonly Place[] =>
  placesIn(sentence.text, reading.mentionsIn(sentence, 'site'), sentence.span.start).filter(
    ({ term }) => term.kind !== 'vessel' && term.kind !== 'tissue',
  )

/** The unit stands in the heading or in the cell. */
function sizesOfCell({ text, header }: ReadSentence): readonly Measure[] {
  const unit = /\b(mm|cm)\b/.exec(header?.text ?? '')?.[1]
  return measuresIn(text, unit === 'mm' || unit === 'cm' ? { unit } : {}).filter(({ maxMm }) => maxMm !== null)
}

/** "right hip, 5 cm": a size written behind its place in one cell. */
function sizeBehind({ text }: ReadSentence, place: Place): Measure | null {
  return (
    measuresIn(text).find(
      ({ span, role, maxMm }) =>
        role === 'size' &&
        maxMm !== null &&
        span.start >= place.end &&
        /^[\s,:(]*$/.test(text.slice(place.end, span.start)),
    ) ?? null
  )
}

function finding(patient: number, sentence: ReadSentence, place: Place, size: Measure | null): AnyFinding {
  const offset = sentence.span.start
  const holds = [{ start: place.start + offset, end: place.end + offset }]
  return {
    kind: 'deposit',
    case: patient,
    value: {
      site: { id: place.term.id, label: place.term.label, text: place.text },
      laterality: place.laterality,
      status: 'present',
      dims_mm: size?.dimsMm ?? [],
      max_mm: size?.maxMm ?? null,
      count: null,
      form: null,
      modality: null,
    },
    grounds: [{ span: sentence.span, holds, rule: 'deposit/table-site' }],
  }
}

function sizeFinding(patient: number, sentence: ReadSentence, place: Place, measure: Measure): AnyFinding {
  const row = finding(patient, sentence, place, measure)
  const at = { start: measure.span.start + sentence.span.start, end: measure.span.end + sentence.span.start }
  return { ...row, grounds: [{ span: sentence.span, holds: [at], rule: 'deposit/table-size' }] } as AnyFinding
}
