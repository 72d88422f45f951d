/** How much of a page is covered by its largest picture, from the drawing operators. Pure. */
import { type OperatorList, type PlacingOperators, walkDrawing } from './drawing.ts'

/** The operators that matter here, by pdf.js's numbers. */
export interface PictureOperators extends PlacingOperators {
  readonly paintImageXObject: number
  readonly paintInlineImageXObject: number
  readonly paintImageMaskXObject: number
}

/** Area in square points of the largest picture drawn. */
export function largestPictureArea(list: OperatorList, ops: PictureOperators): number {
  const pictures = new Set([ops.paintImageXObject, ops.paintInlineImageXObject, ops.paintImageMaskXObject])
  let largest = 0
  walkDrawing(list, ops, (operator, _args, [a, b, c, d]) => {
    if (pictures.has(operator)) largest = Math.max(largest, Math.abs(a * d - b * c))
  })
  return largest
}
