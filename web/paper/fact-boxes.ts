/** Where the facts lie on each page. */
import type { Fact } from '../api/types.ts'

export interface FactBox {
  readonly fact: string
  readonly evidence: number
  readonly kind: Fact['kind']
  readonly title: string
  readonly rejected: boolean
  /** The same place is drawn already, for another fact of this kind. */
  readonly repeated: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Larger boxes first, so that a small one within a large one can still be pointed at. */
export function boxesByPage(facts: readonly Fact[]): ReadonlyMap<number, readonly FactBox[]> {
  const pages = new Map<number, FactBox[]>()
  for (const fact of facts) {
    const common = {
      fact: fact.id,
      kind: fact.kind,
      title: titleOf(fact),
      rejected: fact.decision?.verdict === 'rejected',
    }
    fact.evidence.forEach((evidence, index) => {
      for (const { page, x, y, width, height } of evidence.boxes) {
        const boxes = pages.get(page) ?? []
        pages.set(page, boxes)
        const repeated = boxes.some(
          (box) => box.kind === fact.kind && box.x === x && box.y === y && box.width === width,
        )
        boxes.push({ ...common, evidence: index, repeated, x, y, width, height })
      }
    })
  }
  for (const boxes of pages.values()) boxes.sort((one, other) => other.width * other.height - one.width * one.height)
  return pages
}

function titleOf(fact: Fact): string {
  return fact.summary === '' ? fact.label : `${fact.label}: ${fact.summary}`
}
