/** One line of CSV (RFC 4180); a cell that a spreadsheet would run as a formula is made inert. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return cells.map(csvCell).join(',')
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const inert = /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
