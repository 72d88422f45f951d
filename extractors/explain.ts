/** Why each fact of a record stands there: the rule, the words that license it, the cues near them, whose sentence it is. */
import type { Document, Span } from '../corpus/document.ts'
import { sentenceAround } from './assemble/evidence.ts'
import type { CaseRecord, Evidence, PatientCase } from './case-record.ts'
import { cuesOn } from './language/assertion-of.ts'
import type { Reading, ReadSentence } from './language/reading.ts'
import { readingOf } from './language/reading-of.ts'

export interface Explanation {
  /** The case's number; 0 for claims. */
  readonly case: number
  /** "antibody anti-topoisomerase I antibody: positive". */
  readonly fact: string
  readonly page: number
  readonly quote: string
  readonly rule: string
  readonly confidence: number
  /** "patient 1", "literature". */
  readonly subject: string
  readonly subjectReason: string
  /** Cues at work on the quote: "negated by \"no evidence of\"". */
  readonly cues: readonly string[]
}

/** One line of reasons for each evidence of each fact, in the order of the record. */
export function explainRecord(document: Document, record: CaseRecord): readonly Explanation[] {
  const reading = readingOf(document)
  const ofCases = record.cases.flatMap((patient) =>
    factsOf(patient).flatMap(({ fact, evidence }) =>
      evidence.map((place) => explain(reading, patient.case, fact, place)),
    ),
  )
  const ofClaims = record.claims.flatMap(({ kind, subject, object, polarity, evidence }) =>
    evidence.map((place) =>
      explain(reading, 0, `claim ${kind}: ${subject.label} – ${object?.label ?? 'nothing named'}, ${polarity}`, place),
    ),
  )
  return [...ofCases, ...ofClaims]
}

/** The explanations as text for a terminal. */
export function explanationText(explanations: readonly Explanation[]): string {
  return explanations
    .map(({ fact, page, quote, rule, confidence, subject, subjectReason, cues, case: patient }) =>
      [
        `${patient === 0 ? 'others' : `case ${patient}`}  ${fact}`,
        `    "${quote}" (page ${page})`,
        `    rule ${rule}, confidence ${confidence}; ${subject} (${subjectReason})${cues.length > 0 ? `; ${cues.join(', ')}` : ''}`,
      ].join('\n'),
    )
    .join('\n')
}

interface Stated {
  readonly fact: string
  readonly evidence: readonly Evidence[]
}

function factsOf(patient: PatientCase): readonly Stated[] {
  const { age, sex, outcome } = patient
  return [
    ...(age ? [{ fact: `age ${age.text}`, evidence: age.evidence }] : []),
    ...(sex ? [{ fact: `sex ${sex.value}`, evidence: sex.evidence }] : []),
    ...patient.diseases.map(({ label, status, evidence }) => ({ fact: `disease ${label}: ${status}`, evidence })),
    ...patient.calcinosisTypes.map(({ label, evidence }) => ({ fact: `calcinosis type ${label}`, evidence })),
    ...patient.antibodies.map(({ label, result, evidence }) => ({ fact: `antibody ${label}: ${result}`, evidence })),
    ...patient.deposits.map(({ site, laterality, max_mm, status, evidence }) => ({
      fact: `deposit ${[laterality, site.label, max_mm === null ? null : `${max_mm} mm`].filter(Boolean).join(' ')}: ${status}`,
      evidence,
    })),
    ...patient.treatments.map(({ label, status, response, evidence }) => ({
      fact: `treatment ${label}: ${status}, ${response}`,
      evidence,
    })),
    ...patient.findings.map(({ label, status, evidence }) => ({ fact: `finding ${label}: ${status}`, evidence })),
    ...patient.labs.map(({ label, value, unit, interpretation, evidence }) => ({
      fact: `lab ${[label, value, unit, interpretation].filter((part) => part !== null).join(' ')}`,
      evidence,
    })),
    ...(outcome ? [{ fact: `outcome ${outcome.value}`, evidence: outcome.evidence }] : []),
  ]
}

function explain(
  reading: Reading,
  patient: number,
  fact: string,
  { page, start, end, text, rule, confidence }: Evidence,
): Explanation {
  const sentence = sentenceAround(reading, start)
  return {
    case: patient,
    fact,
    page,
    quote: text.replace(/\s+/g, ' '),
    rule,
    confidence,
    subject: sentence ? subjectText(sentence) : 'unknown',
    subjectReason: sentence?.subjectReason ?? 'no sentence holds the quote',
    cues: sentence ? cueTexts(sentence, { start, end }) : [],
  }
}

const subjectText = ({ subject }: ReadSentence): string =>
  subject.who === 'patient' ? `patient ${subject.cases.join(', ')}` : subject.who

/** Cues on any word of the quote, each once. */
function cueTexts({ text, span }: ReadSentence, quote: Span): readonly string[] {
  const words = [...text.matchAll(/\S+/g)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((word) => word.start + span.start >= quote.start && word.end + span.start <= quote.end)
  const cues = words
    .flatMap((word) => cuesOn(text, word))
    .map((cue) => `${cue.effect} by "${text.slice(cue.span.start, cue.span.end)}"`)
  return [...new Set(cues)]
}
