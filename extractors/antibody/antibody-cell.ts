/** Antibodies in a patient table: a column per antibody with +, - or a titre, or one column that lists those found. */
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Mention } from '../language/term.ts'
import { namedAntibodies } from './antibody-mention.ts'
import { type AntibodyStatement, antibodyStatements } from './antibody-statements.ts'
import { measuredValues, titres } from './measured-value.ts'
import type { Result } from './result-cues.ts'

const NOT_TESTED =
  /^\W*(?:n\.?\s?[tdarp]\.?|n\/[ad]|not\s+\w+|unknown|unk|nr|\?|none\s+reported|pending|missing|…|\.{2,})\W*$/i
const POSITIVE = /^\W*(?:\+{1,4}|pos(?:itive)?\b|yes\b|present\b|\(\+\))/i
const NEGATIVE = /^\W*(?:neg(?:ative)?\b|no\b|absent\b|none\b|normal\b)/i
const DASH = /^\s*\(?[-−–—]\)?\s*$/

/** What a cell says, with the heading naming the antibody or the cell itself. */
export function antibodyCell(reading: Reading, sentence: ReadSentence): readonly AntibodyStatement[] {
  const heading = (sentence.header?.mentions ?? []).filter(({ term }) => term.family === 'antibody')
  const own = reading.mentionsIn(sentence, 'antibody')
  // "1:640, centromere pattern" under "ANA" names no antibody of its own
  if (namedAntibodies(sentence.text, own, sentence.span.start).length > 0) return listedInCell(reading, sentence)
  if (heading.length > 1) return pairedSigns(heading, sentence)
  const [mention] = heading
  if (heading.length !== 1 || !mention) return []
  const result = resultOf(reading, sentence)
  if (!result) return []
  const titre = titres(sentence.text)[0]
  const value = measuredValues(sentence.text)[0]
  const whole = { start: 0, end: sentence.text.length }
  return [
    {
      term: mention.term,
      result,
      titre: titre?.text ?? null,
      value: value?.value ?? null,
      unit: value?.unit ?? null,
      pattern: reading.mentionsIn(sentence, 'pattern')[0]?.term.label ?? null,
      span: whole,
      holds: [whole],
      rule: 'antibody/cell',
    },
  ]
}

/** "- +" under two headings whose columns ran together: the signs go with the names in order, if there are as many. */
function pairedSigns(heading: readonly Mention[], { text }: ReadSentence): readonly AntibodyStatement[] {
  const signs = [...text.matchAll(/[+\-−–]|\b(?:pos(?:itive)?|neg(?:ative)?|n\.?t\.?|nd)\b/gi)]
  if (signs.length !== heading.length || !/[+]|pos/i.test(text)) return []
  return signs.flatMap((sign, at): readonly AntibodyStatement[] => {
    const term = heading[at]?.term
    if (!term || /^n\.?[td]/i.test(sign[0])) return []
    const span = { start: sign.index, end: sign.index + sign[0].length }
    const result = /^(?:\+|pos)/i.test(sign[0]) ? 'positive' : 'negative'
    return [
      {
        term,
        result,
        titre: null,
        value: null,
        unit: null,
        pattern: null,
        span,
        holds: [span],
        rule: 'antibody/cell-pair',
      },
    ]
  })
}

/** "ANA+, ACA-" is read as prose; a bare list under "Autoantibodies" names those that were found. */
function listedInCell(reading: Reading, sentence: ReadSentence): readonly AntibodyStatement[] {
  const own = reading.mentionsIn(sentence, 'antibody')
  const offset = sentence.span.start
  const said = antibodyStatements(sentence.text, own, reading.mentionsIn(sentence, 'pattern'), offset)
  if (!/antibod|serolog|immunolog|positive/i.test(sentence.header?.text ?? '')) return said
  if (/neg|not\s|[-−–](?:\s*[,;)]|\s*$)|n\.?t\.?\b/i.test(sentence.text)) return said
  const listed = namedAntibodies(sentence.text, own, offset)
    .filter(({ span }) => !said.some((statement) => statement.span.start === span.start))
    .map(
      ({ term, span }): AntibodyStatement => ({
        term,
        result: 'positive',
        titre: null,
        value: null,
        unit: null,
        pattern: null,
        span,
        holds: [span],
        rule: 'antibody/cell-list',
      }),
    )
  return [...said, ...listed]
}

function resultOf(reading: Reading, sentence: ReadSentence): Result | null {
  const { text } = sentence
  if (NOT_TESTED.test(text)) return null
  // a bracketed plus beside plain ones is a borderline result
  if (/^\s*\(\+\)\s*$/.test(text) && gridHasSigns(reading, sentence)) return 'equivocal'
  if (POSITIVE.test(text)) return 'positive'
  if (NEGATIVE.test(text)) return 'negative'
  // a dash is a result only where the grid uses + as well
  if (DASH.test(text)) return gridHasSigns(reading, sentence) ? 'negative' : null
  // "12 IU/mL (negative)"
  const word = /\b(?:positive|negative|pos\.?|neg\.?)(?!\s*[<>≤≥\d])/i.exec(text)?.[0]
  if (word) return /^pos/i.test(word) ? 'positive' : 'negative'
  const titre = titres(text)[0]
  if (titre) return titre.below ? 'negative' : 'positive'
  return measuredValues(text)[0]?.result ?? null
}

const gridHasSigns = (reading: Reading, { block }: ReadSentence): boolean =>
  reading.sentences.some((other) => other.block === block && other.header && /^\s*\+/.test(other.text))
