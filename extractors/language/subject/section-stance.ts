/** The stance of running text, by the part of the paper it stands in. */
import { isChoice, type Memory } from './memory.ts'
import { hasLiteratureCase, hasNewPatient, isPronounOfPatient, isStranger, startsWithPerson } from './person.ts'
import { literature, nobody, patient, type Stance } from './stance.ts'
import { COMPARISON, CONCLUDING, FORMER, OPENING, PAST, POINTED, TEACHING } from './turns.ts'
import type { Unit } from './unit.ts'

const MAX_LINE = 80

/** "X has been published twice; both patients had …": they are those of the clause before. */
const POINTS_BACK = /^\W*(?:both|all|neither|these|the two|the three|one of (?:them|these))\b/
const pointsToOthers = ({ text, opensBlock }: Unit, { last }: Memory): boolean =>
  !opensBlock && last?.who === 'literature' && POINTS_BACK.test(text)

/** Decided by the section, by marks in the sentence, and by what was said before. */
export function insideArgument(unit: Unit, memory: Memory): Stance {
  if (isChoice(unit, memory)) return literature('choices of a quiz')
  if (pointsToOthers(unit, memory)) return literature('those of the clause before')
  if (unit.opensBlock && unit.text.length < MAX_LINE && TEACHING.test(unit.text)) return literature('opens a lesson')
  switch (unit.section) {
    case 'case':
      return caseStance(unit, memory)
    case 'results':
      return resultsStance(unit, memory)
    case 'methods':
      return methodsStance(unit, memory)
    case 'introduction':
      return bodyStance(unit, memory)
    case 'discussion':
    case 'conclusion':
      return isAnswer(unit) ? bodyStance(unit, { ...memory, mode: 'narrative' }) : discussionStance(unit, memory)
    default:
      return bodyStance(unit, memory)
  }
}

/** The answer of a quiz goes on with its patient, and only then with the books. */
const isAnswer = ({ owner }: Unit): boolean =>
  /^\W*(?:answers?|diagnos[ei]s|solution|outcome|follow-?up)\b/i.test(owner.heading ?? '')

function caseStance(unit: Unit, memory: Memory): Stance {
  const { marks, labels } = unit
  if (hasNewPatient(unit) || marks.own || labels.length > 0) return patient('case section')
  if (memory.mode !== 'narrative') return bodyStance(unit, memory)
  if (isOfGroup(unit) && !marks.definite && !marks.pronoun) return literature('figures of a group')
  if (hasLiteratureCase(unit) && marks.others) return literature('a patient of other authors in the case section')
  const personal = marks.definite || marks.pronoun || (marks.narrative && !(marks.others && marks.cited))
  if (!personal && unit.owner.kind === 'list-item' && /^\W*differential/i.test(unit.owner.heading ?? ''))
    return literature('list of differential diagnoses')
  if (!personal && marks.others && (marks.cited || marks.generic)) return literature('others in the case section')
  if (!personal && marks.generic && (marks.cited || (unit.opensBlock && !PAST.test(unit.text))))
    return literature('textbook sentence in the case section')
  if (memory.person === 'literature' && marks.pronoun && !marks.narrative) return literature('goes on about others')
  return patient('case section')
}

function resultsStance(unit: Unit, memory: Memory): Stance {
  const { marks, labels } = unit
  if (labels.length > 0 || hasNewPatient(unit) || (marks.own && !isOfGroup(unit))) return patient('results')
  if (marks.others || marks.cited || marks.group) return literature('cohort figures')
  return marks.definite || (marks.pronoun && memory.person === 'patient')
    ? patient('results')
    : literature('results of a group')
}

function methodsStance(unit: Unit, memory: Memory): Stance {
  const { marks, labels } = unit
  if (labels.length > 0 && !marks.others) return patient('labelled case in the methods')
  if (hasNewPatient(unit) || marks.definite) return patient('patient named in the methods')
  return marks.pronoun && memory.last?.who === 'patient' ? patient('goes on about the patient') : nobody('methods')
}

function discussionStance(unit: Unit, memory: Memory): Stance {
  const { marks, labels } = unit
  if (isStranger(unit, memory) && labels.length === 0) return literature('another patient')
  if (FORMER.test(unit.text) && !/\b(?:our|this|the present) (?:patient|case)\b/i.test(unit.text))
    return literature('earlier patients')
  if (labels.length > 0 && !marks.others) return patient('labelled case')
  if (isOfGroup(unit)) return literature('figures of a group')
  if (marks.own) {
    if (/\b(?:which|that|as) our (?:patient|case)\b/i.test(unit.text) && marks.cited)
      return literature('others, with a side glance at this patient')
    if (COMPARISON.test(unit.text) && (marks.others || marks.cited)) return literature('compared with this patient')
    return patient('this paper’s patient named')
  }
  if (marks.others || (marks.cited && marks.generic)) return literature('others named')
  if (hasNewPatient(unit)) return patient('patient introduced')
  if (marks.definite && memory.person !== 'literature' && !marks.cited) return patient('the patient')
  if (marks.pronoun && !marks.cited && (memory.person === 'patient' || isPronounOfPatient(unit, memory)))
    return patient('pronoun of the patient')
  const goesOn =
    !/^\W*(?:as|like|similar\w*|unlike|in contrast|by contrast|contrary|conversely|others?)\b/i.test(unit.text) &&
    (memory.ownBlock || (memory.last?.who === 'patient' && marks.narrative))
  if (goesOn && PAST.test(unit.text) && !marks.cited && !marks.generic && memory.person !== 'literature')
    return patient('goes on about the patient')
  return literature(`section ${unit.section}`)
}

function bodyStance(unit: Unit, memory: Memory): Stance {
  const { marks } = unit
  if (unit.labels.length > 0 && !marks.others && !marks.cited) return patient('labelled case')
  if (memory.mode === 'discussion') return discussionStance(unit, memory)
  if (hasNewPatient(unit)) return patient('patient introduced')
  if (isOfGroup(unit)) return literature('figures of a group')
  if (marks.own) return discussionStance(unit, { ...memory, known: [], hasPatient: false })
  if (CONCLUDING.test(unit.text)) return literature('conclusion or background')
  if (OPENING.test(unit.text) && !marks.others && !marks.cited) return patient('opening of the history')
  const personal = marks.definite || marks.pronoun || (marks.narrative && !(marks.others && marks.cited))
  if (memory.mode === 'opening') {
    if (
      (marks.definite || marks.narrative || marks.pronoun || startsWithPerson(unit)) &&
      !marks.others &&
      !marks.cited &&
      !marks.generic
    )
      return patient('patient before any introduction')
    return literature('before the patient enters')
  }
  if (memory.person === 'literature' && marks.pronoun) return literature('goes on about others')
  if (!personal && leavesNarrative(unit, memory)) return literature('textbook sentence')
  return patient('narrative')
}

/** "We then read the films of 41 patients": but not "both of our patients". */
const isOfGroup = ({ marks, text }: Unit): boolean =>
  marks.group && !/\b(?:our|this|the present) (?:patient|case)\b/i.test(text)

/** Sources, or textbook language where a paragraph begins, end the narrative. */
function leavesNarrative({ marks, opensBlock, section, text }: Unit, memory: Memory): boolean {
  if (marks.others && (marks.cited || marks.generic)) return true
  if (PAST.test(text)) return false
  if (marks.cited) return true
  const inBooks = opensBlock || section === 'abstract' || memory.last?.who === 'literature' || !POINTED.test(text)
  return marks.generic && inBooks
}
