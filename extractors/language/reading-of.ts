/** Makes a reading of a document: subjects, cases and mentions worked out once, assertions on demand. */
import type { Document, Span } from '../../corpus/document.ts'
import type { Assertion } from './assertion.ts'
import { assertionInReport, cuesOn } from './assertion-of.ts'
import { findMentions } from './find-mentions.ts'
import { TERM_FAMILIES } from './load-terms.ts'
import { localTermsOf } from './local-terms.ts'
import type { CaseOutline, Reading, ReadSentence } from './reading.ts'
import { subjectsOf } from './subject.ts'
import type { Mention } from './term.ts'

/** Pure: the same document always gives the same reading. */
export function readingOf(document: Document): Reading {
  const { sentences, cases, announcedCases } = subjectsOf(document)
  const local = localTermsOf(sentences)
  const all = sentences.flatMap((sentence) => findMentions(sentence.text, sentence.span.start, sentence.index, local))
  const byFamily = new Map(TERM_FAMILIES.map((family) => [family, all.filter(({ term }) => term.family === family)]))
  const bySentence = groupBySentence(all)
  return {
    document,
    sentences,
    cases,
    announcedCases,
    mentions: (family) => byFamily.get(family) ?? [],
    mentionsIn: (sentence, family) =>
      (bySentence.get(sentence.index) ?? []).filter(({ term }) => term.family === family),
    assertionOf: (span, sentence) => assertionIn(cases, sentence, relativeTo(sentence, span)),
  }
}

/** In a paper on a mother and her daughter "the mother" is a patient, and a relative only in the daughter's story. */
function assertionIn(cases: readonly CaseOutline[], sentence: ReadSentence, span: Span): Assertion {
  const assertion = assertionInReport(sentence.text, span)
  if (assertion.experiencer === 'patient' || sentence.subject.who !== 'patient') return assertion
  const told = sentence.subject.cases
  const names = cases.filter(({ number }) => told.includes(number)).map(({ label }) => (label ?? '').toLowerCase())
  const kin = cuesOn(sentence.text, span).filter(({ effect }) => effect === 'other')
  const isPatient = kin.every(({ span }) => {
    const word = sentence.text.slice(span.start, span.end).toLowerCase()
    return names.some((name) => name.split(' ').includes(word))
  })
  return isPatient ? { ...assertion, experiencer: 'patient' } : assertion
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
