/** A walk over a page's drawing operators that knows at every step where on the page it draws. Pure. */

export type Matrix = readonly [number, number, number, number, number, number]

/** The operators that move the page about, by pdf.js's numbers. */
export interface PlacingOperators {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
}

export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** Calls `draw` for every operator, with the matrix in force. */
export function walkDrawing(
  { fnArray, argsArray }: OperatorList,
  ops: PlacingOperators,
  draw: (operator: number, args: unknown, matrix: Matrix) => void,
): void {
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index]
    if (operator === ops.save) stack.push(matrix)
    else if (operator === ops.restore || operator === ops.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    else if (operator === ops.transform) matrix = times(matrix, args)
    else if (operator === ops.paintFormXObjectBegin) {
      stack.push(matrix)
      matrix = times(matrix, Array.isArray(args) ? args[0] : null)
    } else draw(operator, args, matrix)
  }
}

/** `a` after `by`; `a` alone where `by` is no matrix. */
export function times(a: Matrix, by: unknown): Matrix {
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
