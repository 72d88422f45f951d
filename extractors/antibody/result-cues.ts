/** Words and signs that say how a test came out, found in one sentence; which antibodies they govern is result-scope's work. */
import type { Span } from '../../corpus/document.ts'
import type { ScopeCue } from '../result-scope/scope.ts'

export type Result = 'positive' | 'negative' | 'equivocal'

export type ResultCue = ScopeCue<Result>

type Rule = readonly [RegExp, ResultCue['result'], ResultCue['reach']]

// Order counts: what an earlier rule has taken is not read again ("not detected" before "detected").
const RULES: readonly Rule[] = [
  [
    /\bno\s+longer\s+(?:present|detectable|detected|positive|found|measurable|elevated|demonstrable|seen)\b/gi,
    'negative',
    'backward',
  ],
  [
    /\bpositive\s+(?:(?:auto-?)?antibod(?:y|ies)|serolog\w+|results?|findings?|tests?|markers?)\s+(?:was|were|is|are|included?|comprised)\b/gi,
    'positive',
    'forward',
  ],
  [
    /\bnegative\s+(?:(?:auto-?)?antibod(?:y|ies)|serolog\w+|results?|findings?|tests?|markers?)\s+(?:was|were|is|are|included?|comprised)\b/gi,
    'negative',
    'forward',
  ],
  [
    /\b(?:gave|gives|yielded|showed)\s+(?:an?\s+)?(?:strong\s+|clear\s+|weak\s+)?(?:signal|reaction|band)\b/gi,
    'positive',
    'backward',
  ],
  [
    /\b(?:could|can|was|were|is|are|has\s+been|have\s+been)\s+not\s+(?:be(?:en)?\s+)?(?:confirmed|reproduced|interpreted|interpretable|evaluable|assessable|conclusive)\b/gi,
    'not-done',
    'backward',
  ],
  [
    /\b(?:(?:were|was|has|have|had|been|is|are)\s+)?(?:not|n['’]t|never)\s+(?:yet\s+)?(?:been\s+)?(?:done|performed|tested|available|measured|assessed|checked|determined|obtained|examined|evaluated|requested|investigated|reported|known|analy[sz]ed|studied|carried\s+out|sent)\b/gi,
    'not-done',
    'backward',
  ],
  [
    /\b(?:sought|looked\s+for|searched\s+for|tested\s+for)\s+(?:without\s+success|in\s+vain|unsuccessfully)\b/gi,
    'negative',
    'backward',
  ],
  [
    /\b(?:pending|unavailable|unknown|awaited|not\s+known|n\.?\s?d\.|n\.?\s?t\.|NT|ND)(?![\w-])/g,
    'not-done',
    'backward',
  ],
  // "There were no detectable anti-Scl-70 antibodies", "no evidence of", "we did not find", "failed to show"
  [
    /\b(?:not\s+(?:being\s+)?(?:positive|reactive|elevated|raised|increased|high|detected|detectable|present|found|identified|seen|observed|demonstrated|demonstrable|revealed|noted|significant)|un(?:detectable|detected)|non-?reactive|non-?detectable)\s+(?:for|to)\b/gi,
    'negative',
    'forward',
  ],
  [
    /\b(?:(?:did|do|does|could|can)\s*(?:not|n['’]t)|cannot|failed\s+to|unable\s+to|never)\s+(?:(?!be(?:en)?\b)\w+\s+){0,2}?(?:detect|find|show|reveal|identify|demonstrate|disclose|have|had|contain|display|yield|uncover|exhibit|confirm)\w*\b(?:\s+(?:an?|any|the)\b)?(?:\s+(?:positive|elevated|detectable|raised)\b)?/gi,
    'negative',
    'forward',
  ],
  [
    /\b(?:not|neither|never)\s+(?:\w+ly\s+)?(?:be(?:ing|en)?\s+)?(?:positive|reactive|elevated|raised|increased|high|detected|detectable|present|found|identified|seen|observed|demonstrated|demonstrable|revealed|noted|significant(?:ly)?\s*(?:elevated|raised|increased)?)\b/gi,
    'negative',
    'backward',
  ],
  [
    /\b(?:no|without|lack(?:s|ed|ing)?(?:\s+of)?|absence\s+of|devoid\s+of|free\s+of|neither)\s+(?:(?:any|evidence\s+of|detectable|circulating|serum|positive|specific|other|significant|elevated|demonstrable|positivity\s+(?:for|of)|presence\s+of|signs?\s+of|(?:increase|elevation)\s+(?:in|of)|the)\s+)*/gi,
    'negative',
    'forward',
  ],
  // "Anti-Scl-70 could not be detected, nor could anti-centromere"
  [/\bnor\s+(?:could|can|was|were|is|are|did)\b/gi, 'negative', 'forward'],
  // "bands for PM-Scl75 and Ro52 but none for Jo-1"
  [/\bnone\s+(?:for|against|to|with)\b/gi, 'negative', 'forward'],
  [/\bbands?\s+(?:for|of|against|corresponding\s+to|compatible\s+with)\b/gi, 'positive', 'forward'],
  // "in absence of" is above; "positive for", "positivity to", "tested negative for", "seronegative for"
  [
    /\b(?:sero-?)?negativ(?:e|ity|es)\b(?:\s+(?:results?|tests?|titers?|titres?|findings?|serology|screen(?:ing)?|reaction))*\s*(?:for|to|of|against)\b/gi,
    'negative',
    'forward',
  ],
  [
    /\b(?:equivocal|borderline|indeterminate|doubtful|inconclusive|weakly\s+equivocal)(?:\s+(?:results?|values?|bands?|reaction|positivity|titers?|titres?))?\s+(?:for|to|of|against)\b/gi,
    'equivocal',
    'forward',
  ],
  [
    /\b(?:sero-?)?positiv(?:e|ity|ities)\b(?:\s+(?:results?|tests?|titers?|titres?|findings?|serology|screen(?:ing)?|reaction|staining))*\s*(?:for|to|of|against)\b(?!\s+(?:a\s+)?(?:high\s+|low\s+)?tit(?:er|re))/gi,
    'positive',
    'forward',
  ],
  [/\b(?:reactive|reactivity)\s+(?:for|to|with|against)\b/gi, 'positive', 'forward'],
  [/\b(?:elevation|increase|rise)\s+(?:of|in)\b/gi, 'positive', 'forward'],
  [/\b(?:presence|detection|identification|demonstration|existence)\s+of\b/gi, 'positive', 'forward'],
  [
    /\b(?:high|elevated|raised|increased|strong|significant|rising|low)\s*-?\s*(?:serum\s+)?(?:titers?|titres?|levels?|concentrations?|values?)\s+(?:of|for)\b/gi,
    'positive',
    'forward',
  ],
  [/\b(?:equivocal|borderline|indeterminate|doubtful|inconclusive)\b/gi, 'equivocal', 'word'],
  [/\b(?:sero-?)?negativ(?:e|ity|es|ely)\b|\bneg\b\.?|[-−–]ve\b/gi, 'negative', 'word'],
  [
    /\b(?:(?:strongly|weakly|highly|markedly|mildly|slightly)[\s-]+)?(?:sero-?)?positiv(?:e|ity|es|ities)\b|\bpos\b\.?|\+ve\b/gi,
    'positive',
    'word',
  ],
  [
    /\b(?:lacking|within\s+(?:the\s+)?normal(?:\s+(?:limits|range|ranges|values))?|within\s+(?:the\s+)?(?:reference|normal)\s+(?:range|limits)|in\s+the\s+normal\s+range)\b/gi,
    'negative',
    'backward',
  ],
  [
    /\b(?:absent|undetectable|undetected|non-?reactive|unremarkable|unrevealing|non-?contributory|inconspicuous|normal(?!\s+(?:range|limits|values)))\b/gi,
    'negative',
    'word',
  ],
  [
    /\b(?:(?:is|are|was|were|be|been|being)\s+(?:also\s+|all\s+|both\s+|subsequently\s+|only\s+)?)(?:detected|detectable|present|found|identified|observed|demonstrated|demonstrable|seen|noted|evident|confirmed|revealed|disclosed)\b/gi,
    'positive',
    'backward',
  ],
  // "anti-MDA5 antibodies, detected by immunoblot"
  [/(?<=\bantibod(?:y|ies),?\s+)detected\b(?=\s+(?:by|in|on|with)\b)/gi, 'positive', 'backward'],
  [/\b(?:detected|detectable|present)\b(?!\s+(?:with|to|at|in|for|an?|the|by|no)\b)/gi, 'positive', 'backward'],
  [/\b(?:(?:weakly|strongly)\s+)?reactive\b/gi, 'positive', 'word'],
  // "3+ Scl-70" on a line blot
  [/\b[1-4]\s?\+(?=\s*[A-Z])/g, 'positive', 'forward'],
  [/\b(?:elevated|raised|increased|high)\b(?!\s+(?:titers?|titres?)\b)/gi, 'positive', 'word'],
  [/\b(?:high|low)[\s-]*(?:titers?|titres?)\b/gi, 'positive', 'word'],
  [
    /\b(?:reveal(?:ed|s|ing)?|show(?:ed|s|n|ing)?|demonstrat(?:ed|es|ing)|disclos(?:ed|es|ing)|detect(?:ed|s|ing)|identif(?:ied|ies)|found|had|has|having|display(?:ed|s|ing)|exhibit(?:ed|s|ing)|carr(?:ied|ies|ying)|harbou?r(?:ed|s|ing)|possess(?:ed|es|ing)|yielded|confirmed|developed|immunoprecipitat(?:ed|es)|recogni[sz](?:ed|es)|contain(?:ed|s|ing)|(?:remarkable|notable|significant|relevant)\s+for)\b/gi,
    'positive',
    'finding',
  ],
]

/** "No anti-Ro antibodies were found" denies, though "were found" alone affirms. */
function roleOf(result: ResultCue['result'], reach: ResultCue['reach']): Pick<ResultCue, 'role'> {
  if (result === 'negative' && reach === 'forward') return { role: 'denial' }
  return result === 'positive' && reach === 'backward' ? { role: 'verb' } : {}
}

const SIGN =
  /\(\s*(\+\s*\/\s*[-−–]|±)\s*\)|\(\s*(\+{1,4}|[-−–])\s*\)|(\+{1,4})(?=\s*(?:[,;.)/\]]|and\b|$|\s\S))|(?<=\s|\w)([-−–])(?=\s*(?:[,;)]|\.(?:\s|$)|$))/g

/** All cues of a sentence in text order; `masked` spans (reference ranges such as "(negative < 20)") are passed over. */
export function resultCues(sentence: string, masked: readonly Span[] = []): readonly ResultCue[] {
  const cues: ResultCue[] = []
  const free = (span: Span) =>
    ![...masked, ...cues.map((cue) => cue.span)].some((taken) => span.start < taken.end && taken.start < span.end)
  for (const [pattern, result, reach] of RULES)
    for (const match of sentence.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].trimEnd().length }
      if (free(span)) cues.push({ span, result, reach, ...roleOf(result, reach) })
    }
  for (const match of sentence.matchAll(SIGN)) {
    const sign = match[2] ?? match[3] ?? match[4] ?? ''
    const span = { start: match.index, end: match.index + match[0].length }
    if (free(span))
      cues.push({
        span,
        result: match[1] ? 'equivocal' : sign.startsWith('+') ? 'positive' : 'negative',
        reach: 'attached',
      })
  }
  const sorted = cues.toSorted((a, b) => a.span.start - b.span.start)
  return withEllipses(
    sentence,
    sorted.map((cue) => (isActive(sentence, cue) ? { span: cue.span, result: cue.result, reach: 'finding' } : cue)),
  )
}

/** "Immunoblot detected anti-MDA5 antibodies": the verb has its object behind it; "antibodies detected by ELISA" has not. */
const isActive = (sentence: string, { span }: ResultCue): boolean =>
  /^detected$/i.test(sentence.slice(span.start, span.end)) &&
  !/\b(?:antibod(?:y|ies)|Abs?|antigens?|is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?$/i.test(
    sentence.slice(0, span.start),
  ) &&
  ACTIVE_OBJECT.test(sentence.slice(span.end))
const ACTIVE_OBJECT =
  /^\s+(?:(?:an?|the|both|high|low|strong|weak|isolated|circulating|serum|positive|levels?|titers?|titres?|of|IgG|IgM)[\s-]+)*(?:anti|auto-?antib|ANA\b|ACA\b|RF\b|ENA\b|[A-Z][\w/-]*\d[\w/-]*\b|(?:Ro|La|Sm|Ku|RNP|Scl|SSA|SSB|PM-Scl|PM\/Scl)\b)/

/** "Anti-U3-RNP antibodies were detected, and those to Th/To and Scl-70 were not": the contrary of the cue before. */
function withEllipses(sentence: string, cues: readonly ResultCue[]): readonly ResultCue[] {
  const ellipses = [...sentence.matchAll(/\b(?:was|were|is|are|did|could)\s+not(?=\s*(?:[.,;]|$))/gi)].flatMap(
    (match) => {
      const span = { start: match.index, end: match.index + match[0].length }
      const before = cues.findLast((cue) => cue.span.end <= span.start)
      const isFree = !cues.some((cue) => cue.span.start < span.end && span.start < cue.span.end)
      if (!before || !isFree || before.result === 'not-done') return []
      const result: Result = before.result === 'negative' ? 'positive' : 'negative'
      return [{ span, result, reach: 'backward' } as const]
    },
  )
  return ellipses.length === 0 ? cues : [...cues, ...ellipses].toSorted((a, b) => a.span.start - b.span.start)
}
