/** Which patients the paper has: by numbers, by introductions, by tables, or one where the paper speaks of "the patient". */
import type { CaseOutline } from '../reading.ts'
import { type Introduction, mayBeSamePerson } from './introduction.ts'
import { slideOf } from './slide-stance.ts'
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

const CASE_SECTIONS = new Set(['case', 'body', 'slide', 'results', 'abstract', 'front'])

const STORY_SECTIONS = new Set(['introduction', 'methods'])

/** Cases in the order of the paper; `tableKeys` are the patients that tables name. */
export function outlineOf(
  units: readonly Unit[],
  stances: readonly Stance[],
  tableKeys: readonly string[],
  isSlides: boolean,
): readonly KnownCase[] {
  const named = namedCases(units, tableKeys)
  if (named.length > 1) return named
  if (isSlides && named.length === 0) {
    const shown = slideCases(units, stances)
    if (shown.length > 0)
      return shown.map(({ introduction, slides }, index) => ({ ...unnamed(index + 1, introduction), slides }))
  }
  const introduced = introducedCases(units, stances)
  // without names of their own they can still be called the first and the second
  const keyOf = (index: number) => (introduced.length > 1 ? String(index + 1) : null)
  if (introduced.length > 0)
    return introduced.map((introduction, index) => ({ ...unnamed(index + 1, introduction), key: keyOf(index) }))
  return hasPatient(units, stances) ? [unnamed(1, null)] : []
}

const unnamed = (number: number, introduction: Introduction | null): KnownCase => ({
  number,
  label: null,
  key: null,
  aliases: [],
  introduction,
  slides: [],
})

/** At least a first and a second, so that "Quiz: case 29" names nobody. */
function namedCases(units: readonly Unit[], tableKeys: readonly string[]): readonly KnownCase[] {
  const labels = new Map<string, string>()
  const introductions = new Map<string, Introduction>()
  const aliases = aliasesOf(units)
  for (const unit of units) {
    if (unit.marks.others) continue
    for (const label of unit.labels) {
      // elsewhere only a label that opens its paragraph or heading names a case
      if (!CASE_SECTIONS.has(unit.section) && !(label.leads && !unit.marks.cited && STORY_SECTIONS.has(unit.section)))
        continue
      if (
        /^\s*(?:reports?|reported|was (?:first )?(?:reported|described)|described|in the literature|of\b)/i.test(
          unit.text.slice(label.end),
        )
      )
        continue
      for (const key of label.keys) if (!labels.has(key)) labels.set(key, label.text)
      const [key] = label.keys
      const introduction = unit.introductions.find(({ start, isNew }) => isNew && start >= label.end)
      if (key && label.keys.length === 1 && introduction && !introductions.has(key))
        introductions.set(key, introduction)
    }
  }
  for (const key of tableKeys) if (!labels.has(key)) labels.set(key, /^\d+$/.test(key) ? `Patient ${key}` : key)
  const keys = siblings(labels, tableKeys) ?? numbered(labels)
  return keys.map((key, index) => ({
    number: index + 1,
    label: singular(labels.get(key) ?? key, key),
    key,
    aliases: aliases.get(key) ?? [],
    introduction: introductions.get(key) ?? null,
    slides: [],
  }))
}

/** The siblings' names under each numbered heading; a name that stands under two numbers is nobody's. */
function aliasesOf(units: readonly Unit[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, Set<string>>()
  let current: string | null = null
  for (const unit of units) {
    const lead = unit.labels.find(({ leads, keys }) => leads && keys.length === 1 && /^\d+$/.test(keys[0]!))
    if (lead) current = lead.keys[0]!
    else if (unit.owner.kind === 'heading') current = null
    if (current === null) continue
    for (const { keys } of unit.labels)
      for (const key of keys.filter((name) => !/^\d+$/.test(name)))
        owners.set(key, (owners.get(key) ?? new Set()).add(current))
  }
  const aliases = new Map<string, string[]>()
  for (const [name, numbers] of owners) {
    const [number] = numbers
    if (numbers.size === 1 && number) aliases.set(number, [...(aliases.get(number) ?? []), name])
  }
  return aliases
}

/** "Cases 1" (from "Cases 1 and 2") is written "Case 1". */
function singular(label: string, key: string): string {
  const word = /^(?:our |the |this )?(cases?|patients?|pts?)/i.exec(label)?.[1]
  return word && /^\d+$/.test(key) && !/^\w+\s+[IVXA-H]+$/.test(label) ? `${word.replace(/s$/i, '')} ${key}` : label
}

function numbered(labels: ReadonlyMap<string, string>): readonly string[] {
  const keys: string[] = []
  while (labels.has(String(keys.length + 1))) keys.push(String(keys.length + 1))
  return keys
}

/** Named by kinship or initials: in the order of the table that names them, else as they come. */
function siblings(labels: ReadonlyMap<string, string>, tableKeys: readonly string[]): readonly string[] | null {
  const keys = [...labels.keys()].filter((key) => !/^\d+$/.test(key))
  if (keys.length < 2 || labels.has('2')) return null
  const place = (key: string) => (tableKeys.includes(key) ? tableKeys.indexOf(key) : tableKeys.length)
  return keys.toSorted((a, b) => place(a) - place(b))
}

/** Patients who enter one after the other; several only where the paper speaks of several. */
function introducedCases(units: readonly Unit[], stances: readonly Stance[]): readonly Introduction[] {
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
    if (persons.some((known) => mayBeSamePerson(known, introduction))) continue
    if (persons.length > 0 && !opensCase(unit, introduction)) continue
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
      SEVERAL.test(unit.text) &&
      !unit.marks.others
    )
  })
}

interface ShownPerson {
  readonly introduction: Introduction
  readonly slides: readonly string[]
}

/** On slides each picture may show somebody else: a new slide with an indefinite person is a new case; "same 18 year old boy" is not. */
function slideCases(units: readonly Unit[], stances: readonly Stance[]): readonly ShownPerson[] {
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

/** A study has groups; only a history, or "our patient", makes one person of it. */
function hasPatient(units: readonly Unit[], stances: readonly Stance[]): boolean {
  const isStudy = units.some(({ section }) => section === 'results' || section === 'methods')
  return units.some((unit, index) => {
    const { marks, owner, section, text } = unit
    if (stances[index]?.who !== 'patient' || owner.kind === 'title' || owner.kind === 'caption') return false
    if (section === 'case') return true
    if (isStudy) return marks.own && /\b(?:our|this|present|index) (?:patient|case)\b/i.test(text)
    return (
      marks.definite ||
      marks.narrative ||
      marks.pronoun ||
      (marks.own && /\b(?:patient|case|woman|man|girl|boy|child)\b/i.test(text))
    )
  })
}
