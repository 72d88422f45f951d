/** Words that say whether a laboratory value is low, normal or high. */
import type { Span } from '../../corpus/document.ts'
import type { ScopeCue } from '../result-scope/scope.ts'

export type Interpretation = 'low' | 'normal' | 'high'
export type LabCue = ScopeCue<Interpretation>

type Rule = readonly [RegExp, LabCue['result'], LabCue['reach']]

const DEGREE = String.raw`(?:(?:markedly|mildly|slightly|moderately|severely|very|extremely|significantly|highly|strongly|minimally|persistently)[\s-]+)?`
const LEVELS = String.raw`(?:serum\s+|plasma\s+|blood\s+|circulating\s+)?(?:levels?|concentrations?|values?|activit(?:y|ies)|titers?|titres?)\s+(?:of|for)\b`

// Order counts: what an earlier rule has taken is not read again ("not elevated" before "elevated").
const RULES: readonly Rule[] = [
  [
    /\b(?:not|never)\s+(?:done|performed|tested|available|measured|assessed|checked|determined|reported|known)\b|\b(?:pending|unavailable|unknown)\b/gi,
    'not-done',
    'backward',
  ],
  [
    /\bno\s+(?:evidence\s+of\s+)?(?:elevation|increase|rise|abnormalit(?:y|ies)|reduction|decrease|alteration|changes?)\s+(?:of|in)\b/gi,
    'normal',
    'forward',
  ],
  [
    /\bnot\s+(?:significantly\s+)?(?:elevated|raised|increased|abnormal|high|low|decreased|reduced|altered)\b/gi,
    'normal',
    'word',
  ],
  [
    /\b(?:within|in)\s+(?:the\s+)?(?:normal|reference|physiologic(?:al)?)\s*(?:limits?|ranges?|values?|intervals?)?\b/gi,
    'normal',
    'backward',
  ],
  [new RegExp(String.raw`\bnormal\s+${LEVELS}`, 'gi'), 'normal', 'forward'],
  [
    new RegExp(
      String.raw`\b${DEGREE}(?:elevated|raised|increased|high)\s+${LEVELS}|\b(?:elevation|increase|rise)\s+(?:of|in)\b`,
      'gi',
    ),
    'high',
    'forward',
  ],
  [
    new RegExp(
      String.raw`\b${DEGREE}(?:low|lowered|decreased|reduced|diminished)\s+${LEVELS}|\b(?:decrease|reduction|drop|fall)\s+(?:of|in)\b`,
      'gi',
    ),
    'low',
    'forward',
  ],
  [
    /\b(?:ab|sub|para|near-?|non-?|low[\s-]|high[\s-]|upper\s+(?:limit\s+(?:of\s+)?)?|lower\s+(?:limit\s+(?:of\s+)?)?|limits?\s+of\s+)normal\b/gi,
    'not-done',
    'attached',
  ],
  [/\b(?:normal|unremarkable|normali[sz]ed(?!\s+ratio))\b/gi, 'normal', 'word'],
  [new RegExp(String.raw`\b${DEGREE}(?:elevated|raised|increased|high)\b`, 'gi'), 'high', 'word'],
  [
    new RegExp(String.raw`\b${DEGREE}(?:low|lowered|decreased|reduced|diminished|suppressed|depressed)\b`, 'gi'),
    'low',
    'word',
  ],
  [/[↑]+/g, 'high', 'attached'],
  [/[↓]+/g, 'low', 'attached'],
]

/** All cues of a sentence in text order; `masked` spans (reference ranges, names) are passed over. */
export function labCues(sentence: string, masked: readonly Span[]): readonly LabCue[] {
  const cues: LabCue[] = []
  const isFree = (span: Span) =>
    ![...masked, ...cues.map((cue) => cue.span)].some((taken) => span.start < taken.end && taken.start < span.end)
  for (const [pattern, result, reach] of RULES)
    for (const match of sentence.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (isFree(span)) cues.push({ span, result, reach })
    }
  return cues.toSorted((a, b) => a.span.start - b.span.start)
}
