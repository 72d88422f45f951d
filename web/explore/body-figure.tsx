import { millimetres, plural, sentenceCase } from '../frame/words.ts'
import { REGION_SHAPES, type RegionCount } from './regions.ts'

const MIRROR = 'matrix(-1 0 0 1 240 0)'

/** The figure; by keyboard and screen reader the same regions are reached in the list beside it. */
export function BodyFigure(props: {
  regions: readonly RegionCount[]
  chosen: string | null
  onChoose: (region: string) => void
}) {
  const most = Math.max(1, ...props.regions.map(({ cases }) => cases))
  const counts = new Map(props.regions.map((count) => [count.region, count]))
  return (
    <svg class="body-figure" viewBox="20 4 200 516" aria-hidden="true">
      {Object.entries(REGION_SHAPES).map(([region, { path, paired }]) => {
        const count = counts.get(region)
        const common = { region, path, count, isChosen: region === props.chosen, onChoose: props.onChoose }
        const heat = count ? 0.18 + 0.82 * (count.cases / most) : 0
        if (!paired) return <RegionShape key={region} {...common} heat={heat} />
        const sided = Math.max(1, count?.left ?? 0, count?.right ?? 0)
        return (
          <g key={region}>
            <RegionShape {...common} heat={heat * ((count?.right ?? 0) / sided)} />
            <g transform={MIRROR}>
              <RegionShape {...common} heat={heat * ((count?.left ?? 0) / sided)} />
            </g>
          </g>
        )
      })}
    </svg>
  )
}

function RegionShape(props: {
  region: string
  path: string
  count: RegionCount | undefined
  heat: number
  isChosen: boolean
  onChoose: (region: string) => void
}) {
  const { region, count } = props
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the figure holds the same regions for the keyboard
    <path
      d={props.path}
      class={`region-shape ${props.isChosen ? 'chosen' : ''} ${count ? 'with-deposits' : ''}`}
      style={{ '--share': props.heat.toFixed(3) }}
      onClick={() => count && props.onChoose(region)}
    >
      <title>{spoken(region, count)}</title>
    </path>
  )
}

function spoken(region: string, count: RegionCount | undefined): string {
  if (!count) return `${sentenceCase(region)}: no deposits`
  const size = count.maxMm === null ? '' : `, largest ${millimetres(count.maxMm)}`
  return `${sentenceCase(region)}: ${plural(count.cases, 'patient')}, ${plural(count.deposits, 'deposit')}${size}`
}
