/** Judgements on an antibody that no result word governs: a titre, a disease named after it, a word such as "but not". */

import type { Verdict } from '../result-scope/scope.ts'
import type { NamedAntibody } from './antibody-mention.ts'
import type { Measured } from './measurements.ts'
import type { Result } from './result-cues.ts'

export type AntibodyVerdict = Verdict<NamedAntibody, Result>
type Judgement = Omit<AntibodyVerdict, 'name'>

/** The first judgement that holds; null where nothing is said of the name. */
export function judged(
  sentence: string,
  names: readonly NamedAntibody[],
  index: number,
  verdicts: ReadonlyMap<NamedAntibody, AntibodyVerdict>,
  measured: Measured | undefined,
): Judgement | null {
  const name = names[index]
  if (!name) return null
  return (
    excluded(sentence, names, index, verdicts) ??
    byMeasurement(measured) ??
    byNameOfDisease(sentence, name) ??
    listedAmongFindings(sentence, name) ??
    carried(sentence, names, index, verdicts)
  )
}

/** "positive for ANA but not anti-dsDNA or anti-Sm": the opposite of what was said last. */
function excluded(
  sentence: string,
  names: readonly NamedAntibody[],
  index: number,
  verdicts: ReadonlyMap<NamedAntibody, AntibodyVerdict>,
): Judgement | null {
  const name = names[index]!
  const previous = names[index - 1]
  const earlier = previous && verdicts.get(previous)
  if (!previous || !earlier || earlier.result === 'not-done') return null
  const gap = sentence.slice(previous.end, name.span.start)
  const not = /\b(?:but\s+|and\s+)?not\s+(?:for\s+|to\s+|with\s+|the\s+)*$/i.exec(gap)
  if (not) {
    const start = previous.end + not.index
    return {
      result: earlier.result === 'positive' ? 'negative' : 'positive',
      cue: { start, end: start + not[0].trimEnd().length },
      rule: 'but-not',
    }
  }
  // "no ANA, no RF, but antibodies to Mi-2"
  const but =
    earlier.result === 'negative' ? /\bbut\s+(?:also\s+|only\s+)?(?:antibodies\s+(?:to|against)\s+)?$/i.exec(gap) : null
  if (but) return { result: 'positive', cue: { start: previous.end + but.index, end: name.span.start }, rule: 'but' }
  return earlier.rule === 'but-not' && /^[\s,]*(?:and|or|nor)?\s*$/i.test(gap)
    ? { result: earlier.result, cue: earlier.cue, rule: earlier.rule }
    : null
}

/** Three times the upper limit of any usual assay: high-positive by the classification criteria of rheumatoid arthritis. */
const RF_HIGH_UNITS = 60

/** "ANA 1:640", "anti-Scl-70 >100 U/mL (normal < 20)". */
function byMeasurement(measured: Measured | undefined): Judgement | null {
  if (measured?.titre)
    return { result: measured.titre.below ? 'negative' : 'positive', cue: measured.titre.span, rule: 'titre' }
  const { value } = measured ?? {}
  if (
    value &&
    measured?.antibody.term.key === 'rf' &&
    !value.result &&
    value.value >= RF_HIGH_UNITS &&
    /^I?U/i.test(value.unit ?? '')
  )
    return { result: 'positive', cue: value.span, rule: 'value' }
  if (measured?.value?.result) return { result: measured.value.result, cue: measured.value.span, rule: 'value' }
  return null
}

const WITH_DISEASE =
  /^[\s-]*(?:antibod(?:y|ies)[\s-]*)?(?:(?:-?associated|-?related|-?mediated)\s+)?(?:(?:juvenile|adult|amyopathic|clinically)[\s-]+)*(?:dermatomyositis|DM\b|JDM\b|myositis|myopathy|SSc\b|systemic\s+sclerosis|scleroderma|antisynthetase\s+syndrome)/i
const CARRIED_BY =
  /\b(?:with|had|has|harbou?ring|carrying|having|bearing|(?:on\s+the\s+(?:basis|grounds?|strength)|because|in\s+view|by\s+virtue)\s+of|based\s+(?:up)?on|due\s+to|supported\s+by|characteri[sz]ed\s+by)\s+(?:(?!(?:was|were|is|are|had|has|been|showed|to|who|which|that|but|no|not|never|tested|checked|screen\w*|normal|negative|antibod\w+)\b)[\w'’]+(?:-[\w'’]+)*,?\s+){0,12}(?:[\w'’]+-)?$/i

/** "presented with fever; ANA and RF were ordered", "a work-up with ANA and RF": tests, no results. */
const ORDERED_AFTER =
  /^[^.;]{0,80}\b(?:was|were)\s+(?:also\s+|then\s+)?(?:ordered|requested|sent|obtained|performed|checked|measured|tested|taken|drawn|done)\b/i
const WORK_UP_BEFORE =
  /\b(?:evaluat\w+|work-?up|investigat\w+|screen\w*|test(?:s|ed|ing)?|panel|studies|assess\w+|consist\w+|monitor\w*)\s*$/i

/** "anti-NXP2 dermatomyositis", "systemic sclerosis with anti-Scl-70 antibodies". */
function byNameOfDisease(sentence: string, { span, end }: NamedAntibody): Judgement | null {
  const after = WITH_DISEASE.exec(sentence.slice(span.end))
  if (after)
    return {
      result: 'positive',
      cue: { start: span.end, end: span.end + after[0].length },
      rule: 'named-disease',
    }
  const before = CARRIED_BY.exec(sentence.slice(0, span.start))
  if (!before || /^\s*(?:tests?|testing|assays?|screening|measure|determin)/i.test(sentence.slice(end))) return null
  // "had interstitial lung disease and anti-Scl-70 antibodies", but not "had a work-up with ANA"
  if (/^ha[ds]\b/i.test(before[0]) && !/antib/i.test(sentence.slice(span.start, end))) return null
  if (ORDERED_AFTER.test(sentence.slice(end)) || WORK_UP_BEFORE.test(sentence.slice(0, before.index))) return null
  if (/\b(?:compatible|compared|associated|correlat\w+|deal\w*|patients)\s*$/i.test(sentence.slice(0, before.index)))
    return null
  return {
    result: 'positive',
    cue: { start: before.index, end: before.index + before[0].trimEnd().length },
    rule: 'carried',
  }
}

const ANTIBODIES_TO =
  /(?:[,:;(]\s*(?:and\s+)?|\band\s+)(?:circulating\s+|serum\s+)?(?:auto-?)?antibod(?:y|ies)\s+(?:against|to|directed\s+against)\s+(?:the\s+)?$/i

/** "malar rash, polyarthritis and antibodies against double-stranded DNA and Smith": found, like the rest of the list. */
function listedAmongFindings(sentence: string, { span, end }: NamedAntibody): Judgement | null {
  const match = ANTIBODIES_TO.exec(sentence.slice(0, span.start))
  if (!match || ORDERED_AFTER.test(sentence.slice(end))) return null
  const start = match.index + match[0].search(/(?:auto-?)?antib/i)
  return { result: 'positive', cue: { start, end: span.start }, rule: 'carried' }
}

/** The list behind "with anti-Scl-70 and anti-Ro antibodies". */
function carried(
  sentence: string,
  names: readonly NamedAntibody[],
  index: number,
  verdicts: ReadonlyMap<NamedAntibody, AntibodyVerdict>,
): Judgement | null {
  const previous = names[index - 1]
  const earlier = previous && verdicts.get(previous)
  if (!previous || earlier?.rule !== 'carried') return null
  const gap = sentence.slice(previous.end, names[index]!.span.start)
  return /^[\s,]*(?:and|or)?\s*$/i.test(gap) ? { result: earlier.result, cue: earlier.cue, rule: earlier.rule } : null
}
