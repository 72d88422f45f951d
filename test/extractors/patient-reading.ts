/** Readings for extractor tests: every sentence is about the one patient, so that a case tests the extractor alone. */
import { documentOfText } from '../../corpus/read/read-text.ts'
import type { Reading } from '../../extractors/language/reading.ts'
import { readingOf } from '../../extractors/language/reading-of.ts'

export function patientReading(text: string): Reading {
  const reading = readingOf(documentOfText(`CASE REPORT\n\n${text}\n`))
  const sentences = reading.sentences.map((sentence) => ({
    ...sentence,
    subject: { who: 'patient', cases: [1] } as const,
    subjectReason: 'test',
  }))
  return { ...reading, sentences, cases: [{ number: 1, label: null }] }
}
