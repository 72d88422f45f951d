/** Makes a reading of a document: subjects, cases and mentions worked out once, assertions on demand. */
import type { Document, Span } from '../../corpus/document.ts'
import { assertionOf } from './assertion-of.ts'
import { findMentions } from './find-mentions.ts'
import { TERM_FAMILIES } from './load-terms.ts'
import { localTermsOf } from './local-terms.ts'
import type { Reading, ReadSentence } from './reading.ts'
import { subjectsOf } from './subject.ts'
import type { Mention } from './term.ts'

/** Pure: the same document always gives the same reading. */
export function readingOf(document: Document): Reading {
  const { sentences, cases } = subjectsOf(document)
  const local = localTermsOf(sentences)
  const all = sentences.flatMap((sentence) => findMentions(sentence.text, sentence.span.start, sentence.index, local))
  const byFamily = new Map(TERM_FAMILIES.map((family) => [family, all.filter(({ term }) => term.family === family)]))
  const bySentence = groupBySentence(all)
  return {
    document,
    sentences,
    cases,
    mentions: (family) => byFamily.get(family) ?? [],
    mentionsIn: (sentence, family) =>
      (bySentence.get(sentence.index) ?? []).filter(({ term }) => term.family === family),
    assertionOf: (span, sentence) => assertionOf(sentence.text, relativeTo(sentence, span)),
  }
}

function relativeTo(sentence: ReadSentence, span: Span): Span {
  return { start: span.start - sentence.span.start, end: span.end - sentence.span.start }
}

function groupBySentence(mentions: readonly Mention[]): ReadonlyMap<number, readonly Mention[]> {
  const groups = new Map<number, Mention[]>()
  for (const mention of mentions) {
    const group = groups.get(mention.sentence)
    if (group) group.push(mention)
    else groups.set(mention.sentence, [mention])
  }
  return groups
}
