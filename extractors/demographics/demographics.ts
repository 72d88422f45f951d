/** Age at presentation and sex of each patient. */
import type { Span } from '../../corpus/document.ts'
import type { AnyFinding, Extractor, Finding, Ground } from '../extractor.ts'
import type { ReadSentence } from '../language/reading.ts'
import { sharesOut } from '../language/subject/share-out.ts'
import { type AgePhrase, agePhrases } from './age-phrases.ts'
import { ageOfCell, sexOfCell } from './cells.ts'
import { type SexPhrase, sexOfKin, sexPhrases } from './sex-phrases.ts'

export const demographics: Extractor<'age' | 'sex'> = {
  id: 'demographics',
  version: 3,
  produces: ['age', 'sex'],
  extract: (reading) => {
    const told = reading.sentences.flatMap((sentence) => {
      const isShared = sentence.subject.who === 'nobody' && (SHARED.test(sentence.text) || sharesOut(sentence.text))
      if (sentence.subject.who !== 'patient' && !isShared) return []
      const cases =
        sentence.subject.who === 'patient' ? sentence.subject.cases : reading.cases.map(({ number }) => number)
      const ages = ageOfCell(sentence) ?? agePhrases(sentence.text, reading.cases.length > 1)
      const sexes = sexOfCell(sentence) ?? sexesOf(sentence.text, cases.length)
      return ages.length + sexes.length > 0 ? [{ sentence, cases, ages, sexes }] : []
    })
    return reading.cases.flatMap(({ number }) => {
      const own = told.filter(({ cases }) => cases.includes(number))
      return [...ageOf(own, number), ...sexOf(own, number)]
    })
  },
}

/** "We have followed such a pair, both female and now aged 62 years": said once of all patients of the paper. */
const SHARED =
  /^\W*(?:we|both|all|the\s+(?:two|three|four|five|six))\b[^.;]*\b(?:both|all)\b[^.;]{0,40}\b(?:female|male|wom[ae]n|m[ae]n|girls|boys|aged|years\s+old)\b|^\W*(?:both|all)\s+(?:\w+\s+){0,3}(?:were|are)\s+(?:female|male|women|men|girls|boys)\b/i

/** "A woman and a boy" tells each of two patients his own sex, and nobody knows whose is which; "two sisters" tells both. */
function sexesOf(text: string, cases: number): readonly SexPhrase[] {
  const phrases = sexPhrases(text)
  if (cases < 2) return phrases
  const all = [...phrases, ...sexOfKin(text)]
  return all.every(({ value }) => value === all[0]!.value) ? all : []
}

/** A sentence about patients with what it tells of their age and sex. */
interface Told {
  readonly sentence: ReadSentence
  readonly cases: readonly number[]
  readonly ages: readonly AgePhrase[]
  readonly sexes: readonly SexPhrase[]
}

interface Placed<P> {
  readonly phrase: P
  readonly sentence: ReadSentence
}

function ageOf(told: readonly Told[], patient: number): readonly AnyFinding[] {
  const places = told.flatMap(({ sentence, cases, ages }) =>
    phrasesFor(ages, sentence.text, cases, patient).map((phrase) => ({ phrase, sentence })),
  )
  const best = bestAge(places)
  if (!best) return []
  // the abstract and the case text say it again: more places for the same age
  const [first, ...rest] = places
    .filter(({ phrase }) => phrase.years === best.phrase.years && phrase.rank >= best.phrase.rank)
    .map((place) => groundOf(place, 'demographics/age'))
  if (!first) return []
  const finding: Finding<'age'> = {
    kind: 'age',
    case: patient,
    value: { years: best.phrase.years, text: textOf(best) },
    grounds: [first, ...rest],
  }
  return [finding]
}

/** "aged 45 and 52": where a sentence is about several patients, the ages go in order, one each, or to all if there is one. */
function phrasesFor(
  phrases: readonly AgePhrase[],
  text: string,
  cases: readonly number[],
  patient: number,
): readonly AgePhrase[] {
  if (cases.length < 2) return phrases
  const own = phrases.length === cases.length ? phrases[cases.indexOf(patient)] : undefined
  if (own) return [own]
  // "both women were 45 years old"
  return phrases.length === 1 && /\b(?:both|all|each)\b/i.test(text) ? phrases : []
}

/** The first of the highest rank; a sentence about this patient alone comes before one about several. */
function bestAge(places: readonly Placed<AgePhrase>[]): Placed<AgePhrase> | undefined {
  const alone = places.filter(({ sentence: { subject } }) => subject.who === 'patient' && subject.cases.length === 1)
  return [alone, places].flatMap((some) => firstOfHighestRank(some) ?? [])[0]
}

const firstOfHighestRank = (places: readonly Placed<AgePhrase>[]): Placed<AgePhrase> | undefined =>
  places.reduce<Placed<AgePhrase> | undefined>(
    (best, next) => (best && best.phrase.rank >= next.phrase.rank ? best : next),
    undefined,
  )

function sexOf(told: readonly Told[], patient: number): readonly AnyFinding[] {
  const places = told.flatMap(({ sentence, sexes }) => sexes.map((phrase) => ({ phrase, sentence })))
  const female = weightOf(places, 'female')
  const male = weightOf(places, 'male')
  if (female === male) return []
  const value = female > male ? 'female' : 'male'
  const own = places.filter(({ phrase }) => phrase.value === value)
  const heaviest = Math.max(...own.map(({ phrase }) => phrase.weight))
  const [first, ...rest] = own
    .filter(({ phrase }) => phrase.weight === heaviest)
    .slice(0, 3)
    .map((place) => groundOf(place, `demographics/sex-${place.phrase.kind}`))
  if (!first) return []
  const finding: Finding<'sex'> = { kind: 'sex', case: patient, value: { value }, grounds: [first, ...rest] }
  return [finding]
}

const weightOf = (places: readonly Placed<SexPhrase>[], value: SexPhrase['value']): number =>
  places.reduce((sum, { phrase }) => (phrase.value === value ? sum + phrase.weight : sum), 0)

function groundOf({ phrase, sentence }: Placed<{ readonly span: Span }>, rule: string): Ground {
  const span = { start: sentence.span.start + phrase.span.start, end: sentence.span.start + phrase.span.end }
  return { span, holds: [span], rule }
}

const textOf = ({ phrase, sentence }: Placed<AgePhrase>): string =>
  sentence.text.slice(phrase.span.start, phrase.span.end)
