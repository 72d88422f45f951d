/** Who is introduced in a sentence: this paper's patient, another author's, or a stranger in a discussion. */
import { PERSON_WORD } from '../person-words.ts'
import { type Introduction, mayBeSamePerson } from './introduction.ts'
import type { Stance } from './stance.ts'
import { PAST } from './turns.ts'
import type { Unit } from './unit.ts'

/** Persons met so far; part of the memory. */
export interface Acquaintance {
  readonly known: readonly Introduction[]
  readonly hasPatient: boolean
  readonly strangerSex: Introduction['sex']
  readonly last: Stance | null
}

/** A patient enters who is not somebody else's: "Kim et al. reported a 54-year-old woman" does not count. */
export function hasNewPatient({ introductions, marks }: Unit): boolean {
  return introductions.some(({ isRelative }) => !isRelative) && (marks.own || !(marks.others || marks.cited))
}

/** "Kim et al. reported a 54-year-old woman". */
export const hasLiteratureCase = ({ introductions, marks }: Unit): boolean =>
  introductions.length > 0 && !marks.own && (marks.others || marks.cited)

/** In a discussion "a 66-year-old woman of our department" is somebody else than the man whose case is told. */
export function isStranger({ introductions }: Unit, { known, hasPatient, last }: Acquaintance): boolean {
  const met = introductions.filter(({ isRelative }) => !isRelative)
  // "We would like to add a patient of our own. A 58-year-old man …": he has just been announced
  if (known.length === 0 && last?.who === 'patient') return false
  return hasPatient && met.some((person) => !known.some((other) => mayBeSamePerson(other, person)))
}

/** "He" after a woman of other authors is the man whose case is told. */
export function isPronounOfPatient({ text }: Unit, { known, strangerSex }: Acquaintance): boolean {
  const sex = /\b(?:he|his|him)\b/i.test(text) ? 'male' : 'female'
  const isBoth = /\b(?:he|his|him)\b/i.test(text) && /\b(?:she|her)\b/i.test(text)
  return !isBoth && strangerSex !== null && strangerSex !== sex && known.some((person) => person.sex === sex)
}

const ENTERS = new RegExp(String.raw`^\W*(?:[\w ]{1,40}, )?(?:an?|this|one) (?:[\w-]+ ){0,4}${PERSON_WORD}\b`, 'i')

/** "A newborn boy was delivered …": a person without an age opens a history where it is told in the past. */
export const startsWithPerson = ({ text }: Unit): boolean => PAST.test(text) && ENTERS.test(text)
