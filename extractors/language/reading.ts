/**
 * A reading: the document with everything the extractors share (subjects, mentions, assertions), worked out once.
 * Extractors are pure functions of a reading; they do no I/O and keep no state.
 */
import type { Document, Sentence, Span } from '../../corpus/document.ts'
import type { Assertion } from './assertion.ts'
import type { Mention, TermFamily } from './term.ts'

/** Whose facts a sentence states. */
export type Subject =
  /** Case numbers (1..n) of this paper's patients; several for "both patients", "all four". */
  | { readonly who: 'patient'; readonly cases: readonly number[] }
  /** Other authors' patients, cohorts, textbook knowledge; `cites` are reference marks as printed. */
  | { readonly who: 'literature'; readonly cites: readonly string[] }
  /** A relative, a donor, a joke, a hypothetical patient, the neighbouring article. */
  | { readonly who: 'other' }
  /** Addresses, funding, ethics, references, running heads: nobody. */
  | { readonly who: 'nobody' }

export interface ReadSentence extends Sentence {
  readonly index: number
  readonly text: string
  readonly subject: Subject
  /** Why this subject was chosen, for `extract --explain`. */
  readonly subjectReason: string
  /**
   * Only for a cell of a patient table, which is read as a sentence of its case: the column's or row's heading,
   * e.g. `Anti-Scl-70` over a cell `+`. The sentence's span covers the cell alone.
   */
  readonly header?: CellHeader
}

/** The heading that gives a table cell its meaning. */
export interface CellHeader {
  readonly text: string
  readonly span: Span
  /** Mentions inside the heading, e.g. the antibody of a column. */
  readonly mentions: readonly Mention[]
}

export interface CaseOutline {
  readonly number: number
  readonly label: string | null
}

export interface Reading {
  readonly document: Document
  readonly sentences: readonly ReadSentence[]
  readonly cases: readonly CaseOutline[]
  /** How many patients the authors say they report ("we describe four patients"), where they say it. */
  readonly announcedCases: number | null
  /** All mentions of a family in text order. */
  mentions(family: TermFamily): readonly Mention[]
  mentionsIn(sentence: ReadSentence, family: TermFamily): readonly Mention[]
  /** Assertion of a span (offsets into the document) inside one sentence. */
  assertionOf(span: Span, sentence: ReadSentence): Assertion
}
