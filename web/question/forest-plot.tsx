import type { AnswerCard } from '../api/types.ts'
import { type Axis, axisOf, estimateText, type ForestRow, forestRows, placeOn } from './forest-rows.ts'

const WIDTH = 860
const ROW = 34
const LEFT = 300
const RIGHT = 640
const TOP = 14

/** Estimates with their intervals on a logarithmic axis; an arrow where an interval has no end. */
export function ForestPlot(props: { card: AnswerCard }) {
  const rows = forestRows(props.card)
  const axis = axisOf(rows)
  const height = TOP + rows.length * ROW + 34
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="forest-frame" tabIndex={0} aria-label="Forest plot of odds ratios">
      <svg class="forest" id="forest-plot" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={spoken(rows)}>
        <title>Odds ratios with 95% intervals</title>
        <AxisLines axis={axis} bottom={TOP + rows.length * ROW} />
        {rows.map((row, index) => (
          <Row key={row.name} row={row} axis={axis} y={TOP + index * ROW + ROW / 2} />
        ))}
      </svg>
    </section>
  )
}

function spoken(rows: readonly ForestRow[]): string {
  return rows.map((row) => `${row.name}: odds ratio ${estimateText(row.estimate)}`).join('; ')
}

const xOf = (place: number): number => LEFT + place * (RIGHT - LEFT)

function AxisLines(props: { axis: Axis; bottom: number }) {
  const { axis, bottom } = props
  return (
    <g class="forest-axis">
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={xOf(placeOn(axis, tick, 0))}
            x2={xOf(placeOn(axis, tick, 0))}
            y1={TOP}
            y2={bottom + 5}
            class={tick === 1 ? 'one' : ''}
          />
          <text x={xOf(placeOn(axis, tick, 0))} y={bottom + 22} text-anchor="middle">
            {tick}
          </text>
        </g>
      ))}
    </g>
  )
}

function Row(props: { row: ForestRow; axis: Axis; y: number }) {
  const { row, axis, y } = props
  const { value, low, high } = row.estimate
  const isKnown = value !== null || low !== null || high !== null
  const left = xOf(placeOn(axis, low, 0))
  const right = xOf(placeOn(axis, high, 1))
  return (
    <g class={`forest-row ${row.kind}`}>
      <text x="0" y={y + 4} class="forest-name">
        {shortened(row.name)}
        <title>{row.name}</title>
      </text>
      {row.patients !== null && (
        <text x={LEFT - 18} y={y + 4} text-anchor="end" class="forest-count">
          n = {row.patients}
        </text>
      )}
      {isKnown && <line x1={left} x2={right} y1={y} y2={y} />}
      {isKnown && (low === null || low < axis.low) && (
        <path d={`M${left + 7} ${y - 5}L${left} ${y}l7 5`} class="arrow" />
      )}
      {isKnown && (high === null || high > axis.high) && (
        <path d={`M${right - 7} ${y - 5}L${right} ${y}l-7 5`} class="arrow" />
      )}
      {value !== null && value >= axis.low && value <= axis.high && (
        <Mark kind={row.kind} x={xOf(placeOn(axis, value, 0))} y={y} />
      )}
      <text x={RIGHT + 22} y={y + 4} class="forest-value">
        {estimateText(row.estimate)}
      </text>
    </g>
  )
}

function Mark(props: { kind: ForestRow['kind']; x: number; y: number }) {
  const { kind, x, y } = props
  if (kind === 'pooled') return <path d={`M${x - 8} ${y}L${x} ${y - 7}l8 7l-8 7Z`} class="mark" />
  if (kind === 'published') return <circle cx={x} cy={y} r="5.5" class="mark" />
  return <rect x={x - 5} y={y - 5} width="10" height="10" class="mark" />
}

function shortened(name: string): string {
  return name.length > 36 ? `${name.slice(0, 35).trimEnd()}…` : name
}
