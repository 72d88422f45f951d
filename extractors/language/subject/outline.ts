/** Which patients the paper has: by numbers, by introductions, by tables, or one where the paper speaks of "the patient". */
import { PERSON_WORD } from '../person-words.ts'
import type { CaseOutline } from '../reading.ts'
import { announcedCases } from './announced.ts'
import { introducedCases, slideCases } from './introduced-cases.ts'
import { type Introduction, mayBeSamePerson } from './introduction.ts'
import { namedCases } from './named-cases.ts'
import { startsWithPerson } from './person.ts'
import type { Stance } from './stance.ts'
import type { Unit } from './unit.ts'

/** A case with what is needed to recognise it. */
export interface KnownCase extends CaseOutline {
  /** How the paper refers to it: "2", "older sister"; null where it has no name. */
  readonly key: string | null
  /** Other names that its story uses: "the older brother" under the heading "Case 1". */
  readonly aliases: readonly string[]
  readonly introduction: Introduction | null
  /** Of a deck: the slides that show the patient. */
  readonly slides: readonly string[]
}

/** Cases in the order of the paper; `tableKeys` are the patients that tables name. */
export function outlineOf(
  units: readonly Unit[],
  stances: readonly Stance[],
  tableKeys: readonly string[],
  isSlides: boolean,
): readonly KnownCase[] {
  const named = namedCases(units, tableKeys)
  if (named.length > 1) return counted([...beforeTheNamed(units, stances, named), ...named])
  if (isSlides && named.length === 0) {
    const shown = slideCases(units, stances)
    if (shown.length > 0)
      return counted(shown.map(({ introduction, slides }) => ({ ...unnamed(introduction), slides })))
  }
  const introduced = introducedCases(units, stances)
  const known = introduced.length > 0 ? introduced.map(unnamed) : hasPatient(units, stances) ? [unnamed(null)] : []
  const all = [...known, ...untold(units, known.length)]
  // without names of their own they can still be called the first and the second
  return counted(all.length > 1 ? all.map((one, index) => ({ ...one, key: String(index + 1) })) : all)
}

const unnamed = (introduction: Introduction | null): KnownCase => ({
  number: 0,
  label: null,
  key: null,
  aliases: [],
  introduction,
  slides: [],
})

const counted = (cases: readonly KnownCase[]): readonly KnownCase[] =>
  cases.map((one, index) => ({ ...one, number: index + 1 }))

/** Proceedings: a patient without a number stands in the abstract before the one that has cases 1 and 2. */
function beforeTheNamed(
  units: readonly Unit[],
  stances: readonly Stance[],
  named: readonly KnownCase[],
): readonly KnownCase[] {
  const numbered = named.flatMap(({ introduction }) => introduction ?? [])
  if (numbered.length < named.length) return []
  const first = units.findIndex(({ labels, section }) => labels.length > 0 && section === 'case')
  const met = units
    .slice(0, Math.max(0, first))
    .flatMap((unit, index) =>
      unit.section === 'case' && stances[index]?.who === 'patient' && unit.opensBlock
        ? unit.introductions.filter(({ age, sex, isNew, isRelative }) => isNew && !isRelative && age !== null && sex)
        : [],
    )
  return met
    .filter((one) => !numbered.some((other) => mayBeSamePerson(one, other)))
    .slice(0, 1)
    .map(unnamed)
}

const MAX_UNTOLD = 6

/** "Three patients" whose stories are told together: what is said of all of them is said of each. */
function untold(units: readonly Unit[], known: number): readonly KnownCase[] {
  const announced = announcedCases(units) ?? 0
  if (announced <= known || announced > MAX_UNTOLD || isStudy(units, announced)) return []
  return Array.from({ length: announced - known }, () => unnamed(null))
}

const MANY_FIGURES = 3

/** A study has groups, no patients of its own. */
const isStudy = (units: readonly Unit[], announced = 0): boolean =>
  (announced === 0 && units.some(({ section }) => section === 'results' || section === 'methods')) ||
  units.filter(({ marks, section }) => marks.group && section !== 'references' && section !== 'discussion').length >=
    MANY_FIGURES

const SINGLE = new RegExp(
  String.raw`\b(?:our|this|present|index) (?:patient|case)\b|\b(?:an?|one) (?:[\w-]+ ){0,4}${PERSON_WORD}\b`,
  'i',
)

/** In a study only a history, or "our patient", makes one person. */
function hasPatient(units: readonly Unit[], stances: readonly Stance[]): boolean {
  const isOfGroups = isStudy(units)
  return units.some((unit, index) => {
    const { marks, owner, section, text } = unit
    if (stances[index]?.who !== 'patient' || owner.kind === 'title' || owner.kind === 'caption') return false
    if (section === 'case') return true
    if (isOfGroups) return marks.own && !marks.group && SINGLE.test(text)
    return (
      marks.definite || marks.narrative || marks.pronoun || startsWithPerson(unit) || (marks.own && SINGLE.test(text))
    )
  })
}
