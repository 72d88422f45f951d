/**
 * Treatments: what the patient was given, offered or spared, and how it went. A response belongs to the treatments of
 * its clause, to those it names ("refractory to"), or, in the next sentences, to those just told.
 */
import type { AnyFinding, Extractor, Ground } from '../extractor.ts'
import { isA, termOf } from '../language/load-terms.ts'
import type { Reading } from '../language/reading.ts'
import type { Term } from '../language/term.ts'
import { type LinkedResponse, linkedResponses } from './link.ts'
import { type Treated, treatedIn } from './treated.ts'
import { tableResponse } from './treatment-table.ts'
import { verdictOf } from './verdict.ts'

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
  const all = treated.flat()
  const linked = linkedResponses(reading, sentences, treated)
  const ofTable = tableResponse(reading, sentences)
  return withoutGeneric(all).map((one) => {
    const same = all.filter(
      ({ mention }) =>
        conceptOf(mention.term) === conceptOf(one.mention.term) || isGenericOf(mention.term, one.mention.term, all),
    )
    const verdict =
      verdictOf(same.flatMap((other) => linked.get(other) ?? [])) ?? (one.sentence.header ? ofTable : undefined)
    return findingOf(patient, one, verdict)
  })
}

/** Sodium thiosulfate given topically is sodium thiosulfate; the route has its own field. */
export const conceptOf = (term: Term): Term =>
  term.kind === 'drug-route' && term.parents[0] ? termOf('treatment', term.parents[0]) : term

const wasGiven = ({ status }: Treated): boolean => status === 'given' || status === 'stopped'

/** "surgery" beside "excision", "steroids" beside "prednisone" of another sentence: one treatment by its wider name. */
function withoutGeneric(all: readonly Treated[]): readonly Treated[] {
  const given = all.filter(wasGiven)
  return all.filter((one) => {
    const { term } = one.mention
    const narrower = given.filter(({ mention }) => mention.term !== term && isA(mention.term, term.key))
    if (narrower.length === 0 || !wasGiven(one) || term.kind === 'drug') return true
    return term.kind === 'drug-class' && narrower.some(({ sentence }) => sentence === one.sentence)
  })
}

/** The wide name stands for the only narrow one: what "surgery" did, the excision did. */
function isGenericOf(wide: Term, narrow: Term, all: readonly Treated[]): boolean {
  if (wide === narrow || wide.kind !== 'procedure' || !isA(narrow, wide.key)) return false
  const narrower = new Set(
    all
      .filter(({ mention }) => mention.term !== wide && isA(mention.term, wide.key))
      .map(({ mention }) => mention.term),
  )
  return narrower.size === 1
}

function findingOf(patient: number, one: Treated, response: LinkedResponse | undefined): AnyFinding {
  const { mention, sentence } = one
  const ground: Ground = { span: sentence.span, holds: [mention.span], rule: `treatment/${one.status}` }
  const concept = conceptOf(mention.term)
  return {
    kind: 'treatment',
    case: patient,
    value: {
      id: concept.id,
      label: concept.label,
      text: one.text,
      class: one.class,
      target: one.target,
      status: one.status,
      dose: one.dose,
      route: one.route,
      response: wasGiven(one) ? (response?.value ?? 'unknown') : 'unknown',
    },
    grounds: response && wasGiven(one) ? [ground, groundOf(response)] : [ground],
  }
}

function groundOf({ event, sentence, value }: LinkedResponse): Ground {
  const { start } = sentence.span
  return {
    span: sentence.span,
    holds: [{ start: event.start + start, end: event.end + start }],
    rule: `treatment/response-${value}`,
  }
}
