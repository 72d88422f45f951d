import { useEffect, useState } from 'preact/hooks'
import type { AnswerCard } from '../api/types.ts'
import { type Axis, axisOf, estimateText, type ForestRow, forestRows, placeOn } from './forest-rows.ts'

/** Measures in units of the drawing. `stacked`: names and values stand above their line, for narrow screens. */
interface Sheet {
  readonly width: number
  readonly left: number
  readonly right: number
  readonly row: number
  readonly stacked: boolean
}

const WIDE: Sheet = { width: 860, left: 300, right: 640, row: 34, stacked: false }
const NARROW: Sheet = { width: 340, left: 12, right: 322, row: 48, stacked: true }
const TOP = 14

/** Estimates with their intervals on a logarithmic axis; an arrow where an interval has no end. */
export function ForestPlot(props: { card: AnswerCard }) {
  const sheet = useNarrow() ? NARROW : WIDE
  const rows = forestRows(props.card)
  const axis = axisOf(rows)
  const bottom = TOP + rows.length * sheet.row
  return (
    <svg
      class="forest"
      id="forest-plot"
      viewBox={`0 0 ${sheet.width} ${bottom + 34}`}
      role="img"
      aria-label={rows.map((row) => `${row.name}: odds ratio ${estimateText(row.estimate)}`).join('; ')}
    >
      <title>Odds ratios with 95% intervals</title>
      <AxisLines axis={axis} sheet={sheet} bottom={bottom} />
      {rows.map((row, index) => (
        <Row key={`${row.kind} ${row.name}`} row={row} axis={axis} sheet={sheet} top={TOP + index * sheet.row} />
      ))}
    </svg>
  )
}

function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia('(max-width: 720px)').matches)
  useEffect(() => {
    const query = matchMedia('(max-width: 720px)')
    const change = () => setNarrow(query.matches)
    query.addEventListener('change', change)
    return () => query.removeEventListener('change', change)
  }, [])
  return isNarrow
}

const xOf = (sheet: Sheet, place: number): number => sheet.left + place * (sheet.right - sheet.left)

function AxisLines(props: { axis: Axis; sheet: Sheet; bottom: number }) {
  const { axis, sheet, bottom } = props
  return (
    <g class="forest-axis">
      {axis.ticks.map((tick) => {
        const x = xOf(sheet, placeOn(axis, tick, 0))
        return (
          <g key={tick}>
            <line x1={x} x2={x} y1={TOP} y2={bottom + 5} class={tick === 1 ? 'one' : ''} />
            <text x={x} y={bottom + 22} text-anchor="middle">
              {tick}
            </text>
          </g>
        )
      })}
    </g>
  )
}

interface RowProps {
  readonly row: ForestRow
  readonly axis: Axis
  readonly sheet: Sheet
  readonly top: number
}

function Row(props: RowProps) {
  const { row, sheet, top } = props
  const line = top + (sheet.stacked ? 32 : sheet.row / 2)
  const words = sheet.stacked ? top + 18 : line + 4
  const count = row.patients === null ? '' : `n = ${row.patients}`
  return (
    <g class={`forest-row ${row.kind}`}>
      <text x={sheet.stacked ? sheet.left : 0} y={words} class="forest-name">
        {shortened(row.name, sheet.stacked ? 20 : 31)}
        {sheet.stacked && count !== '' ? ` (${count})` : ''}
        <title>{row.name}</title>
      </text>
      {!sheet.stacked && (
        <text x={sheet.left - 18} y={words} text-anchor="end" class="forest-count">
          {count}
        </text>
      )}
      <IntervalLine {...props} y={line} />
      <text
        x={sheet.stacked ? sheet.right : sheet.right + 22}
        y={words}
        text-anchor={sheet.stacked ? 'end' : 'start'}
        class="forest-value"
      >
        {estimateText(row.estimate)}
      </text>
    </g>
  )
}

function IntervalLine(props: RowProps & { y: number }) {
  const { row, axis, sheet, y } = props
  const { value, low, high } = row.estimate
  const hasInterval = low !== null || high !== null
  if (value === null && !hasInterval) return null
  const left = xOf(sheet, placeOn(axis, low, 0))
  const right = xOf(sheet, placeOn(axis, high, 1))
  return (
    <>
      {hasInterval && <line x1={left} x2={right} y1={y} y2={y} />}
      {hasInterval && (low === null || low < axis.low) && (
        <path d={`M${left + 7} ${y - 5}L${left} ${y}l7 5`} class="arrow" />
      )}
      {hasInterval && (high === null || high > axis.high) && (
        <path d={`M${right - 7} ${y - 5}L${right} ${y}l-7 5`} class="arrow" />
      )}
      {value !== null && value >= axis.low && value <= axis.high && (
        <Mark kind={row.kind} x={xOf(sheet, placeOn(axis, value, 0))} y={y} />
      )}
    </>
  )
}

function Mark(props: { kind: ForestRow['kind']; x: number; y: number }) {
  const { kind, x, y } = props
  if (kind === 'pooled') return <path d={`M${x - 8} ${y}L${x} ${y - 7}l8 7l-8 7Z`} class="mark" />
  if (kind === 'published') return <circle cx={x} cy={y} r="5.5" class="mark" />
  return <rect x={x - 5} y={y - 5} width="10" height="10" class="mark" />
}

function shortened(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name
}
