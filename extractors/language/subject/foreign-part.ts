/** Parts of a page that are not this paper's: invented patients, corrections, readers' letters, vignettes of a review. */
import type { Document } from '../../../corpus/document.ts'
import type { Unit } from './unit.ts'

const MAX_AGE_YEARS = 120

/** Blocks that belong to an invented patient, and parts of the page that belong to somebody else's paper. */
export function foreignBlocks(units: readonly Unit[]): ReadonlySet<number> {
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

/** How the abstract of a review begins. */
const SAYS_REVIEW = /^\W*(?:(?:purpose|aims?|scope|objectives?) of (?:this |the )?review\b|this (?:\w+ )?review\b)/i

/** The rubric above the title. */
const REVIEW_RUBRIC = /^\W*(?:\w+ )?reviews?(?: articles?)?\W*$/i
const TOP_BLOCKS = 5

/** "Calcinosis: a review of the literature", but not "A case report and review of the literature". */
export function isCalledReview({ blocks, text: whole }: Document, units: readonly Unit[]): boolean {
  const rubrics = blocks.slice(0, TOP_BLOCKS).map(({ span }) => whole.slice(span.start, span.end))
  if (rubrics.some((rubric) => REVIEW_RUBRIC.test(rubric))) return true
  const title = units.find(({ owner }) => owner.kind === 'title' || owner.kind === 'heading')?.text ?? ''
  if (/\b(?:cases?|patients?|report)\b/i.test(title)) return false
  return (
    /\breview\b/i.test(title) || units.some(({ text, section }) => section === 'abstract' && SAYS_REVIEW.test(text))
  )
}

/** Another paper's patient is discussed, and no own one is added: "Comment on: …", "We read with interest the report by …". */
export const isComment = (units: readonly Unit[]): boolean => {
  const prose = units.filter(({ section, owner }) => section !== 'references' && owner.kind !== 'reference')
  return (
    prose.some(
      ({ text, owner }) => READ_WITH_INTEREST.test(text) || (owner.kind === 'title' && COMMENT_TITLE.test(text)),
    ) && !prose.some(({ text }) => OWN_BESIDES.test(text))
  )
}
const COMMENT_TITLE =
  /^\W*(?:comments?(?:ary)? (?:on|to)|re\b\s*:|(?:in )?(?:response|reply) to|letter (?:regarding|concerning))\b/i
const READ_WITH_INTEREST =
  /\b(?:we|i) (?:have )?(?:recently )?read (?:with (?:\w+ ){0,2}(?:interest|attention|pleasure)|the (?:recent |interesting )?(?:case |article|paper|report|letter))/i
/** "We would like to add two patients", "in our own patient", "we recently saw". */
const OWN_BESIDES =
  /\b(?:our|my) (?:own )?(?:patient|case)s?\b|\b(?:we|i) (?:[\w-]+ ){0,4}?(?:saw|treated|observed|encountered|managed|report|describe|followed|add)\b/i

/** A vignette or another paper's patient is nobody; in a review the authors may say that they saw her. */
export function withoutVignette(unit: Unit, isOfOthers: boolean): Unit {
  if (!isOfOthers && (unit.section === 'case' || unit.marks.own)) return unit
  return {
    ...unit,
    introductions: [],
    labels: isOfOthers ? [] : unit.labels,
    marks: { ...unit.marks, own: false, definite: false, narrative: false, pronoun: false },
  }
}

/** "Imagine a patient", "a 900-year-old man". */
export const isInvented = ({ marks, introductions }: Unit): boolean =>
  marks.invented || introductions.some(({ age }) => age !== null && age > MAX_AGE_YEARS)
