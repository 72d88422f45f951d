/** From a ground (offsets and a rule) to the evidence that goes into the record. */
import { boxesOf } from '../../corpus/boxes.ts'
import type { Evidence, EvidenceList } from '../case-record.ts'
import type { Ground } from '../extractor.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { confidenceOf } from './confidence.ts'

/** Evidence for the grounds, in text order, each place and rule once. */
export function evidenceOf(reading: Reading, grounds: readonly [Ground, ...Ground[]]): EvidenceList {
  const ordered = grounds.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const seen = new Set<string>()
  const list = ordered
    .filter(({ span, rule }) => {
      const key = `${span.start}-${span.end}-${rule}`
      return !seen.has(key) && seen.add(key)
    })
    .map((ground) => evidence(reading, ground))
  const [first, ...rest] = list
  if (!first) throw new Error('evidenceOf was called without grounds')
  return [first, ...rest]
}

function evidence(reading: Reading, { span, rule }: Ground): Evidence {
  const { text } = reading.document
  const sentence = sentenceAround(reading, span.start)
  const boxes = boxesOf(reading.document, span)
  return {
    page: boxes[0]?.page ?? sentence?.page ?? 1,
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    sentence: sentence?.text ?? text.slice(span.start, span.end),
    boxes,
    rule,
    confidence: confidenceOf(rule),
  }
}

/** The last sentence that begins at or before `offset` and reaches it. */
export function sentenceAround({ sentences }: Reading, offset: number): ReadSentence | undefined {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.span.start <= offset) low = middle + 1
    else high = middle
  }
  const sentence = sentences[low - 1]
  return sentence && offset < sentence.span.end ? sentence : undefined
}
