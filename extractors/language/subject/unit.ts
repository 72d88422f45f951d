/**
 * Units: the sentences of a document, cut further where one sentence speaks of two subjects
 * ("Patient 1 had ulcers, whereas patient 2 had none"; "X has been reported (3); our patient had Y").
 */
import type { Block, Document, Sentence } from '../../../corpus/document.ts'
import { type CaseLabel, caseLabelsIn } from './case-label.ts'
import { type Introduction, introductionsIn } from './introduction.ts'
import { type Marks, marksOf } from './markers.ts'
import { pieces, type RollCall } from './pieces.ts'

export interface Unit extends Sentence {
  readonly text: string
  readonly owner: Block
  /** First unit of its block. */
  readonly opensBlock: boolean
  readonly marks: Marks
  readonly labels: readonly CaseLabel[]
  readonly introductions: readonly Introduction[]
  /** Of a roll call ("a boy of 13, a girl of 9 and a girl of 6"): which of how many persons this piece names. */
  readonly rollCall: RollCall | null
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
      ({ text, offset, inherited, rollCall }): Unit => {
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
          rollCall: rollCall ?? null,
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
  /case|patient|pt|p\d|proband|subject|sister|brother|sibling|twin|child|infant|neonate|baby|observation|unknown|first|second|third|^\W*the \w+\W*$/i
