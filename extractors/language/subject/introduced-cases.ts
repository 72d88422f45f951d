/** Cases without a name: told apart by age and sex as they enter, on slides by the slide. */
import { type Introduction, mayBeSamePerson } from './introduction.ts'
import { slideOf } from './slide-stance.ts'
import type { Stance } from './stance.ts'
import type { Unit } from './unit.ts'

/** Patients who enter one after the other; several only where the paper speaks of several. */
export function introducedCases(units: readonly Unit[], stances: readonly Stance[]): readonly Introduction[] {
  const events = units.flatMap((unit, index) =>
    stances[index]?.who === 'patient'
      ? unit.introductions.filter(counts).map((introduction) => ({ unit, introduction }))
      : [],
  )
  const inCases = events.filter(
    ({ unit }) => unit.section === 'case' || unit.section === 'body' || unit.section === 'results',
  )
  const pool = inCases.length > 0 ? inCases : events
  const persons: Introduction[] = []
  for (const { unit, introduction } of pool) {
    const isFirstCall = unit.rollCall !== null && persons.length <= unit.rollCall.index
    if (!isFirstCall && persons.some((known) => mayBeSamePerson(known, introduction))) continue
    if (persons.length > 0 && !isFirstCall && !opensCase(unit, introduction)) continue
    persons.push(introduction)
  }
  return speaksOfSeveral(units, stances) ? persons : persons.slice(0, 1)
}

const counts = ({ isRelative, age }: Introduction): boolean => !isRelative && (age === null || age <= 120)

/** A further patient opens a paragraph, or is called another one. */
const opensCase = (unit: Unit, { start, isNew }: Introduction): boolean =>
  isNew &&
  ((unit.opensBlock && start < 60) ||
    /\b(?:another|second|third|other|next|also)\b/i.test(unit.text.slice(0, start + 20)))

const SEVERAL =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|both|\d{1,2}) (?:\w+ ){0,3}(?:patients|cases|sisters|brothers|siblings|children|women|men|girls|boys|twins)\b|\b(?:our|these|the) (?:patients|cases)\b|\bcase series\b|\bcases\s*$/i

function speaksOfSeveral(units: readonly Unit[], stances: readonly Stance[]): boolean {
  return units.some((unit, index) => {
    const who = stances[index]?.who
    return (
      (who === 'patient' || who === 'nobody') &&
      unit.section !== 'references' &&
      unit.section !== 'back' &&
      (SEVERAL.test(unit.text) || unit.rollCall !== null) &&
      !unit.marks.others
    )
  })
}

interface ShownPerson {
  readonly introduction: Introduction
  readonly slides: readonly string[]
}

/** On slides each picture may show somebody else: a new slide with an indefinite person is a new case; "same 18 year old boy" is not. */
export function slideCases(units: readonly Unit[], stances: readonly Stance[]): readonly ShownPerson[] {
  const persons: ShownPerson[] = []
  units.forEach((unit, index) => {
    if (stances[index]?.who !== 'patient') return
    const slide = slideOf(unit)
    for (const introduction of unit.introductions.filter(counts)) {
      // "… a patient on warfarin develops calcinosis?"
      if (introduction.age === null && introduction.name === null && unit.text.includes('?')) continue
      if (persons.some(({ slides }) => slides.includes(slide))) continue
      const known = persons.findIndex((person) => isRecognised(person.introduction, introduction))
      const person = persons[known]
      if (person) persons[known] = { ...person, slides: [...person.slides, slide] }
      else if (introduction.isNew) persons.push({ introduction, slides: [slide] })
    }
  })
  return persons
}

const isRecognised = (known: Introduction, met: Introduction): boolean =>
  met.name === null ? known.age !== null && met.age !== null && mayBeSamePerson(known, met) : known.name === met.name
