/** Who is introduced in a sentence: this paper's patient, another author's, or a stranger in a discussion. */
import { type Introduction, mayBeSamePerson } from './introduction.ts'
import { PAST } from './turns.ts'
import type { Unit } from './unit.ts'

/** Persons met so far; part of the memory. */
export interface Acquaintance {
  readonly known: readonly Introduction[]
  readonly hasPatient: boolean
  readonly strangerSex: Introduction['sex']
}

/** A patient enters who is not somebody else's: "Kim et al. reported a 54-year-old woman" does not count. */
export function hasNewPatient({ introductions, marks }: Unit): boolean {
  return introductions.some(({ isRelative }) => !isRelative) && (marks.own || !(marks.others || marks.cited))
}

/** "Kim et al. reported a 54-year-old woman". */
export const hasLiteratureCase = ({ introductions, marks }: Unit): boolean =>
  introductions.length > 0 && !marks.own && (marks.others || marks.cited)

/** In a discussion "a 66-year-old woman of our department" is somebody else than the man whose case is told. */
export function isStranger({ introductions }: Unit, { known, hasPatient }: Acquaintance): boolean {
  const met = introductions.filter(({ isRelative }) => !isRelative)
  return hasPatient && met.some((person) => !known.some((other) => mayBeSamePerson(other, person)))
}

/** "He" after a woman of other authors is the man whose case is told. */
export function isPronounOfPatient({ text }: Unit, { known, strangerSex }: Acquaintance): boolean {
  const sex = /\b(?:he|his|him)\b/i.test(text) ? 'male' : 'female'
  const isBoth = /\b(?:he|his|him)\b/i.test(text) && /\b(?:she|her)\b/i.test(text)
  return !isBoth && strangerSex !== null && strangerSex !== sex && known.some((person) => person.sex === sex)
}

/** "A newborn boy was delivered …": a person without an age opens a history where it is told in the past. */
export const startsWithPerson = ({ text }: Unit): boolean =>
  PAST.test(text) &&
  /^\W*(?:an?|this) (?:[\w-]+ ){0,4}(?:woman|man|girl|boy|female|male|patient|child|infant|neonate|newborn|outpatient)\b/i.test(
    text,
  )
