/** Walks through a paper and settles for every unit whose facts it states. */
import type { Document } from '../../../corpus/document.ts'
import { foreignBlocks, isCalledReview, isComment, withoutVignette } from './foreign-part.ts'
import { BLANK_MEMORY, remember } from './memory.ts'
import { outsideArgument } from './outside-argument.ts'
import { insideArgument } from './section-stance.ts'
import { other, type Stance } from './stance.ts'
import type { Unit } from './unit.ts'

/** The stance of every unit, in order. */
export function stancesOf(document: Document, units: readonly Unit[]): readonly Stance[] {
  const isOfOthers = isComment(units)
  const isReport = document.metadata.kind.value !== 'review' && !isCalledReview(document, units) && !isOfOthers
  let memory = BLANK_MEMORY
  const foreign = foreignBlocks(units)
  return units.map((read) => {
    const unit = isReport ? read : withoutVignette(read, isOfOthers)
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

/** Captions, headings and tables interrupt the argument and leave no trace in it. */
const isArgument = (unit: Unit): boolean =>
  !['caption', 'heading', 'table', 'footnote', 'title'].includes(unit.owner.kind)
