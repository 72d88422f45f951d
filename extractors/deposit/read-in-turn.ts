/** The sentences of a patient, read one after the other. */
import type { Reading, ReadSentence } from '../language/reading.ts'
import type { Talk } from './reference.ts'
import { depositsIn, type SentenceDeposits } from './sentence-deposits.ts'

/** What one sentence of a patient says. */
export interface Read extends SentenceDeposits {
  readonly sentence: ReadSentence
}

/** How many sentences on "they" and "the largest" still mean what was spoken of. */
const TALK_REACH = 2

/** Reads the sentences one after the other, each knowing what the one before spoke of. */
export function readInTurn(reading: Reading, sentences: readonly ReadSentence[]): readonly Read[] {
  let talk: { readonly of: Talk | null; readonly at: number } | null = null
  return sentences.map((sentence): Read => {
    const found = depositsIn(reading, sentence, heard(talk, sentence))
    if (found.talk !== undefined) talk = { of: found.talk, at: sentence.index }
    return { sentence, ...found }
  })
}

function heard(talk: { readonly of: Talk | null; readonly at: number } | null, { index }: ReadSentence): Talk | null {
  if (!talk?.of || index - talk.at > TALK_REACH) return null
  return { ...talk.of, isLast: index - talk.at === 1 }
}
