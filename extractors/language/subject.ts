/** Whose facts each sentence states, and which patients the paper has. */
import type { Document } from '../../corpus/document.ts'
import { findMentions } from './find-mentions.ts'
import type { CaseOutline, CellHeader, ReadSentence } from './reading.ts'
import { announcedCases } from './subject/announced.ts'
import { attributionsOf } from './subject/attribution.ts'
import { outlineOf } from './subject/outline.ts'
import { slideStancesOf } from './subject/slide-stance.ts'
import { stancesOf } from './subject/stances-of.ts'
import { type CellSentence, cellSentences, tableKeys, tablesOf } from './subject/table-cells.ts'
import { isDeck, unitsOf } from './subject/unit.ts'

export interface Subjects {
  readonly sentences: readonly ReadSentence[]
  readonly cases: readonly CaseOutline[]
  readonly announcedCases: number | null
}

/** Sentences with their subjects in text order; cells of patient tables are sentences of their own. */
export function subjectsOf(document: Document): Subjects {
  const isSlides = isDeck(document)
  const tables = tablesOf(document)
  const units = unitsOf(
    document,
    isSlides,
    tableKeys(tables).filter((key) => !/^\d+$/.test(key)),
  )
  const stances = isSlides ? slideStancesOf(units) : stancesOf(document, units)
  const cases = outlineOf(units, stances, tableKeys(tables), isSlides)
  const attributions = attributionsOf(units, stances, cases, isSlides)
  const prose = units.map(({ span, block, page, section, text }, index): CellSentence => {
    const { subject, reason } = attributions[index]!
    return { span, block, page, section, text, subject, subjectReason: reason, headerSpan: null, context: '' }
  })
  const all = [...prose, ...tables.flatMap((table) => cellSentences(table, cases))].toSorted(
    (a, b) => a.span.start - b.span.start,
  )
  return {
    sentences: all.map((sentence, index) => withHeader(document, sentence, index)),
    cases: cases.map(({ number, label }) => ({ number, label })),
    announcedCases: announcedCases(units),
  }
}

function withHeader(
  document: Document,
  { headerSpan, context, ...sentence }: CellSentence,
  index: number,
): ReadSentence {
  if (!headerSpan) return { ...sentence, index }
  const text = document.text.slice(headerSpan.start, headerSpan.end)
  const header: CellHeader = {
    text,
    span: headerSpan,
    mentions: findMentions(text, headerSpan.start, index, undefined, context),
  }
  return { ...sentence, index, header }
}
