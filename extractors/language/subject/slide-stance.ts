/** Slides: a page that shows a person is that person's, title and all; every other page is teaching. */
import type { Stance } from './stance.ts'
import type { Unit } from './unit.ts'

const MAX_AGE_YEARS = 120

export function slideStancesOf(units: readonly Unit[]): readonly Stance[] {
  const slides = new Map<string, Unit[]>()
  for (const unit of units) slides.set(slideOf(unit), [...(slides.get(slideOf(unit)) ?? []), unit])
  return units.map((unit) => slideStance(unit, slides.get(slideOf(unit)) ?? []))
}

/** Text without pages is cut into slides by its headings. */
export const slideOf = (unit: Unit): string =>
  `${unit.page} ${unit.owner.kind === 'heading' || unit.owner.kind === 'title' ? unit.text : (unit.owner.heading ?? '')}`

function slideStance(unit: Unit, slide: readonly Unit[]): Stance {
  if (
    unit.isReference ||
    ['references', 'back', 'furniture'].includes(unit.section) ||
    ['running-head', 'figure-label', 'authors', 'affiliation', 'reference'].includes(unit.owner.kind)
  )
    return { who: 'nobody', reason: 'furniture of the slide' }
  if (
    slide.some(
      ({ marks, introductions }) => marks.invented || introductions.some(({ age }) => (age ?? 0) > MAX_AGE_YEARS),
    )
  )
    return { who: 'other', reason: 'an invented patient on the slide' }
  if (slide.some(({ marks }) => marks.borrowed)) return { who: 'other', reason: 'the slide shows another patient' }
  if (!slide.some(showsPerson)) return { who: 'literature', reason: 'slide without a person' }
  if (unit.owner.kind === 'title') return { who: 'nobody', reason: 'title of the deck' }
  if (unit.marks.others || unit.marks.cited) return { who: 'literature', reason: 'others on the slide' }
  return { who: 'patient', reason: 'slide of a person' }
}

const showsPerson = ({ introductions, labels, marks }: Unit): boolean =>
  !marks.others &&
  !marks.cited &&
  (introductions.some(({ isRelative }) => !isRelative) || labels.length > 0 || marks.own)
