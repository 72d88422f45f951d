/** Mentions that name an antibody, not the antigen alone, with the words that belong to the name. */
import type { Span } from '../../corpus/document.ts'
import type { Mention, Term } from '../language/term.ts'

/** An antibody named in a sentence; `end` takes in "antibodies", "IgG", "titre" and a repeated short form "(ANA)". */
export interface NamedAntibody {
  readonly term: Term
  /** The name alone, into the sentence. */
  readonly span: Span
  readonly end: number
}

const TAIL =
  /^(?:[\s-]*(?:\(\s*(?:Ig[GMA](?:\s*(?:,|and|\/|&)\s*Ig[GMA])*|[A-Z][A-Za-z0-9-]{1,7}s?|anti[- ][\w-]+)\s*\)|(?:and\s+|\/)?Ig[GMA]\b|antibod(?:y|ies)|auto-?antibod(?:y|ies)|Abs?\b|serolog(?:y|ies)|serum\b|tests?\b|testing|assays?\b|screen(?:ing)?(?:\s+tests?)?|panels?|profiles?|antigens?\b|factors?\b|proteins?\b|kDa\b|kD\b|reactivity\b(?!\s+(?:to|for))|status\b|isotypes?\b|results?\b|\((?:by\s+)?(?:ELISA|IIF|IFA|immunoblot|HEp-?2(?:\s+cells?)?)\)))*/i

/** Short forms that mean the antibody without "anti". */
const NAMES_ANTIBODY =
  /anti|antib|factor|coagulant|latex|\bab\b|^(?:F?ANAs?|ANF|ENAs?|ACAs?|ATA|ARA|AFA|AHA|RF|RhF|ACPAs?|aCCP|ACCP|[pc]?-?ANCAs?|ANCA-[pc]|(?:PR3|MPO)[- ]ANCA|aPLs?|APLA|aCL|ACLA|LAC|LA test|AMAs?|AMA-M2|ASMA|TPOAb|TgAb|MSAs?|MAAs?|RF[- ]Ig\w|Ig\w[- ]RF|aβ2GPI|aCL Ig[GM]|lupus inhibitor|myositis.*)$/i
/** Antigens that nobody names but for their antibody: "Scl-70 negative" on a slide. */
const KNOWN_ANTIGEN = /\d|Scl|RNP|RNA\s*pol|DNA|SS-?[AB]|CENP|HMGCR|SRP|SAE|citrullin/i
/** Other bare antigens count where the sentence speaks of antibodies at all. */
const SPEAKS_OF_ANTIBODIES =
  /anti[-‐‑–\s]?\w|antib|serolog|immunolog|\bANA\b|\bENA\b|\bRF\b|\bACA\b|blot\b|immunoassay|dsDNA|autoimmun|Scl-?70|SS-?A\b|RNP\b|centromere|topoisomerase|\bser(?:um|a)\b/i

/** The antibodies a sentence names, in text order; `offset` is where the sentence begins in the document. */
export function namedAntibodies(
  sentence: string,
  mentions: readonly Mention[],
  offset: number,
): readonly NamedAntibody[] {
  const named: NamedAntibody[] = []
  for (const mention of mentions) {
    const span = { start: mention.span.start - offset, end: mention.span.end - offset }
    if (!namesAntibody(sentence, span)) continue
    const end = span.end + (TAIL.exec(sentence.slice(span.end))?.[0].length ?? 0)
    const last = named.at(-1)
    if (last && last.term.key === mention.term.key && span.start <= last.end + 2) {
      named[named.length - 1] = { ...last, end: Math.max(last.end, end) }
      continue
    }
    // "anti-Ro (SSA)": the short form inside the first name's tail is the same test or a broader name for it
    if (last && span.start < last.end) continue
    named.push({ term: mention.term, span, end })
  }
  return named
}

/** "in contrast to anticentromere-positive patients": others. */
const OF_PATIENTS =
  /^[\s-]*(?:(?:auto-?)?antibod(?:y|ies)[\s-]*)?(?:sero-?)?(?:positive|negative)\s+(?:[\w-]+\s+){0,2}(?:patients|individuals|subjects|cases|people|women|men|children)\b/i

function namesAntibody(sentence: string, span: Span): boolean {
  const text = sentence.slice(span.start, span.end)
  // "centromere pattern" is a pattern of fluorescence
  // nor is the syndrome named after it a test: "antiphospholipid (antibody) syndrome"
  if (/^(?:[\s-]*antibod(?:y|ies))?[\s-]*syndromes?\b/i.test(sentence.slice(span.end))) return false
  if (/^[\s-]*(?:pattern|staining|type|fluorescence|protein\s+gene|gene|inhibitor)/i.test(sentence.slice(span.end)))
    return false
  // "positive in the ENA blot": how it was tested
  if (
    /^[\s-]*(?:immuno)?(?:blot|profile|panel|kit|line)/i.test(sentence.slice(span.end)) &&
    /\b(?:in|on|by|with|using|via)\s+(?:the\s+|an?\s+)?$/i.test(sentence.slice(0, span.start))
  )
    return false
  if (isPatternInBracket(sentence, span) || OF_PATIENTS.test(sentence.slice(span.end))) return false
  if (NAMES_ANTIBODY.test(text)) return true
  return KNOWN_ANTIGEN.test(text) || SPEAKS_OF_ANTIBODIES.test(sentence.replace(text, ''))
}

/** "ANA 1:2560 (centromere)": how the nuclei shone, not a second test. */
export function isPatternInBracket(sentence: string, { start, end }: Span): boolean {
  return (
    /^centromer(?:e|ic)$/i.test(sentence.slice(start, end)) &&
    /(?:\bANA\b|antinuclear)[^;.]{0,40}[(,]\s*$/i.test(sentence.slice(0, start)) &&
    /^\s*[);,]/.test(sentence.slice(end))
  )
}
