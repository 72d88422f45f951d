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
  if (OTHER_FLUID.test(sentence)) return []
  const names = namesOf(sentence, mentions, offset)
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

/** Spinal, joint and other fluids have their own values. */
const OTHER_FLUID =
  /\b(?:cerebrospinal|CSF|synovial|ascit\w*|pleural|peritoneal|aspirate|infiltrat\w+|stain\w*|immunohistochem\w*)\b/i

function namesOf(sentence: string, mentions: readonly Mention[], offset: number): readonly LabName[] {
  const names: LabName[] = []
  for (const { term, span } of mentions) {
    const local = { start: span.start - offset, end: span.end - offset }
    const last = names.at(-1)
    // "C-reactive protein (CRP)" is one name
    if (last?.term.key === term.key && local.start <= last.end + 2) {
      const close = /^\s*\)/.exec(sentence.slice(local.end))?.[0].length ?? 0
      names[names.length - 1] = { ...last, end: Math.max(last.end, local.end + close) }
      continue
    }
    names.push({ term, span: local, end: local.end + (TAIL.exec(sentence.slice(local.end))?.[0].length ?? 0) })
  }
  return names
}

function measurementOf(sentence: string, name: LabName, next: LabName | undefined): LabValue | null {
  return labValueAfter(sentence, name.end, next?.span.start ?? sentence.length)
}

function verdictsOf(sentence: string, names: readonly LabName[]) {
  const masked = [...labRanges(sentence).map(({ span }) => span), ...names.map(({ span }) => span)]
  const cues = labCues(sentence, masked)
  const verdicts = clausesOf(sentence).flatMap((clause) => governed(sentence, clause, names, cues, SCOPE))
  return new Map(verdicts.filter((verdict) => !isCourse(sentence, verdict)).map((verdict) => [verdict.name, verdict]))
}

/** "The platelet count increased slowly" tells a course, not that the count was high. */
function isCourse(
  sentence: string,
  { name, cue, rule }: { readonly name: LabName; readonly cue: Span; readonly rule: string },
): boolean {
  if (
    rule !== 'list-result' ||
    !/^(?:increased|decreased|reduced|raised|lowered|diminished)/i.test(sentence.slice(cue.start, cue.end))
  )
    return false
  return !/\b(?:was|were|is|are|been|being|remained|found|became|all|both)\b/i.test(sentence.slice(name.end, cue.start))
}
