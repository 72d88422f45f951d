/** The result column of a patient table: "Result: no change" beside "Treatment: diltiazem". */
import type { Response } from '../case-record.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { LinkedResponse } from './link.ts'
import { responsesIn } from './response.ts'

const RESULT = /\b(?:results?|responses?|outcomes?|effects?|evolution|course|follow-?up|recurrences?|relapse)\b/i
const RECURRENCE = /recurr|relapse/i
const YES = /^\W*(?:\+|yes|present)\b/i
const NO = /^\W*(?:[-–−]|no|none|absent)\W*$/i

/** What the table says came of the treatment; undefined where it has no such column. */
export function tableResponse(reading: Reading, sentences: readonly ReadSentence[]): LinkedResponse | undefined {
  return sentences.flatMap((sentence): readonly LinkedResponse[] => {
    const heading = sentence.header?.text ?? ''
    if (!RESULT.test(heading)) return []
    const { text, span } = sentence
    if (RECURRENCE.test(heading) && (YES.test(text) || NO.test(text)))
      return [responseOf(sentence, NO.test(text) ? 'resolved' : 'recurred')]
    const [event] = responsesIn(text, (part) =>
      reading.assertionOf({ start: part.start + span.start, end: part.end + span.start }, sentence),
    )
    return event ? [{ value: event.value, event, sentence, direct: true }] : []
  })[0]
}

function responseOf(sentence: ReadSentence, value: Response): LinkedResponse {
  return {
    value,
    event: { start: 0, end: sentence.text.length, text: sentence.text, value, about: 'calcinosis' },
    sentence,
    direct: true,
  }
}
