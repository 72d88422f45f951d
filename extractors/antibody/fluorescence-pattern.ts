/** The pattern of nuclear fluorescence that a sentence gives to its antinuclear antibodies. */
import type { Span } from '../../corpus/document.ts'
import type { Mention } from '../language/term.ts'
import { isPatternInBracket, type NamedAntibody } from './antibody-mention.ts'

const SPEAKS_OF_PATTERN = /pattern|ANA|antinuclear|anti-nuclear|fluorescen|HEp|staining/i

/** The pattern nearest to `antibody`, if that is an ANA; spans are into the sentence. */
export function patternFor(
  sentence: string,
  antibody: NamedAntibody,
  names: readonly NamedAntibody[],
  patterns: readonly Mention[],
  offset: number,
): { readonly label: string; readonly span: Span } | null {
  if (antibody.term.key !== 'ana' || !SPEAKS_OF_PATTERN.test(sentence)) return null
  const candidates = patterns
    .map(({ term, span }) => ({ label: term.label, span: { start: span.start - offset, end: span.end - offset } }))
    .filter(({ span }) => isPattern(sentence, span, names))
  return candidates.toSorted((a, b) => distance(a.span, antibody.span) - distance(b.span, antibody.span))[0] ?? null
}

/** "centromere" alone names an antigen; "centromere pattern" or "(centromeric)" a pattern. */
function isPattern(sentence: string, span: Span, names: readonly NamedAntibody[]): boolean {
  if (names.some((name) => span.start < name.end && name.span.start < span.end)) return false
  const bare = /^centromere$/i.test(sentence.slice(span.start, span.end))
  return (
    !bare ||
    isPatternInBracket(sentence, span) ||
    /^[\s-]*(?:pattern|type|staining|fluorescence)/i.test(sentence.slice(span.end))
  )
}

const distance = (a: Span, b: Span): number => (a.start >= b.end ? a.start - b.end : b.start - a.end)
