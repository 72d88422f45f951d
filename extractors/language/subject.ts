/** Whose facts each sentence states, and which patients the paper has. */
import type { Document } from '../../corpus/document.ts'
import type { CaseOutline, ReadSentence } from './reading.ts'
import { attributionsOf } from './subject/attribution.ts'
import { outlineOf } from './subject/outline.ts'
import { slideStancesOf } from './subject/slide-stance.ts'
import { stancesOf } from './subject/stance.ts'
import { unitsOf } from './subject/unit.ts'

export function subjectsOf(document: Document): {
  readonly sentences: readonly ReadSentence[]
  readonly cases: readonly CaseOutline[]
} {
  const units = unitsOf(document)
  const kind = document.metadata.kind.value
  const stances = kind === 'slides' ? slideStancesOf(units) : stancesOf(document, units)
  const cases = outlineOf(units, stances, [], kind)
  const attributions = attributionsOf(units, stances, cases)
  const sentences = units.map(({ span, block, page, section, text }, index): ReadSentence => {
    const { subject, reason } = attributions[index]!
    return { span, block, page, section, index, text, subject, subjectReason: reason }
  })
  return { sentences, cases: cases.map(({ number, label }) => ({ number, label })) }
}
