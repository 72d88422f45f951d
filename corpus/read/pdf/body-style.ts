/** The look of the running text: what most letters of the document are set in. Pure. */
import { heaviest } from '../heaviest.ts'
import type { Line } from './line.ts'

export interface BodyStyle {
  readonly size: number
  readonly font: string
  /** Usual width of a full line. */
  readonly width: number
  /** Usual distance from baseline to baseline. */
  readonly leading: number
}

export function bodyStyle(lines: readonly Line[]): BodyStyle {
  const prose = lines.filter((line) => line.text.length > 24)
  const counted = prose.length > 0 ? prose : lines
  const size =
    heaviest(
      counted,
      (line) => Math.round(line.size * 5) / 5,
      (line) => line.text.length,
    ) ?? 10
  const ofSize = counted.filter((line) => Math.abs(line.size - size) < 0.3)
  const font =
    heaviest(
      ofSize,
      (line) => line.font,
      (line) => line.text.length,
    ) ?? ''
  const width =
    heaviest(
      ofSize,
      (line) => Math.round((line.x1 - line.x0) / 6) * 6,
      (line) => line.text.length,
    ) ?? 240
  const leading =
    heaviest(
      steps(lines, size),
      (step) => Math.round(step * 4) / 4,
      () => 1,
    ) ?? size * 1.2
  return { size, font, width, leading }
}

function steps(lines: readonly Line[], size: number): readonly number[] {
  const found: number[] = []
  for (let index = 1; index < lines.length; index++) {
    const step = lines[index]!.y - lines[index - 1]!.y
    if (Math.abs(lines[index]!.size - size) < 0.3 && step > 0.8 * size && step < 2.6 * size) found.push(step)
  }
  return found
}
