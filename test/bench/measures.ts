/**
 * Sizes against annotated reports: `node dist/test/bench/measures.js FOLDER`, a folder of brat files (NAME.txt, NAME.ann)
 * with Distance, Area and Volume spans. Prints how many metric spans are found and how many are read with the numbers that
 * the span itself holds.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { measuresIn } from '../../extractors/measure/measure.ts'

interface Annotated {
  readonly start: number
  readonly end: number
  readonly text: string
}

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder of .txt and .ann files: node dist/test/bench/measures.js FOLDER')

const reports = readdirSync(folder).filter((name) => name.endsWith('.ann'))
const misses: string[] = []
let found = 0
let exact = 0
let all = 0
for (const name of reports) {
  const text = readFileSync(join(folder, name.replace(/\.ann$/, '.txt')), 'utf8')
  const measures = measuresIn(text)
  for (const span of annotatedIn(readFileSync(join(folder, name), 'utf8'))) {
    all++
    const measure = measures.find((one) => one.span.start < span.end && one.span.end > span.start)
    if (!measure) {
      misses.push(`${name}: ${span.text}`)
      continue
    }
    found++
    const read = [
      ...measure.dimsMm,
      ...(measure.rangeMm ?? []),
      ...(measure.volumeMl === null ? [] : [measure.volumeMl]),
    ]
    const numbers = numbersOf(span.text)
    // of a range of millilitres only the upper end is kept
    const expected = measure.volumeMl === null ? numbers : [Math.max(...numbers)]
    if (expected.every((number) => read.some((value) => Math.abs(value - number) < 0.01))) exact++
    else misses.push(`${name}: "${span.text}" was read as ${read.join(', ')}`)
  }
}
console.log(
  `spans ${all}, found ${found} (R ${(found / all).toFixed(3)}), numbers right ${exact} (P ${(exact / found).toFixed(3)})`,
)
for (const miss of misses) console.log(miss)

/** Spans that hold a number and a metric unit. */
function annotatedIn(annotations: string): readonly Annotated[] {
  return annotations.split('\n').flatMap((line): readonly Annotated[] => {
    const match = /^T\d+\t(?:Distance|Area|Volume) (\d+)[^\t]* (\d+)\t(.*)$/.exec(line)
    const [, start = '', end = '', text = ''] = match ?? []
    return match && /\d.*(?:mm|cm|m[lL]|cc|lit|\bL\b)/.test(text)
      ? [{ start: Number(start), end: Number(end), text }]
      : []
  })
}

/** The numbers of a span in millimetres or millilitres, read as naively as can be. */
function numbersOf(text: string): readonly number[] {
  const scale = /cm/i.test(text) ? 10 : /\blit|\bL\b/.test(text) ? 1000 : 1
  return [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Math.round(Number(number) * scale * 100) / 100)
}
