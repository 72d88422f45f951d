/**
 * Units: the sentences of a document, cut further where one sentence speaks of two subjects
 * ("Patient 1 had ulcers, whereas patient 2 had none"; "X has been reported (3); our patient had Y").
 */
import type { Block, Document, Sentence } from '../../../corpus/document.ts'
import { type CaseLabel, caseLabelsIn } from './case-label.ts'
import { type Introduction, introductionsIn } from './introduction.ts'
import { type Marks, marksOf } from './markers.ts'

export interface Unit extends Sentence {
  readonly text: string
  readonly owner: Block
  /** First unit of its block. */
  readonly opensBlock: boolean
  readonly marks: Marks
  readonly labels: readonly CaseLabel[]
  readonly introductions: readonly Introduction[]
  /** Part of a reference that stands among the text, as on slides. */
  readonly isReference: boolean
}

/** A deck: said so by the reader, or pages wider than high throughout. */
export const isDeck = ({ metadata, pages }: Document): boolean =>
  metadata.kind.value === 'slides' || (pages.length >= 3 && pages.every(({ width, height }) => width > height))

/** Units of all sentences outside of gridded tables, in reading order; `loosely` takes "a woman with lupus" for an introduction, `names`
 * are what tables call their patients. */
export function unitsOf(document: Document, loosely: boolean, names: readonly string[]): readonly Unit[] {
  let block = -1
  return document.sentences.flatMap((sentence) => {
    const owner = document.blocks[sentence.block]
    if (!owner || owner.table) return []
    return pieces(document.text.slice(sentence.span.start, sentence.span.end)).map(
      ({ text, offset, inherited }): Unit => {
        const opensBlock = sentence.block !== block
        block = sentence.block
        const start = sentence.span.start + offset
        return {
          ...sentence,
          span: { start, end: start + text.length },
          text,
          owner,
          opensBlock,
          marks: marksOf(text),
          labels: [
            ...(inherited ?? []),
            ...(names.length > 0 || MAY_NAME_CASE.test(text) ? caseLabelsIn(text, names) : []),
          ],
          introductions: introductionsIn(text, loosely),
          isReference: isReference(document.text.slice(owner.span.start, owner.span.end)),
        }
      },
    )
  })
}

/** Year, volume and pages: "1997 Nov;82(11):3536-42", "2004, 28:6–9". */
const SOURCE = /\b(?:19|20)\d\d\b[^.;:]{0,16}[;,]\s*\d{1,4}\s*(?:\([^)]{1,12}\))?\s*:\s*[A-Z]?\d{1,5}/
const MAX_REFERENCE_CHARS = 420

const isReference = (block: string): boolean => block.length <= MAX_REFERENCE_CHARS && SOURCE.test(block)

/** Cheap test before the labels are looked for. */
const MAY_NAME_CASE =
  /case|patient|pt|p\d|proband|subject|sister|brother|sibling|twin|first|second|third|^\W*the \w+\W*$/i

interface Piece {
  readonly text: string
  readonly offset: number
  /** Cases that the clause takes over from the words before it. */
  readonly inherited?: readonly CaseLabel[]
}

const TURN =
  /;\s+|,\s+(?=(?:and\s+)?(?:P|[Pp]atient |[Cc]ase )\d{1,2} (?:an?|was|had|is|has|in)\b)|,\s+(?=(?:whereas|while|but|although|though|in contrast|and in|and|unlike)\b)/g

/** A citation raised after the full stop hides the sentence's end: "…to cells.⁴ Calcinosis is…", "…to cells.4 Calcinosis is…". */
const HIDDEN_END = /(?<=[a-z)])\.(?:[¹²³⁰⁴-⁹][¹²³⁰⁴-⁹,⁻–-]*|\d{1,2}(?:[,–-]\d{1,2})*)\s+(?=[A-Z])/g

function pieces(text: string): readonly Piece[] {
  const ends = [...text.matchAll(HIDDEN_END)].map((match) => (match.index ?? 0) + match[0].length)
  const bounds = [0, ...ends, text.length]
  return bounds.slice(1).flatMap((end, index) =>
    clausesOf(text.slice(bounds[index], end)).map((piece) => ({
      ...piece,
      offset: piece.offset + (bounds[index] ?? 0),
    })),
  )
}

function clausesOf(whole: string): readonly Piece[] {
  const text = whole.trimEnd()
  const listed = listedCases(text)
  if (listed) return listed
  if (
    text.length < 40 ||
    !/;|, (?:whereas|while|but|although|though|in contrast|and|unlike|P\d|[Pp]atient|[Cc]ase)/.test(text)
  )
    return [{ text, offset: 0 }]
  const cuts = [...text.matchAll(TURN)].map((match) => (match.index ?? 0) + match[0].length)
  const bounds = [0, ...cuts, text.length]
  const clauses = bounds
    .slice(1)
    .map((end, index) => ({ text: text.slice(bounds[index], end), offset: bounds[index] ?? 0 }))
  return joinAlike(clauses)
}

/** "P3 (female, 23 years), P4 (female, 40 years) and P5 (male) have dermatomyositis": each its bracket, all the rest. */
function listedCases(text: string): readonly Piece[] | null {
  if (!text.includes('(')) return null
  const labels = caseLabelsIn(text).filter(({ keys, end }) => keys.length === 1 && /^\s*\(/.test(text.slice(end)))
  const [first] = labels
  if (labels.length < 2 || !first || !first.leads) return null
  const closing = labels.map(({ end }) => text.indexOf(')', end) + 1)
  const last = closing.at(-1) ?? 0
  if (closing.includes(0)) return null
  const own = labels.map((label, index) => ({ text: text.slice(label.start, closing[index]), offset: label.start }))
  const rest = text.slice(last)
  const lead = rest.length - rest.trimStart().length
  return rest.trim().length > 3 ? [...own, { text: rest.trim(), offset: last + lead, inherited: labels }] : own
}

/** Neighbouring clauses with nothing to tell their subjects apart stay together. */
function joinAlike(clauses: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  let voice: string | null = null
  for (const clause of clauses) {
    const own = voiceOf(clause.text)
    const previous = joined.at(-1)
    if (previous && (own === null || voice === null || own === voice)) {
      joined[joined.length - 1] = { text: previous.text + clause.text, offset: previous.offset }
      voice ??= own
    } else {
      joined.push(clause)
      voice = own
    }
  }
  return joined.map(({ text, offset }) => ({ text: text.trimEnd(), offset }))
}

/** Who speaks in a clause, where that can be told: a labelled case, this paper's patient, or others. */
function voiceOf(clause: string): string | null {
  const keys = caseLabelsIn(clause).flatMap(({ keys }) => keys)
  if (keys.length > 0) return `case ${keys.join()}`
  const { own, others, cited } = marksOf(clause)
  if (own) return 'own'
  return others || cited ? 'others' : null
}
