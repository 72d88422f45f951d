/** Deposits of a patient table: "Sites of calcinosis" names places, "Finger deposits" one by + or -, "Largest deposit (mm)" a size. */
import type { AnyFinding } from '../extractor.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { type Measure, measuresIn } from '../measure/measure.ts'
import { type Place, placesIn } from './place.ts'
import { headingsOf } from './table-heading.ts'

const CALCIUM = /calcinos|calcif|deposit|nodule|mass|lesion/i
const LOCATION =
  /^\W*(?:main\s+|principal\s+|affected\s+|involved\s+|largest\s+)?(?:(?:sites?|locations?|locali[sz]ation|distribution|areas?|side)(?:\s*(?:\/|and|,)\s*(?:side|location|site))?)(?:\s*[(,]\s*(?:and\s+)?(?:sizes?|diameters?|max\w*|largest)[^)]*\)?)?\W*$/i
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
  const sizes = cells.flatMap((sentence) => sizeRows(reading, sentence, named))
  return [...named, ...ticked, ...sizes].map((row) => findingOf(patient, row))
}

function isPlaceCell({ header, text }: ReadSentence): boolean {
  const heading = header?.text ?? ''
  if (LOCATION.test(heading)) return !NO.test(text)
  return CALCIUM.test(heading) && !OTHER.test(heading) && !SIZE.test(heading) && !NO.test(text)
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
  return status ? placesOfHeader(sentence).map((place) => ({ sentence, place, status, measure: null })) : []
}

const placesOfHeader = ({ header }: ReadSentence): readonly Place[] =>
  header
    ? placesIn(
        header.text,
        header.mentions.filter(({ term }) => term.family === 'site'),
        header.span.start,
      ).filter(isSite)
    : []

/** A size belongs to the place that its row names, in a cell or as its heading, or to the one place of the patient. */
function sizeRows(reading: Reading, sentence: ReadSentence, named: readonly Row[]): readonly Row[] {
  const headings = headingsOf(reading, sentence)
  const heading = [headings.column, sentence.header?.text].find(
    (text) => text && SIZE.test(text) && !LOCATION.test(text),
  )
  if (!heading) return []
  const measures = sizesOfCell(sentence, heading)
  const inRow = named.filter((row) => headings.isSameRow(row.sentence))
  const ofRow = heading !== headings.column ? [] : placesOfHeader(sentence).map((place) => ({ place }))
  const [only, ...others] = inRow.length > 0 ? inRow : ofRow.length > 0 ? ofRow : ownersOf(named)
  if (!only || others.some(({ place }) => keyOf(place) !== keyOf(only.place))) return []
  return measures.map((measure) => ({ sentence, place: only.place, status: 'present', measure }))
}

const ownersOf = (named: readonly Row[]): readonly Row[] => {
  const largest = named.filter(({ sentence }) => /largest|main|biggest/i.test(sentence.header?.text ?? ''))
  return largest.length > 0 ? largest : named
}

const keyOf = ({ term, laterality }: Place): string => `${term.key} ${laterality}`

/** The unit stands in the heading or in the cell; of "before/after" the first is meant. */
function sizesOfCell({ text }: ReadSentence, heading: string): readonly Measure[] {
  const unit = unitIn(heading)
  const first = /\bbefore\b|\bbaseline\b/i.test(heading) ? (/^[^/→]*/.exec(text)?.[0] ?? text) : text
  return measuresIn(first, unit).filter(({ maxMm }) => maxMm !== null)
}

function unitIn(heading: string): Parameters<typeof measuresIn>[1] {
  const unit = /\b(mm|cm)\b/i.exec(heading)?.[1]?.toLowerCase()
  return unit === 'mm' || unit === 'cm' ? { unit } : {}
}

/** "right hip, 5 cm", under "Site (size, cm)" also "R elbow (4 × 2.5)": a size written behind its place in one cell. */
function sizeBehind({ text, header }: ReadSentence, place: Place): Measure | null {
  const isBehind = ({ span, role, maxMm }: Measure) =>
    role === 'size' && maxMm !== null && span.start >= place.end && /^[\s,:(]*$/.test(text.slice(place.end, span.start))
  return measuresIn(text, unitIn(header?.text ?? '')).find(isBehind) ?? null
}

function findingOf(patient: number, { sentence, place, status, measure }: Row): AnyFinding {
  const offset = sentence.span.start
  const inCell = sentence.text.slice(place.start, place.end) === place.text
  const holds = [...(inCell ? [place] : []), ...(measure ? [measure.span] : [])].map(({ start, end }) => ({
    start: start + offset,
    end: end + offset,
  }))
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
    grounds: [{ span: sentence.span, holds, rule: measure ? 'deposit/table-size' : `deposit/table-${status}` }],
  }
}
