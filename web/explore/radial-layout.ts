/** Places of the nodes of one patient: facts on a ring, sorted by kind, what they point to farther out. Pure. */
import type { GraphPicture } from '../api/types.ts'

export interface Place {
  readonly x: number
  readonly y: number
}

/** Room for one label on the outer ring. */
const SPACE = 112
const MIN_RADIUS = 210
const STEP = 150
/** Labels are wider than high, so the rings are, too. */
const WIDE = 1.45

export function radialLayout(picture: GraphPicture): ReadonlyMap<string, Place> {
  const centre = picture.nodes.find(({ kind }) => kind === 'case') ?? picture.nodes[0]
  const places = new Map<string, Place>()
  if (!centre) return places
  places.set(centre.id, { x: 0, y: 0 })
  const neighbours = neighboursOf(picture)
  const kinds = new Map(picture.nodes.map(({ id, kind }) => [id, kind]))
  const inner = [...(neighbours.get(centre.id) ?? [])].sort(
    (one, other) => kinds.get(one)!.localeCompare(kinds.get(other)!) || one.localeCompare(other),
  )
  const radius = Math.max(MIN_RADIUS, (inner.length * SPACE) / (2 * Math.PI))
  for (const [index, id] of inner.entries()) places.set(id, onRing(radius, (index + 0.5) / inner.length))
  inner.forEach((id, index) => {
    const outer = [...(neighbours.get(id) ?? [])].filter((next) => !places.has(next))
    outer.forEach((next, nth) => {
      const spread = outer.length === 1 ? 0 : (nth / (outer.length - 1) - 0.5) * 0.7
      places.set(next, onRing(radius + STEP, (index + 0.5 + spread) / inner.length))
    })
  })
  const left = picture.nodes.filter(({ id }) => !places.has(id))
  for (const [index, { id }] of left.entries()) places.set(id, onRing(radius + 2 * STEP, (index + 0.5) / left.length))
  return places
}

function neighboursOf({ edges }: GraphPicture): ReadonlyMap<string, ReadonlySet<string>> {
  const neighbours = new Map<string, Set<string>>()
  const add = (from: string, to: string) => neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to))
  for (const { from, to } of edges) {
    add(from, to)
    add(to, from)
  }
  return neighbours
}

function onRing(radius: number, turn: number): Place {
  const angle = turn * 2 * Math.PI - Math.PI / 2
  return { x: radius * WIDE * Math.cos(angle), y: radius * Math.sin(angle) }
}
