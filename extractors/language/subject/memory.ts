/** What a reader keeps in mind from sentence to sentence: the mode of the text, who "she" is, whom the paper has introduced. */
import type { Introduction } from './introduction.ts'
import { hasLiteratureCase, hasNewPatient } from './person.ts'
import type { Stance } from './stance.ts'
import { ASKS, CHOICE, CONCLUDING, TEACHING } from './turns.ts'
import type { Unit } from './unit.ts'

type Mode = 'opening' | 'narrative' | 'discussion'

/** What has been read so far, as far as it matters for the next sentence. */
export interface Memory {
  readonly mode: Mode
  readonly region: string
  /** Who a following "she" is. */
  readonly person: 'patient' | 'literature' | null
  readonly last: Stance | null
  /** Whether any running text has been read: a "CASE REPORT" above everything is a rubric, not a heading. */
  readonly hasText: boolean
  /** Persons introduced as this paper's so far. */
  readonly known: readonly Introduction[]
  /** Whether a sentence of the running text was a patient's. */
  readonly hasPatient: boolean
  /** Whether this paragraph has named this paper's patient. */
  readonly ownBlock: boolean
  /** Whether the diagnosis has been asked for, and answers to choose from follow. */
  readonly isAsked: boolean
  /** Sex of the last patient of other authors: "he" is not the woman of Farah. */
  readonly strangerSex: Introduction['sex']
}

/** Before the first sentence. */
export const BLANK_MEMORY: Memory = {
  mode: 'opening',
  region: '',
  person: null,
  last: null,
  hasText: false,
  known: [],
  hasPatient: false,
  ownBlock: false,
  strangerSex: null,
  isAsked: false,
}

/** "What is your diagnosis? 1. Gout 2. Calcinosis": none of these is told of the patient. */
export const isChoice = ({ owner, text }: Unit, { isAsked }: Memory): boolean =>
  isAsked && (owner.kind === 'list-item' || CHOICE.test(text))

/** The memory after a sentence of running text. */
export function remember(memory: Memory, unit: Unit, stance: Stance): Memory {
  const isPatient = stance.who === 'patient'
  const met = isPatient ? unit.introductions.filter(({ isRelative }) => !isRelative) : []
  return {
    ...memory,
    hasText: true,
    isAsked: ASKS.test(unit.text) || isChoice(unit, memory),
    known: [...memory.known, ...met],
    hasPatient: memory.hasPatient || isPatient,
    strangerSex: (isPatient ? null : unit.introductions.find(({ sex }) => sex !== null)?.sex) ?? memory.strangerSex,
    ownBlock: memory.ownBlock || (isPatient && (unit.marks.own || unit.marks.definite)),
    mode: nextMode(memory, unit, stance),
    person: nextPerson(memory, unit, stance),
    last: stance,
  }
}

function nextMode(memory: Memory, unit: Unit, stance: Stance): Mode {
  if (
    stance.who === 'patient' &&
    (memory.mode === 'opening' || hasNewPatient(unit) || unit.labels.some(({ leads }) => leads))
  )
    return 'narrative'
  const turns = unit.opensBlock || CONCLUDING.test(unit.text) || memory.last?.who === 'literature'
  // "The differential diagnosis comprised panniculitis" interrupts a history that has its own heading, and does not end it
  const isAside = unit.section === 'case' && !TEACHING.test(unit.text) && !unit.marks.others && !unit.marks.cited
  if (memory.mode === 'narrative' && stance.who === 'literature' && turns && !isAside) return 'discussion'
  return memory.mode
}

function nextPerson(memory: Memory, unit: Unit, stance: Stance): Memory['person'] {
  if (stance.who === 'patient') return 'patient'
  if (
    hasLiteratureCase(unit) ||
    (stance.who === 'literature' && unit.introductions.some(({ isRelative }) => !isRelative)) ||
    (stance.who === 'literature' && /\b(?:a|one) (?:\w+ )?(?:patient|woman|man|girl|boy|child)\b/i.test(unit.text))
  )
    return 'literature'
  return memory.person
}
