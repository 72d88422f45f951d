/** Which of the paper's cases a patient sentence speaks of. */
import type { Subject } from '../reading.ts'
import { counted } from './announced.ts'
import { citesIn } from './citation.ts'
import { mayBeSamePerson } from './introduction.ts'
import type { KnownCase } from './outline.ts'
import { sharesOut } from './share-out.ts'
import { continuesCase, slideOf } from './slide-stance.ts'
import type { Stance } from './stance.ts'
import type { Unit } from './unit.ts'

export interface Attribution {
  readonly subject: Subject
  readonly reason: string
}

const EVERYBODY =
  /\b(?:both|all|neither|none|each)(?: of)?(?: (?:our|the|these))?(?: \w+)? (?:patients?|cases?|sisters|brothers|siblings|children|girls|boys|women|men|twins)\b|\b(?:our|the|these) (?:(?:two|three|four|five|six|seven|eight|\d+) )?(?:patients|cases|sisters|brothers|siblings|children)\b|^(?:the )?all (?:were|had|received|underwent|showed|are|have)\b|\b(?:either|both|neither|none|all|each) of (?:them|the pair)\b|\bin (?:both|all (?:three|four|five|six))(?=[.,;]|$)|\bboth (?:were|had|showed|received|underwent|are|have)\b/i

/** "Two of our four patients": nobody knows which. */
const SOME =
  /\b(?:one|two|three|four|five|six|some|most|several|many|half|\d+) of (?:our|the|these) (?:\w+ )?(?:patients|cases|sisters|brothers|siblings|children)\b|\b(?:in|of|from) our (?:pair|series|group|observations)\b/i

interface Place {
  /** The case whose story is being told. */
  readonly current: number | null
  readonly block: number
  readonly slide: string
  /** The heading that opened the story: "Case 2", "The mother". */
  readonly heading: string | null
}

/** Subjects of all units, in order. */
export function attributionsOf(
  units: readonly Unit[],
  stances: readonly Stance[],
  cases: readonly KnownCase[],
  isSlides: boolean,
): readonly Attribution[] {
  let place: Place = { current: null, block: -1, slide: '', heading: null }
  const figures = new Map<string, number>()
  const first = units.map((unit, index): Attribution => {
    const stance = stances[index]!
    const [attribution, next] = attribute(unit, stance, cases, place, isSlides)
    place = next
    if (
      attribution.subject.who === 'patient' &&
      attribution.subject.cases.length === 1 &&
      unit.owner.kind !== 'caption'
    )
      for (const figure of figuresNamed(unit.text))
        if (!figures.has(figure)) figures.set(figure, attribution.subject.cases[0]!)
    return attribution
  })
  // legends come before or after the sentence that cites them, so they are settled last
  return first.map((attribution, index) => {
    const unit = units[index]!
    if (unit.owner.kind !== 'caption' || cases.length < 2 || isSlides || stances[index]?.who !== 'patient')
      return attribution
    const legend = units.filter(({ block }) => block === unit.block)
    return settleLegend(legend, unit, attribution, cases, figures)
  })
}

function attribute(
  unit: Unit,
  stance: Stance,
  cases: readonly KnownCase[],
  place: Place,
  isSlides: boolean,
): readonly [Attribution, Place] {
  const moved = move(unit, cases, place, isSlides)
  if (stance.who === 'literature')
    return [{ subject: { who: 'literature', cites: citesIn(unit.text) }, reason: stance.reason }, moved]
  if (stance.who !== 'patient') return [{ subject: { who: stance.who }, reason: stance.reason }, moved]
  if (cases.length === 0) return [{ subject: { who: 'nobody' }, reason: 'the paper has no patient' }, moved]
  if (cases.length === 1) return [{ subject: { who: 'patient', cases: [1] }, reason: stance.reason }, moved]
  return [severalCases(unit, stance, cases, moved, isSlides), moved]
}

function severalCases(
  unit: Unit,
  stance: Stance,
  cases: readonly KnownCase[],
  { current }: Place,
  isSlides: boolean,
): Attribution {
  const { marks, labels, text, owner } = unit
  const numbers = namedIn(unit, cases, isSlides)
  const called = unit.rollCall
  if (called && called.count === cases.length) return patientOf([called.index + 1], `${stance.reason}: roll call`)
  if (numbers.length !== 1 && sharesOut(text))
    return { subject: { who: 'nobody' }, reason: 'several patients, each with his own share' }
  if (numbers.length > 0)
    return patientOf(numbers, `${stance.reason}: ${labels[0]?.text ?? 'recognised by age and sex'}`)
  if (SOME.test(text)) return { subject: { who: 'nobody' }, reason: 'some of the patients' }
  if (EVERYBODY.test(text) || counted(text) === cases.length || owner.kind === 'title')
    return patientOf(
      cases.map(({ number }) => number),
      `${stance.reason}: all patients`,
    )
  if (current !== null) return patientOf([current], `${stance.reason}: story of case ${current}`)
  return {
    subject: marks.others ? { who: 'literature', cites: citesIn(text) } : { who: 'nobody' },
    reason: 'which patient is not said',
  }
}

const patientOf = (cases: readonly number[], reason: string): Attribution => ({
  subject: { who: 'patient', cases },
  reason,
})

/** Cases that a unit names by label or by age and sex. */
function namedIn(unit: Unit, cases: readonly KnownCase[], isSlides: boolean): readonly number[] {
  const { labels, introductions } = unit
  const keys = labels.flatMap((label) => label.keys)
  const byKey = cases
    .filter(
      ({ key, aliases }) =>
        (key !== null && (keys.includes(key) || namesKin(unit.text, key))) ||
        aliases.some((alias) => keys.includes(alias)),
    )
    .map(({ number }) => number)
  if (byKey.length > 0) return byKey
  if (isSlides) {
    const shown = cases.filter(({ slides }) => slides.includes(slideOf(unit)))
    if (shown.length > 0) return shown.map(({ number }) => number)
  }
  const met = introductions
    .filter(({ isRelative }) => !isRelative)
    .map((introduction) => cases.filter((one) => one.introduction && mayBeSamePerson(one.introduction, introduction)))
    // somebody who could be two of the cases is recognised as neither
    .filter((candidates) => candidates.length === 1)
    .map(([one]) => one!.number)
  return [...new Set(met)]
}

/** "The mother had the disease for two decades longer", in a paper whose cases are the mother and the daughter. */
const namesKin = (text: string, key: string): boolean =>
  !/^\d+$/.test(key) &&
  new RegExp(`\\bthe ${key}\\b(?!['’]s)`, 'i').test(text) &&
  !/\bof the (?:mother|father)\b/i.test(text)

/** Follows the story: a label or introduction opens a case, a new part of the paper or a new slide closes it. */
function move(unit: Unit, cases: readonly KnownCase[], place: Place, isSlides: boolean): Place {
  const numbers = cases.length > 1 ? namedIn(unit, cases, isSlides) : []
  const kind = unit.owner.kind
  const inStory =
    unit.section === 'case' || unit.section === 'body' || unit.section === 'results' || unit.section === 'slide'
  const heading = kind === 'heading' || unit.labels.some(({ leads }) => leads)
  const slide = isSlides ? slideOf(unit) : place.slide
  let current = place.current
  if (slide !== place.slide && !continuesCase([unit])) current = null
  const underHeading = place.heading !== null && unit.owner.heading === place.heading
  if (!inStory && !underHeading && unit.block !== place.block && kind !== 'caption') current = null
  if (
    numbers.length === 1 &&
    kind !== 'caption' &&
    (inStory || heading || unit.opensBlock || current === null || unit.labels.length > 0)
  )
    current = numbers[0]!
  const opened = kind === 'heading' && numbers.length === 1 ? unit.text : underHeading ? place.heading : null
  if (numbers.length > 1 || (inStory && kind !== 'caption' && EVERYBODY.test(unit.text) && unit.opensBlock))
    current = null
  if (kind === 'caption' || kind === 'table') return { ...place, block: unit.block, slide }
  return { current, block: unit.block, slide, heading: opened }
}

const FIGURE = /\bfig(?:ure|s|ures)?\.?\s*(\d{1,2})/gi
const figuresNamed = (text: string): readonly string[] => [...text.matchAll(FIGURE)].map((match) => match[1]!)

/** A legend that names nobody is about the patient whose story cites the figure. */
function settleLegend(
  legend: readonly Unit[],
  unit: Unit,
  attribution: Attribution,
  cases: readonly KnownCase[],
  figures: ReadonlyMap<string, number>,
): Attribution {
  if (namedIn(unit, cases, false).length > 0) return attribution
  const [figure] = figuresNamed(legend[0]?.text ?? '')
  const named = legend.map((other) => namedIn(other, cases, false)).find((numbers) => numbers.length > 0)
  if (named) return patientOf(named, 'legend that names the patient')
  const number = figure ? figures.get(figure) : undefined
  if (number === undefined) return { subject: { who: 'nobody' }, reason: 'legend of an unknown patient' }
  return patientOf([number], `legend of figure ${figure}, cited for case ${number}`)
}
