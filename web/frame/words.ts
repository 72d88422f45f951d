/** Numbers and dates in words, the same in every view. */

const whole = new Intl.NumberFormat('en')

export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${whole.format(count)} ${count === 1 ? noun : many}`
}

/** "120 mm", "35.5 mm"; nothing where the size is not known. */
export function millimetres(size: number | null): string {
  return size === null ? '' : `${Math.round(size * 10) / 10} mm`
}

/** "0.04", "< 0.001", "12.3": three digits are all a small table can carry. */
export function ratio(value: number | null): string {
  if (value === null) return '–'
  if (!Number.isFinite(value)) return '∞'
  if (value !== 0 && Math.abs(value) < 0.01) return value < 0 ? '> −0.01' : '< 0.01'
  return Math.abs(value) >= 100 ? whole.format(Math.round(value)) : String(Number(value.toPrecision(3)))
}

/** An estimate whose interval begins somewhere but that has no value is without bound: a cell of its table is empty. */
export function estimateValue({ value, low }: { value: number | null; low: number | null }): string {
  return value === null && low !== null ? '∞' : ratio(value)
}

export function pValue(value: number): string {
  return value < 0.001 ? '< 0.001' : value.toFixed(3)
}

export function percent(value: number): string {
  return `${Math.round(value * 100)}%`
}

/** "21 Nov 2026, 09:15" in the reader's own time. */
export function moment(iso: string | null): string {
  if (iso === null) return '–'
  return new Date(iso).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
}

/** First letter large: "systemic sclerosis" as a heading. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
