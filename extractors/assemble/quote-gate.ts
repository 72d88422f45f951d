/**
 * The quote gate: a finding passes only on grounds whose quote lies inside the text and holds the mention, the value
 * and the cue that license it. What fails is dropped and counted by reason.
 */
import type { AnyFinding, Ground } from '../extractor.ts'
import type { Reading } from '../language/reading.ts'

export type GateReason = 'quote-outside-text' | 'quote-empty' | 'part-outside-quote' | 'no-such-case'

export interface Gated {
  readonly findings: readonly AnyFinding[]
  readonly dropped: ReadonlyMap<GateReason, number>
}

export function passGate(reading: Reading, findings: readonly AnyFinding[]): Gated {
  const dropped = new Map<GateReason, number>()
  const count = (reason: GateReason) => dropped.set(reason, (dropped.get(reason) ?? 0) + 1)
  const caseNumbers = new Set(reading.cases.map(({ number }) => number))
  const passed = findings.flatMap((finding): readonly AnyFinding[] => {
    if (finding.kind !== 'claim' && !caseNumbers.has(finding.case)) {
      count('no-such-case')
      return []
    }
    const [first, ...rest] = finding.grounds.filter((ground) => {
      const reason = faultOf(reading.document.text, ground)
      if (reason) count(reason)
      return !reason
    })
    return first ? [{ ...finding, grounds: [first, ...rest] } as AnyFinding] : []
  })
  return { findings: passed, dropped }
}

function faultOf(text: string, { span, holds }: Ground): GateReason | null {
  if (span.start < 0 || span.end > text.length) return 'quote-outside-text'
  if (span.start >= span.end || text.slice(span.start, span.end).trim() === '') return 'quote-empty'
  if (holds.some((part) => part.start < span.start || part.end > span.end)) return 'part-outside-quote'
  return null
}
