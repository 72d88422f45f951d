/** What one sentence says about laboratory values. */
import type { Span } from '../../corpus/document.ts'
import type { Mention, Term } from '../language/term.ts'
import { clausesOf } from '../result-scope/clauses.ts'
import { governed } from '../result-scope/govern.ts'
import type { ScopeRules, TestName } from '../result-scope/scope.ts'
import { type Interpretation, labCues } from './lab-cues.ts'
import { type LabValue, labRanges, labValueAfter } from './lab-value.ts'

export interface LabStatement {
  readonly term: Term
  readonly value: number | null
  readonly unit: string | null
  readonly interpretation: Interpretation | null
  /** Into the sentence: name, value and word. */
  readonly holds: readonly Span[]
  readonly rule: string
}

interface LabName extends TestName {
  readonly term: Term
}

const TAIL =
  /^(?:\s*(?:\(\s*[A-Za-z][\w-]{0,7}\s*\)|levels?\b|concentrations?\b|values?\b|counts?\b|activit(?:y|ies)\b|tests?\b|enzymes?\b|studies\b))*/i
const SCOPE: ScopeRules<LabName, Interpretation> = {
  // "normal except for the ESR" does not say which way the ESR was off
  opposite: () => null,
  general: (clause) => (/\b(?:normal|unremarkable)\b/i.test(clause) ? 'normal' : null),
  resists: () => false,
}

/** `offset` is where the sentence begins in the document. */
export function labStatements(sentence: string, mentions: readonly Mention[], offset = 0): readonly LabStatement[] {
  const names = mentions.map(({ term, span }): LabName => {
    const local = { start: span.start - offset, end: span.end - offset }
    return { term, span: local, end: local.end + (TAIL.exec(sentence.slice(local.end))?.[0].length ?? 0) }
  })
  const values = new Map(names.map((name, at) => [name, measurementOf(sentence, name, names[at + 1])]))
  const verdicts = verdictsOf(sentence, names)
  return names.flatMap((name) => {
    const value = values.get(name) ?? null
    const verdict = verdicts.get(name)
    const judgement = verdict?.result === 'not-done' ? undefined : verdict?.result
    const said = judgement && verdict
    const interpretation = value?.interpretation ?? judgement ?? null
    if (value === null && interpretation === null) return []
    const holds = [name.span, value?.span, said?.cue].filter((span) => span !== undefined)
    const rule = value ? 'lab/value' : `lab/${said?.rule}`
    return [{ term: name.term, value: value?.value ?? null, unit: value?.unit ?? null, interpretation, holds, rule }]
  })
}

function measurementOf(sentence: string, name: LabName, next: LabName | undefined): LabValue | null {
  return labValueAfter(sentence, name.span.end, next?.span.start ?? sentence.length)
}

function verdictsOf(sentence: string, names: readonly LabName[]) {
  const masked = [...labRanges(sentence).map(({ span }) => span), ...names.map(({ span }) => span)]
  const cues = labCues(sentence, masked)
  const verdicts = clausesOf(sentence).flatMap((clause) => governed(sentence, clause, names, cues, SCOPE))
  return new Map(verdicts.map((verdict) => [verdict.name, verdict]))
}
