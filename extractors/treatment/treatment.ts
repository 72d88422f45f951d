/**
 * Treatments: what the patient was given, offered or spared, and how it went. A response belongs to the treatments of
 * its clause, to those it names ("refractory to"), or, in the next sentences, to those just told.
 */
import type { Span } from '../../corpus/document.ts'
import type { Response } from '../case-record.ts'
import type { AnyFinding, Extractor, Ground } from '../extractor.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { responsesByTreatment } from './link.ts'
import { type Treated, treatedIn } from './treated.ts'

export const treatment: Extractor<'treatment'> = {
  id: 'treatment',
  version: 1,
  produces: ['treatment'],
  extract: (reading) => reading.cases.flatMap(({ number }) => treatmentsOfCase(reading, number)),
}

function treatmentsOfCase(reading: Reading, patient: number): readonly AnyFinding[] {
  const sentences = reading.sentences.filter(
    ({ subject }) => subject.who === 'patient' && subject.cases.includes(patient),
  )
  const treated = sentences.map((sentence) => treatedIn(reading, sentence))
  const responses = responsesByTreatment(reading, sentences, treated)
  return treated.flat().map((one) => findingOf(patient, one, responses.get(one)))
}

export interface LinkedResponse {
  readonly value: Response
  /** Document offsets of the words that say it, and their sentence. */
  readonly span: Span
  readonly sentence: ReadSentence
}

function findingOf(patient: number, one: Treated, response: LinkedResponse | undefined): AnyFinding {
  const { mention, sentence } = one
  const ground: Ground = { span: sentence.span, holds: [mention.span], rule: `treatment/${one.status}` }
  return {
    kind: 'treatment',
    case: patient,
    value: {
      id: mention.term.id,
      label: mention.term.label,
      text: mention.text,
      class: one.class,
      target: one.target,
      status: one.status,
      dose: one.dose,
      route: one.route,
      response: response?.value ?? 'unknown',
    },
    grounds: response
      ? [ground, { span: response.sentence.span, holds: [response.span], rule: `treatment/response-${response.value}` }]
      : [ground],
  }
}
