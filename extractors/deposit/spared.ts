/** Places that a sentence spares although it does not name calcium itself: "The face and the trunk were spared." */
import type { Reading, ReadSentence } from '../language/reading.ts'
import { placesIn } from './place.ts'
import { isSpared } from './presence.ts'
import { type DepositMention, type SentenceDeposits, shift } from './sentence-deposits.ts'

type Read = SentenceDeposits & { readonly sentence: ReadSentence }

const TRIGGER =
  /\b(?:spar(?:ed|ing)|(?:not|never) (?:been )?(?:affected|involved)|unaffected|uninvolved|nothing|free)\b/i

/** `earlier` are the sentences just before; one of them has to place a deposit. */
export function sparedIn(
  reading: Reading,
  current: Read | undefined,
  earlier: readonly Read[],
): readonly DepositMention[] {
  if (!current || current.calcium || !TRIGGER.test(current.sentence.text)) return []
  const context = earlier.some(({ mentions }) => mentions.some(({ presence }) => presence === 'present'))
  if (!context) return []
  const { sentence } = current
  return placesIn(sentence.text, reading.mentionsIn(sentence, 'site'), sentence.span.start)
    .filter((place) => isSpared(sentence.text, place))
    .map((place) => ({
      sentence,
      term: place.term,
      text: place.text,
      laterality: place.laterality,
      presence: 'absent',
      calcium: true,
      form: null,
      modality: null,
      count: null,
      lump: '',
      sizes: [],
      rule: 'deposit/spared',
      holds: [shift(place, sentence.span.start)],
    }))
}
