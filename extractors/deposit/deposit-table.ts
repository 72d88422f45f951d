/** Deposits of a patient table: "Sites of calcinosis" names places, "Finger deposits" one by + or -, "Largest deposit (mm)" a size. */
import type { AnyFinding } from '../extractor.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { type Measure, measuresIn } from '../measure/measure.ts'
import { type Place, placesIn } from './place.ts'

const CALCIUM = /calcinos|calcif|deposit|nodule|mass|lesion/i
const LOCATION =
  /^\W*(?:main\s+|principal\s+|affected\s+|involved\s+|largest\s+)?(?:(?:sites?|locations?|locali[sz]ation|distribution|areas?|side)(?:\s*(?:\/|and|,)\s*(?:side|location|site))?)\W*$/i
const OTHER =
  /ulcer|skin (?:involvement|score)|arthritis|surger|biops|pain|raynaud|fibrosis|treat(?!ed\s+(?:lesions?|sites?|nodules?|deposits?|area))|therap|excis/i
const SIZE =
  /\b(?:sizes?|diameters?|dimensions?)\b|\blargest\b[^)]*\(\s*(?:mm|cm)\s*\)|\b(?:deposits?|mass|lesions?|nodules?|calcinosis|calcifications?)\s*[,(]\s*(?:in\s+)?(?:mm|cm)\b/i
const YES = /^\W*(?:\+{1,3}|yes|present|positive|✓|x)\W*$/i
const NO = /^\W*(?:[-–−]|no|none|absent|negative)\W*$/i

interface Row {
  readonly sentence: ReadSentence
  readonly place: Place
  readonly status: 'present' | 'absent'
  readonly measure: Measure | null
}

/** Reads the cells of one patient. */
export function depositsOfTable(reading: Reading, patient: number): readonly AnyFinding[] {
  const cells = reading.sentences.filter(
    ({ subject, header }) => header && subject.who === 'patient' && subject.cases.includes(patient),
  )
  const named = cells.filter(isPlaceCell).flatMap((sentence) => placesOfCell(reading, sentence))
  const ticked = cells.flatMap((sentence) => tickedPlaces(sentence))
  const largest = named.filter(({ sentence }) => /largest|main|biggest/i.test(sentence.header?.text ?? ''))
  const owners = largest.length > 0 ? largest : named
  const [only] = owners
  const isOne = new Set(owners.map(({ place }) => `${place.term.key} ${place.laterality}`)).size === 1
  const sizes =
    only && isOne
      ? cells
          .filter(({ header }) => SIZE.test(header?.text ?? ''))
          .flatMap((sentence) => sizesOfCell(sentence).map((measure) => ({ ...only, sentence, measure })))
      : []
  return [...named, ...ticked, ...sizes].map((row) => findingOf(patient, row))
}

function isPlaceCell({ header, text }: ReadSentence): boolean {
  const heading = header?.text ?? ''
  if (OTHER.test(heading) || SIZE.test(heading) || NO.test(text)) return false
  return CALCIUM.test(heading) || LOCATION.test(heading)
}

const isSite = ({ term }: Place): boolean => term.kind !== 'vessel' && term.kind !== 'tissue'

function placesOfCell(reading: Reading, sentence: ReadSentence): readonly Row[] {
  return placesIn(sentence.text, reading.mentionsIn(sentence, 'site'), sentence.span.start)
    .filter(isSite)
    .map((place) => ({ sentence, place, status: 'present', measure: sizeBehind(sentence, place) }))
}

/** A column "Finger deposits" with + or -. */
function tickedPlaces(sentence: ReadSentence): readonly Row[] {
  const { header, text } = sentence
  if (!header || !CALCIUM.test(header.text) || OTHER.test(header.text) || SIZE.test(header.text)) return []
  const status = YES.test(text) ? 'present' : NO.test(text) ? 'absent' : null
  if (!status) return []
  return placesIn(
    header.text,
    header.mentions.filter(({ term }) => term.family === 'site'),
    header.span.start,
  )
    .filter(isSite)
    .map((place) => ({ sentence, place, status, measure: null }))
}

/** The unit stands in the heading or in the cell. */
function sizesOfCell({ text, header }: ReadSentence): readonly Measure[] {
  const unit = /\b(mm|cm)\b/i.exec(header?.text ?? '')?.[1]?.toLowerCase()
  return measuresIn(text, unit === 'mm' || unit === 'cm' ? { unit } : {}).filter(({ maxMm }) => maxMm !== null)
}

/** "right hip, 5 cm": a size written behind its place in one cell. */
function sizeBehind({ text }: ReadSentence, place: Place): Measure | null {
  const isBehind = ({ span, role, maxMm }: Measure) =>
    role === 'size' && maxMm !== null && span.start >= place.end && /^[\s,:(]*$/.test(text.slice(place.end, span.start))
  return measuresIn(text).find(isBehind) ?? null
}

function findingOf(patient: number, { sentence, place, status, measure }: Row): AnyFinding {
  const offset = sentence.span.start
  const inCell = sentence.text.slice(place.start, place.end) === place.text && !measure
  return {
    kind: 'deposit',
    case: patient,
    value: {
      site: { id: place.term.id, label: place.term.label, text: place.text },
      laterality: place.laterality,
      status,
      dims_mm: measure?.dimsMm ?? [],
      max_mm: measure?.maxMm ?? null,
      count: null,
      form: null,
      modality: null,
    },
    grounds: [
      {
        span: sentence.span,
        holds: inCell
          ? [{ start: place.start + offset, end: place.end + offset }]
          : measure
            ? [{ start: measure.span.start + offset, end: measure.span.end + offset }]
            : [],
        rule: measure ? 'deposit/table-size' : `deposit/table-${status}`,
      },
    ],
  }
}
