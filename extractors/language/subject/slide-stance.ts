/** Slides: a page that shows a person is that person's, title and all; every other page is teaching. */
import { literature, nobody, other, patient, type Stance } from './stance.ts'
import type { Unit } from './unit.ts'

const MAX_AGE_YEARS = 120

export function slideStancesOf(units: readonly Unit[]): readonly Stance[] {
  const slides = new Map<string, Unit[]>()
  for (const unit of units) slides.set(slideOf(unit), [...(slides.get(slideOf(unit)) ?? []), unit])
  let wasShown = false
  const stances = new Map<string, Stance>()
  for (const [name, slide] of slides) {
    const shown: boolean = slide.some(showsPerson) || (wasShown && continuesCase(slide))
    stances.set(name, slideStance(slide, shown))
    wasShown = shown
  }
  return units.map((unit) => unitStance(unit, stances.get(slideOf(unit))!))
}

/** A slide titled "Labs" or "Hospital course" goes on with the patient of the slide before. */
const CONTINUES =
  /^\W*(?:(?:more|further|past|clinical|physical|social|medical) )?(?:history|exam(?:ination)?s?|labs?|laboratory|findings|results?|imaging|radiographs?|x-?rays?|films?|ct|mri|ultrasound|us|bone scan|biopsy|histolog\w+|pathology|(?:hospital )?course|follow-?up|outcome|surgery|operation|(?:final )?diagnosis|answer)\b(?:\W|\s\w+){0,4}$/i
const TEACHES = /\b(?:options|general|approach|differential|literature|evidence|criteria|types?|causes?|versus|vs)\b/i

export function continuesCase(slide: readonly Unit[]): boolean {
  const title = slide[0]?.owner.kind === 'heading' ? slide[0].text : (slide[0]?.owner.heading ?? '')
  return CONTINUES.test(title) && !TEACHES.test(title)
}

/** Text without pages is cut into slides by its headings. */
export const slideOf = (unit: Unit): string =>
  `${unit.page} ${unit.owner.kind === 'heading' || unit.owner.kind === 'title' ? unit.text : (unit.owner.heading ?? '')}`

function slideStance(slide: readonly Unit[], isShown: boolean): Stance {
  if (
    slide.some(
      ({ marks, introductions }) => marks.invented || introductions.some(({ age }) => (age ?? 0) > MAX_AGE_YEARS),
    )
  )
    return other('an invented patient on the slide')
  // the picture may be borrowed, but "Patient 2" is this deck's
  if (slide.some(({ marks }) => marks.borrowed) && !slide.some(({ labels }) => labels.length > 0))
    return other('the slide shows another patient')
  return isShown ? patient('slide of a person') : literature('slide without a person')
}

function unitStance(unit: Unit, slide: Stance): Stance {
  if (
    unit.isReference ||
    ['references', 'back', 'furniture'].includes(unit.section) ||
    ['running-head', 'figure-label', 'authors', 'affiliation', 'reference'].includes(unit.owner.kind)
  )
    return nobody('furniture of the slide')
  if (slide.who !== 'patient') return slide
  if (unit.owner.kind === 'title' && !showsPerson(unit)) return nobody('title of the deck')
  return unit.marks.others || unit.marks.cited ? literature('others on the slide') : slide
}

const showsPerson = ({ introductions, labels, marks }: Unit): boolean =>
  !marks.others &&
  !marks.cited &&
  (introductions.some(({ isRelative }) => !isRelative) || labels.length > 0 || marks.own)
