/** The regions of the body map: what is drawn, and which sites belong to it. Pure. */
import type { SiteCount } from '../api/types.ts'

export interface Shape {
  /** A path for one side or for the middle; the other side is its mirror image. */
  readonly path: string
  readonly paired: boolean
}

/** In the order of drawing. The figure faces the reader in a field of 240 by 520; x = 120 is its middle. */
export const REGION_SHAPES: Readonly<Record<string, Shape>> = {
  head: { path: 'M120 14c17 0 27 13 27 31 0 20-11 37-27 37s-27-17-27-37c0-18 10-31 27-31Z', paired: false },
  neck: { path: 'M108 80c6 5 18 5 24 0l3 20c-9 6-21 6-30 0Z', paired: false },
  chest: { path: 'M88 106c20-5 44-5 64 0 10 20 9 46 4 66H84c-5-20-6-46 4-66Z', paired: false },
  abdomen: { path: 'M84 175h72c-2 18-2 32 2 48H82c4-16 4-30 2-48Z', paired: false },
  pelvis: { path: 'M82 226h76c4 10 6 20 6 30l-33 12h-22l-33-12c0-10 2-20 6-30Z', paired: false },
  spine: { path: 'M116 104h8v148h-8Z', paired: false },
  genital: { path: 'M111 262h18l-4 20h-10Z', paired: false },
  shoulder: { path: 'M85 106c-16 2-27 11-29 29l23 5c1-14 3-24 6-34Z', paired: true },
  'upper arm': { path: 'M55 139l23 4-5 46-22-3Z', paired: true },
  elbow: { path: 'M50 190l22 3-2 21-22-3Z', paired: true },
  forearm: { path: 'M47 215l22 3-10 50-17-3Z', paired: true },
  wrist: { path: 'M41 269l17 3-2 13-16-3Z', paired: true },
  hand: { path: 'M39 286l17 3c3 10 4 22 0 34-3 9-9 14-15 12-7-2-9-11-8-21 1-11 3-19 6-28Z', paired: true },
  hip: { path: 'M75 230c-7 12-9 24-9 38l20 8c3-6 3-10 3-14l-13-5c-2-9-2-18-1-27Z', paired: true },
  thigh: { path: 'M66 272l24 8 24 6-7 82H77c-8-30-13-62-11-96Z', paired: true },
  knee: { path: 'M77 372h30l-1 28H80Z', paired: true },
  leg: { path: 'M80 404h26c2 26-1 48-7 70H87c-6-22-9-44-7-70Z', paired: true },
  ankle: { path: 'M87 478h12l1 14H86Z', paired: true },
  foot: { path: 'M86 495h15c2 7 1 13-3 17-9 4-22 4-28 0 3-7 9-12 16-17Z', paired: true },
}

/** Labels of sites that stand for a region; their parts follow by the hierarchy. */
const REGION_OF_LABEL: Readonly<Record<string, string>> = {
  head: 'head',
  'head and neck': 'head',
  neck: 'neck',
  shoulder: 'shoulder',
  axilla: 'shoulder',
  clavicle: 'shoulder',
  'upper arm': 'upper arm',
  elbow: 'elbow',
  forearm: 'forearm',
  wrist: 'wrist',
  hand: 'hand',
  chest: 'chest',
  abdomen: 'abdomen',
  flank: 'abdomen',
  spine: 'spine',
  pelvis: 'pelvis',
  groin: 'pelvis',
  'genital region': 'genital',
  hip: 'hip',
  buttock: 'hip',
  thigh: 'thigh',
  knee: 'knee',
  leg: 'leg',
  ankle: 'ankle',
  foot: 'foot',
}

export interface RegionCount {
  readonly region: string
  readonly cases: number
  readonly deposits: number
  readonly maxMm: number | null
  readonly left: number
  readonly right: number
  readonly sites: SiteCount[]
}

/** Counts by region; what lies in no drawn region (skin, muscle, organs) comes under `elsewhere`. */
export function countRegions(sites: readonly SiteCount[]): {
  regions: readonly RegionCount[]
  elsewhere: SiteCount[]
} {
  const byKey = new Map(sites.map((site) => [site.key, site]))
  const groups = new Map<string, SiteCount[]>()
  const elsewhere: SiteCount[] = []
  for (const site of sites) {
    if (site.deposits === 0) continue
    const region = regionOf(site, byKey, new Set())
    if (region === null) elsewhere.push(site)
    else groups.set(region, [...(groups.get(region) ?? []), site])
  }
  elsewhere.sort((one, other) => other.cases - one.cases || one.label.localeCompare(other.label))
  return { regions: [...groups].map(([region, own]) => countOf(region, own)), elsewhere }
}

function regionOf(site: SiteCount, byKey: ReadonlyMap<string, SiteCount>, seen: Set<string>): string | null {
  const own = REGION_OF_LABEL[site.label]
  if (own !== undefined) return own
  if (seen.has(site.key)) return null
  seen.add(site.key)
  for (const key of site.parents) {
    const parent = byKey.get(key)
    const region = parent ? regionOf(parent, byKey, seen) : null
    if (region !== null) return region
  }
  return null
}

function countOf(region: string, sites: readonly SiteCount[]): RegionCount {
  const sizes = sites.map(({ maxMm }) => maxMm).filter((size) => size !== null)
  const sum = (count: (site: SiteCount) => number) => sites.reduce((total, site) => total + count(site), 0)
  return {
    region,
    cases: new Set(sites.flatMap(({ caseIds }) => caseIds)).size,
    deposits: sum(({ deposits }) => deposits),
    maxMm: sizes.length === 0 ? null : Math.max(...sizes),
    left: sum(({ sides }) => sides.left + sides.bilateral + sides.unsided),
    right: sum(({ sides }) => sides.right + sides.bilateral + sides.unsided),
    sites: [...sites].sort((one, other) => other.cases - one.cases || one.label.localeCompare(other.label)),
  }
}
