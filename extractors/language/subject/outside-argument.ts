/** Sentences that stand outside of the paper's argument: titles, legends, addresses, references, a quiz's answer. */
import { isInvented } from './foreign-part.ts'
import { FINAL_DIAGNOSIS } from './markers.ts'
import { literature, nobody, other, patient, type Stance } from './stance.ts'
import type { Unit } from './unit.ts'

const NOBODY_KINDS = new Set(['authors', 'affiliation', 'keywords', 'reference', 'running-head', 'figure-label'])
const NOBODY_SECTIONS = new Set(['references', 'furniture'])

/** Their stance, or null for running text. */
export function outsideArgument(unit: Unit, isReport: boolean): Stance | null {
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

function captionStance({ marks, text }: Unit): Stance {
  if (marks.borrowed) return other('picture of another patient')
  if (marks.own || marks.definite) return patient('legend')
  if (/\b(?:schem|diagram|flow ?chart|algorithm|hypothe|pathogenesis|mechanism)/i.test(text))
    return literature('legend of a scheme')
  if (marks.others && (marks.cited || marks.generic)) return literature('legend citing others')
  return patient('legend')
}
