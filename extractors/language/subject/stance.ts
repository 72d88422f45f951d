/**
 * Stance: whether a unit states facts of this paper's patients, of others, or of nobody. Decided by the section,
 * by marks in the sentence, and by what was said before (anaphora, narrative against discussion).
 */
import type { Document } from '../../../corpus/document.ts'
import { type Introduction, mayBeSamePerson } from './introduction.ts'
import { FINAL_DIAGNOSIS } from './markers.ts'
import type { Unit } from './unit.ts'

export interface Stance {
  readonly who: 'patient' | 'literature' | 'other' | 'nobody'
  readonly reason: string
}

const patient = (reason: string): Stance => ({ who: 'patient', reason })
const literature = (reason: string): Stance => ({ who: 'literature', reason })
const nobody = (reason: string): Stance => ({ who: 'nobody', reason })
const other = (reason: string): Stance => ({ who: 'other', reason })

type Mode = 'opening' | 'narrative' | 'discussion'

/** What has been read so far, as far as it matters for the next sentence. */
interface Memory {
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
  /** Sex of the last patient of other authors: "he" is not the woman of Farah. */
  readonly strangerSex: Introduction['sex']
}

const MAX_AGE_YEARS = 120
const NOBODY_KINDS = new Set(['authors', 'affiliation', 'keywords', 'reference', 'running-head', 'figure-label'])
const NOBODY_SECTIONS = new Set(['references', 'furniture'])

/** Blocks that belong to an invented patient, and parts of the page that belong to somebody else's paper. */
function foreignBlocks(units: readonly Unit[]): ReadonlySet<number> {
  const blocks = new Set(units.filter(isInvented).map(({ block }) => block))
  const headings = new Set(
    units
      .filter(
        ({ text, owner, section }) =>
          section !== 'references' &&
          (ELSEWHERE.test(text) || (owner.kind === 'heading' && FOREIGN_HEADING.test(text))),
      )
      .map(partOf),
  )
  for (const unit of units) if (headings.has(partOf(unit))) blocks.add(unit.block)
  return blocks
}

/** A heading and what stands under it. */
const partOf = (unit: Unit): string => (unit.owner.kind === 'heading' ? unit.text : (unit.owner.heading ?? ''))

/** "The man shown in our May issue"; "Sir – your February case of …": another paper is talked of. */
const ELSEWHERE =
  /\b(?:shown|published|presented|described|printed) in (?:our|the) (?:last|previous|preceding|january|february|march|april|may|june|july|august|september|october|november|december)(?: \w+)? (?:issue|number|edition)\b|^\W*(?:dear )?(?:sirs?|editors?)\b\W+your (?:\w+ )?(?:case|article|paper|report|quiz)\b/i
const FOREIGN_HEADING =
  /^\W*(?:corrections?|corrigend(?:um|a)|errat(?:um|a)|retraction|readers?(?:['’]s?)? (?:write|letters?|comments?)|letters? from readers|answers? to (?:the )?(?:last|previous)|(?:last|previous) (?:issue|month|week)['’]?s? (?:quiz|answer|case)|in reply|also seen|elsewhere in this|next (?:issue|month|week)|coming next|authors?['’]? reply|advertis\w+)\b/i

/** The stance of every unit, in order. */
export function stancesOf(document: Document, units: readonly Unit[]): readonly Stance[] {
  const isReport = document.metadata.kind.value !== 'review' && !isCalledReview(units)
  let memory: Memory = {
    mode: 'opening',
    region: '',
    person: null,
    last: null,
    hasText: false,
    known: [],
    hasPatient: false,
    ownBlock: false,
    strangerSex: null,
  }
  const foreign = foreignBlocks(units)
  return units.map((read) => {
    const unit = isReport ? read : withoutVignette(read)
    if (foreign.has(unit.block)) return other('invented, or another paper on the page')
    const region = unit.section === 'abstract' ? 'abstract' : 'main'
    if (region !== memory.region) memory = { ...memory, mode: 'opening', region, person: null, last: null }
    if (unit.owner.kind === 'heading' && unit.section === 'case' && memory.hasText)
      memory = { ...memory, mode: 'narrative' }
    if (unit.opensBlock)
      memory = { ...memory, last: null, ownBlock: false, person: memory.person === 'patient' ? 'patient' : null }
    const stance = outsideArgument(unit, isReport) ?? insideArgument(unit, memory)
    if (isArgument(unit)) memory = remember(memory, unit, stance)
    return stance
  })
}

/** "Calcinosis: a review of the literature", but not "A case report and review of the literature". */
function isCalledReview(units: readonly Unit[]): boolean {
  const title = units.find(({ owner }) => owner.kind === 'title' || owner.kind === 'heading')?.text ?? ''
  return /\breview\b/i.test(title) && !/\b(?:cases?|patients?|report)\b/i.test(title)
}

/** A review's "a 55-year-old woman notices a hard spot" is nobody, unless the authors say that they saw her. */
function withoutVignette(unit: Unit): Unit {
  return unit.section === 'case' || unit.marks.own
    ? unit
    : { ...unit, introductions: [], marks: { ...unit.marks, definite: false, narrative: false, pronoun: false } }
}

/** Captions, headings and tables interrupt the argument and leave no trace in it. */
const isArgument = (unit: Unit): boolean =>
  !['caption', 'heading', 'table', 'footnote', 'title'].includes(unit.owner.kind)

function outsideArgument(unit: Unit, isReport: boolean): Stance | null {
  const { owner, marks, text, section } = unit
  if (section === 'neighbour') return other('another article on the page')
  if (unit.isReference || owner.kind === 'reference' || NOBODY_SECTIONS.has(section))
    return nobody('references or furniture')
  if (isInvented(unit)) return other('an invented patient')
  if (FINAL_DIAGNOSIS.test(text) && text.length < 220) return patient('final diagnosis')
  if (NOBODY_KINDS.has(owner.kind)) return nobody(`block of kind ${owner.kind}`)
  if (section === 'back') return nobody('back matter')
  if (marks.office && unit.introductions.length === 0 && !marks.narrative)
    return nobody('addresses, consent or funding')
  if (owner.kind === 'title') return isReport ? patient('title of a report') : literature('title of a review')
  if (owner.kind === 'heading') return nobody('heading')
  if (owner.kind === 'caption') return /^\W*table\b/i.test(text) ? nobody('caption of a table') : captionStance(unit)
  if (owner.kind === 'table') return nobody('table without cells')
  return null
}

const isInvented = ({ marks, introductions }: Unit): boolean =>
  marks.invented || introductions.some(({ age }) => age !== null && age > MAX_AGE_YEARS)

function captionStance({ marks, text }: Unit): Stance {
  if (marks.borrowed) return other('picture of another patient')
  if (marks.own || marks.definite) return patient('legend')
  if (/\b(?:schem|diagram|flow ?chart|algorithm|hypothe|pathogenesis|mechanism)/i.test(text))
    return literature('legend of a scheme')
  if (marks.others && (marks.cited || marks.generic)) return literature('legend citing others')
  return patient('legend')
}

function insideArgument(unit: Unit, memory: Memory): Stance {
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

/** A patient enters who is not somebody else's: "Kim et al. reported a 54-year-old woman" does not count. */
function hasNewPatient({ introductions, marks }: Unit): boolean {
  return introductions.some(({ isRelative }) => !isRelative) && (marks.own || !(marks.others || marks.cited))
}

const hasLiteratureCase = ({ introductions, marks }: Unit): boolean =>
  introductions.length > 0 && !marks.own && (marks.others || marks.cited)

function caseStance(unit: Unit, memory: Memory): Stance {
  const { marks, labels } = unit
  if (hasNewPatient(unit) || marks.own || labels.length > 0) return patient('case section')
  if (memory.mode !== 'narrative') return bodyStance(unit, memory)
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

/** Case histories are told in the past; a paragraph that opens without it and in textbook words is no history. */
const PAST =
  /\b(?:was|were|had|did|showed|revealed|presented|developed|underwent|received|complained|reported|noticed|demonstrated|disclosed|noted|denied)\b/i

function resultsStance(unit: Unit, memory: Memory): Stance {
  const { marks, labels } = unit
  if (labels.length > 0 || hasNewPatient(unit) || marks.own) return patient('results')
  if (marks.others || marks.cited) return literature('cohort figures')
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

const COMPARISON =
  /\b(?:similar(?:ly)? to|like|unlike|as in|contrary to|in contrast to|compared (?:to|with)|different from|than in) (?:that of |those of |what )?(?:our|the present|this)\b/i

/** In a discussion "a 66-year-old woman of our department" is somebody else than the man whose case is told. */
function isStranger({ introductions }: Unit, { known, hasPatient }: Memory): boolean {
  const met = introductions.filter(({ isRelative }) => !isRelative)
  return hasPatient && met.some((person) => !known.some((other) => mayBeSamePerson(other, person)))
}

/** "He" after a woman of other authors is the man whose case is told. */
function isPronounOfPatient({ text }: Unit, { known, strangerSex }: Memory): boolean {
  const sex = /\b(?:he|his|him)\b/i.test(text) ? 'male' : 'female'
  const isBoth = /\b(?:he|his|him)\b/i.test(text) && /\b(?:she|her)\b/i.test(text)
  return !isBoth && strangerSex !== null && strangerSex !== sex && known.some((person) => person.sex === sex)
}

/** "We saw no benefit in three earlier patients": own, but not these. */
const FORMER = /\b(?:other|earlier|previous|former|further|additional) (?:\w+ )?(?:patients?|cases?)\b/i

function discussionStance(unit: Unit, memory: Memory): Stance {
  const { marks, labels } = unit
  if (isStranger(unit, memory) && labels.length === 0) return literature('another patient')
  if (FORMER.test(unit.text) && !/\b(?:our|this|the present) (?:patient|case)\b/i.test(unit.text))
    return literature('earlier patients')
  if (labels.length > 0 && !marks.others) return patient('labelled case')
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
  if (marks.own) return discussionStance(unit, { ...memory, known: [], hasPatient: false })
  if (CONCLUDING.test(unit.text)) return literature('conclusion or background')
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

/** "A newborn boy was delivered …": a person without an age opens a history where it is told in the past. */
const startsWithPerson = ({ text }: Unit): boolean =>
  PAST.test(text) &&
  /^\W*(?:an?|this) (?:[\w-]+ ){0,4}(?:woman|man|girl|boy|female|male|patient|child|infant|neonate|newborn|outpatient)\b/i.test(
    text,
  )

/** A subject that is pointed at: "The clinical picture is …", but not "Calcinosis cutis is …" or "Treatment includes …". */
const POINTED =
  /^\W*(?:the|this|these|those|there|here|on|at|in|after|during|her|his|it|they|both|all|an?|one|two|three|several|multiple|some|few|no|x-?rays?|ct|mri|radiographs?|ultraso\w+|sonograph\w+|scintigra\w+|figs?|figures?|films?|laboratory|physical|clinical|examination|biopsy|histolog\w+|serum|blood|skin|microscop\w+|\d)/i

/** "Conclusions: …" inside an abstract that has no headings. */
const CONCLUDING =
  /^\W*(?:conclusions?|background|objectives?|purpose|discussion|learning points?|teaching points?)\s*[:.]/i

/** Sources, or textbook language where a paragraph begins, end the narrative. */
function leavesNarrative({ marks, opensBlock, section, text }: Unit, memory: Memory): boolean {
  if (marks.others && (marks.cited || marks.generic)) return true
  if (PAST.test(text)) return false
  if (marks.cited) return true
  const inBooks = opensBlock || section === 'abstract' || memory.last?.who === 'literature' || !POINTED.test(text)
  return marks.generic && inBooks
}

function remember(memory: Memory, unit: Unit, stance: Stance): Memory {
  const isPatient = stance.who === 'patient'
  const met = isPatient ? unit.introductions.filter(({ isRelative }) => !isRelative) : []
  return {
    ...memory,
    hasText: true,
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
  if (memory.mode === 'narrative' && stance.who === 'literature' && turns) return 'discussion'
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
