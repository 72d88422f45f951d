/** Claims: what the paper says about other patients, cohorts or the literature. They are kept as such, never as facts of a case. */
import type { Span } from '../../corpus/document.ts'
import type { Claim, Concept } from '../case-record.ts'
import type { AnyFinding, Extractor, Finding } from '../extractor.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Mention } from '../language/term.ts'
import { claimCue } from './claim-cues.ts'

export const claim: Extractor<'claim'> = {
  id: 'claim',
  version: 1,
  produces: ['claim'],
  extract: (reading) => reading.sentences.flatMap((sentence) => claimsIn(reading, sentence)),
}

/** Longer "sentences" are tables or lists that the reader could not take apart. */
const MAX_SENTENCE_CHARS = 700

function claimsIn(reading: Reading, sentence: ReadSentence): readonly AnyFinding[] {
  if (sentence.subject.who !== 'literature' || sentence.header || sentence.text.length > MAX_SENTENCE_CHARS) return []
  const found = {
    treatments: reading.mentionsIn(sentence, 'treatment'),
    antibodies: reading.mentionsIn(sentence, 'antibody'),
    diseases: reading.mentionsIn(sentence, 'disease'),
    calcinosis: reading.mentionsIn(sentence, 'calcinosis'),
    sites: reading.mentionsIn(sentence, 'site'),
  }
  return [
    ...treatmentEffects(reading, sentence, found),
    ...associations(reading, sentence, found),
    ...prevalences(reading, sentence, found),
  ]
}

type Found = Readonly<Record<'treatments' | 'antibodies' | 'diseases' | 'calcinosis' | 'sites', readonly Mention[]>>

/** "Many drugs have been tried such as diltiazem (12) and warfarin (13) with no convincing results." */
function treatmentEffects(reading: Reading, sentence: ReadSentence, found: Found): readonly AnyFinding[] {
  const cue = claimCue('effect', sentence.text, sentence.span.start)
  if (!cue) return []
  const failure = claimCue('failure', sentence.text, sentence.span.start)
  return distinct(found.treatments).map((treatment) =>
    finding(
      reading,
      sentence,
      'treatment-effect',
      treatment,
      found.calcinosis[0] ?? null,
      failure ?? cue,
      failure !== null,
    ),
  )
}

/** "The positivity of anti-Scl-70 antibodies was found in some cases with large calcific deposits (3, 4)." */
function associations(reading: Reading, sentence: ReadSentence, found: Found): readonly AnyFinding[] {
  const cue = claimCue('association', sentence.text, sentence.span.start)
  if (!cue) return []
  const [deposit] = found.calcinosis
  const withDeposit = deposit
    ? [...distinct(found.antibodies), ...distinct(found.diseases)].map((one) =>
        finding(reading, sentence, 'association', one, deposit, cue, false),
      )
    : []
  const [disease] = found.diseases
  if (deposit || !disease) return withDeposit
  return distinct(found.antibodies).map((one) => finding(reading, sentence, 'association', one, disease, cue, false))
}

/** "Calcinosis most often involves the hands (85% of cases)." */
function prevalences(reading: Reading, sentence: ReadSentence, found: Found): readonly AnyFinding[] {
  const cue = claimCue('prevalence', sentence.text, sentence.span.start)
  const [deposit] = found.calcinosis
  if (!cue || !deposit) return []
  const others = [...distinct(found.sites), ...distinct(found.diseases)]
  return others.map((other) => finding(reading, sentence, 'prevalence', deposit, other, cue, false))
}

/** One mention per term. */
function distinct(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.filter((mention, index) => mentions.findIndex(({ term }) => term.key === mention.term.key) === index)
}

const conceptOf = ({ term }: Mention): Concept => ({ id: term.id, label: term.label })

function finding(
  reading: Reading,
  sentence: ReadSentence,
  kind: Claim['kind'],
  subject: Mention,
  object: Mention | null,
  cue: Span,
  failed: boolean,
): Finding<'claim'> & { readonly kind: 'claim' } {
  const { polarity } = reading.assertionOf(subject.span, sentence)
  const cites = sentence.subject.who === 'literature' ? sentence.subject.cites : []
  return {
    kind: 'claim',
    case: 0,
    value: {
      kind,
      subject: conceptOf(subject),
      object: object ? conceptOf(object) : null,
      polarity:
        failed || polarity === 'negated'
          ? 'negated'
          : tentative(sentence.text) || polarity === 'possible'
            ? 'possible'
            : 'affirmed',
      cites,
    },
    grounds: [
      { span: sentence.span, holds: [subject.span, ...(object ? [object.span] : []), cue], rule: `claim/${kind}` },
    ],
  }
}

/** "may", "might": the authors themselves leave it open. */
const tentative = (text: string): boolean =>
  /\b(?:may|might|could|possibl[ey]|perhaps|seems?|appears? to|suggest\w*)\b/i.test(text)
