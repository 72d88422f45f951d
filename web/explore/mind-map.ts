/**
 * Places for one patient: the patient in the middle, the kinds of facts on both sides, each fact on a line of its own,
 * so that no label ever meets another. Pure.
 */
import type { GraphPicture } from '../api/types.ts'

export interface MapNode {
  readonly id: string
  readonly kind: string
  readonly label: string
  readonly role: 'patient' | 'hub' | 'fact'
  readonly side: 'left' | 'right' | 'middle'
  readonly x: number
  readonly y: number
}

export interface MapEdge {
  readonly from: string
  readonly to: string
}

export interface MindMap {
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
  /** In the units of the places; one line of facts takes `LINE`. */
  readonly height: number
}

const LINE = 34
const HUB_X = 112
const FACT_X = 196
/** Between two kinds. */
const GAP = 16

const HUBS: Readonly<Record<string, string>> = {
  disease: 'Diseases',
  calcinosis: 'Calcinosis',
  antibody: 'Antibodies',
  deposit: 'Deposits',
  treatment: 'Treatments',
  outcome: 'Outcome',
  finding: 'Findings',
  lab: 'Laboratory',
  paper: 'Paper',
}

type Group = readonly [kind: string, facts: GraphPicture['nodes']]

export function mindMap(picture: GraphPicture): MindMap {
  const patient = picture.nodes.find(({ kind }) => kind === 'case')
  if (!patient) return { nodes: [], edges: [], height: 0 }
  const [right, left] = balanced(groupsOf(picture))
  const height = Math.max(heightOf(right), heightOf(left), 4 * LINE)
  const sides = [sideOf(right, 'right', patient.id), sideOf(left, 'left', patient.id)]
  return {
    nodes: [{ ...patient, role: 'patient', side: 'middle', x: 0, y: 0 }, ...sides.flatMap(({ nodes }) => nodes)],
    edges: sides.flatMap(({ edges }) => edges),
    height,
  }
}

function groupsOf({ nodes }: GraphPicture): readonly Group[] {
  const groups = Object.keys(HUBS).map((kind): Group => [kind, nodes.filter((node) => node.kind === kind)])
  return groups.filter(([, facts]) => facts.length > 0)
}

/** Each kind to the side that is shorter so far. */
function balanced(groups: readonly Group[]): readonly [readonly Group[], readonly Group[]] {
  const sides: [Group[], Group[]] = [[], []]
  for (const group of groups) sides[heightOf(sides[0]) <= heightOf(sides[1]) ? 0 : 1].push(group)
  return sides
}

function heightOf(groups: readonly Group[]): number {
  return groups.reduce((sum, [, facts]) => sum + facts.length * LINE + GAP, 0)
}

function sideOf(groups: readonly Group[], side: 'left' | 'right', patient: string) {
  const sign = side === 'right' ? 1 : -1
  const nodes: MapNode[] = []
  const edges: MapEdge[] = []
  let y = -heightOf(groups) / 2
  for (const [kind, facts] of groups) {
    const hub = `hub ${kind}`
    const middle = y + (facts.length * LINE) / 2
    nodes.push({ id: hub, kind, label: HUBS[kind]!, role: 'hub', side, x: sign * HUB_X, y: middle })
    edges.push({ from: patient, to: hub })
    for (const [index, { id, label }] of facts.entries()) {
      nodes.push({ id, kind, label, role: 'fact', side, x: sign * FACT_X, y: y + (index + 0.5) * LINE })
      edges.push({ from: hub, to: id })
    }
    y += facts.length * LINE + GAP
  }
  return { nodes, edges }
}
