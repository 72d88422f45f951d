/** What one sentence says about antibodies: each with its result, titre, value and pattern, and the words that say so. */
import type { Span } from '../../corpus/document.ts'
import type { Mention, Term } from '../language/term.ts'
import { clausesOf } from '../result-scope/clauses.ts'
import { EXCEPT } from '../result-scope/exception.ts'
import { type NamedAntibody, namedAntibodies } from './antibody-mention.ts'
import { patternFor } from './fluorescence-pattern.ts'
import type { AntibodyVerdict } from './judgements.ts'
import { measurements } from './measurements.ts'
import type { Result } from './result-cues.ts'
import { verdictsOf } from './verdicts.ts'

export interface AntibodyStatement {
  readonly term: Term
  readonly result: Result
  readonly titre: string | null
  readonly value: number | null
  readonly unit: string | null
  readonly pattern: string | null
  /** The name, into the sentence. */
  readonly span: Span
  /** Everything that licenses the statement, into the sentence. */
  readonly holds: readonly Span[]
  readonly rule: string
}

/** `mentions` and `patterns` are those of this sentence; `offset` is where it begins in the document. */
export function antibodyStatements(
  sentence: string,
  mentions: readonly Mention[],
  patterns: readonly Mention[] = [],
  offset = 0,
): readonly AntibodyStatement[] {
  const names = namedAntibodies(sentence, mentions, offset)
  if (names.length === 0) return []
  const clauses = clausesOf(sentence)
  const measured = measurements(sentence, names, clauses)
  const verdicts = verdictsOf(sentence, names, clauses, measured)
  return names.flatMap((name) => {
    const verdict = verdicts.get(name)
    if (!verdict || verdict.result === 'not-done') return []
    if (IN_A_GROUP.test(sentence.slice(verdict.cue.end))) return []
    if (isHeadOfList(sentence, name, verdicts) || isExceptedLater(sentence, name, names)) return []
    const { titre, value } = measured.get(name) ?? {}
    const pattern = patternFor(sentence, name, names, patterns, offset)
    const holds = [name.span, verdict.cue, titre?.span, value?.span, pattern?.span].filter((span) => span !== undefined)
    return [
      {
        term: name.term,
        result: verdict.result,
        titre: titre?.text ?? null,
        value: value?.value ?? null,
        unit: value?.unit ?? null,
        pattern: pattern?.label ?? null,
        span: name.span,
        holds,
        rule: `antibody/${verdict.rule}`,
      },
    ]
  })
}

/** "ACA were positive in 10", "in 60% of the patients": a cohort's count; not "in 2008", "in 1:80". */
const IN_A_GROUP =
  /^\s+in\s+(?:(?:about|only|nearly|up\s+to|all|the)\s+)*(?:\d{1,3}(?:\.\d+)?\s*%|\d{1,3}(?![\d:/.]|\s*(?:years?|months?|mm))|most|half|some|several|many|(?:two|three|four|five|six|seven|eight|nine|ten)(?=\s+(?:of|patients|cases|others)|[.,;]|$))/i

/** "Among the myositis-specific antibodies, anti-NXP2 was positive": the group only introduces; a panel with an exception is neither. */
function isHeadOfList(
  sentence: string,
  { term, span, end }: NamedAntibody,
  verdicts: ReadonlyMap<NamedAntibody, AntibodyVerdict>,
): boolean {
  const others = [...verdicts.values()]
  if (term.kind === 'group') return others.some(({ name }) => name.term.kind !== 'group')
  if (term.key !== 'ena') return false
  // "all of the other extractable nuclear antigens (Ro, La, Sm) were negative"
  return (
    others.some(({ rule }) => rule === 'exception') ||
    /\bother\s+(?:\w+\s+){0,2}$/i.test(sentence.slice(0, span.start)) ||
    others.some(({ name }) => /^\s*\(\s*(?:anti-?\s*)?$/.test(sentence.slice(end, name.span.start)))
  )
}

/** "ANA, RF and ANCA were negative except for an ANA of 1:80": the exception is the ANA's result. */
function isExceptedLater(
  sentence: string,
  { term, span, end }: NamedAntibody,
  names: readonly NamedAntibody[],
): boolean {
  return names.some(
    (other) =>
      other.term.key === term.key &&
      other.span.start > span.start &&
      EXCEPT.test(sentence.slice(end, other.span.start)),
  )
}
