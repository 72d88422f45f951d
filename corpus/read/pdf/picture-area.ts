/** How much of a page is covered by its largest picture, from the drawing operators. Pure. */

type Matrix = readonly [number, number, number, number, number, number]

/** The operators that matter here, by pdf.js's numbers. */
export interface PictureOperators {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  readonly paintImageXObject: number
  readonly paintInlineImageXObject: number
  readonly paintImageMaskXObject: number
}

export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** Area in square points of the largest picture drawn. */
export function largestPictureArea({ fnArray, argsArray }: OperatorList, ops: PictureOperators): number {
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let largest = 0
  for (const [index, fn] of fnArray.entries()) {
    const args = argsArray[index]
    if (fn === ops.save) stack.push(matrix)
    else if (fn === ops.restore || fn === ops.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    else if (fn === ops.transform) matrix = times(matrix, args)
    else if (fn === ops.paintFormXObjectBegin) {
      stack.push(matrix)
      matrix = times(matrix, Array.isArray(args) ? args[0] : null)
    } else if (fn === ops.paintImageXObject || fn === ops.paintInlineImageXObject || fn === ops.paintImageMaskXObject)
      largest = Math.max(largest, Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  }
  return largest
}

function times(a: Matrix, by: unknown): Matrix {
  if (!isMatrix(by)) return a
  return [
    a[0] * by[0] + a[2] * by[1],
    a[1] * by[0] + a[3] * by[1],
    a[0] * by[2] + a[2] * by[3],
    a[1] * by[2] + a[3] * by[3],
    a[0] * by[4] + a[2] * by[5] + a[4],
    a[1] * by[4] + a[3] * by[5] + a[5],
  ]
}

function isMatrix(value: unknown): value is Matrix {
  const list = value as ArrayLike<unknown> | null
  return (
    list !== null &&
    typeof list === 'object' &&
    list.length === 6 &&
    Array.from(list).every((each) => typeof each === 'number')
  )
}
