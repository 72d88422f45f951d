/** Whose facts each sentence states, and which patients the paper has. */
import type { Document, SectionKind } from '../../corpus/document.ts'
import type { CaseOutline, ReadSentence, Subject } from './reading.ts'

const NOBODY: ReadonlySet<SectionKind> = new Set(['references', 'back', 'furniture'])
const LITERATURE: ReadonlySet<SectionKind> = new Set(['introduction'])

export function subjectsOf(document: Document): {
  readonly sentences: readonly ReadSentence[]
  readonly cases: readonly CaseOutline[]
} {
  const sentences = document.sentences.map((sentence, index): ReadSentence => {
    const [subject, subjectReason] = subjectOf(sentence.section)
    return {
      ...sentence,
      index,
      text: document.text.slice(sentence.span.start, sentence.span.end),
      subject,
      subjectReason,
    }
  })
  return { sentences, cases: [{ number: 1, label: null }] }
}

function subjectOf(section: SectionKind): readonly [Subject, string] {
  if (NOBODY.has(section)) return [{ who: 'nobody' }, `section ${section}`]
  if (section === 'neighbour') return [{ who: 'other' }, 'another article on the page']
  if (LITERATURE.has(section)) return [{ who: 'literature', cites: [] }, `section ${section}`]
  return [{ who: 'patient', cases: [1] }, `section ${section}`]
}
