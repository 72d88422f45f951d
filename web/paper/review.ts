/** A person's word on a fact, sent to the server, where it outranks every later extraction. */
import { send, sentenceOf } from '../api/client.ts'
import type { Fact } from '../api/types.ts'

export type Verdict = 'accepted' | 'rejected' | 'corrected' | 'withdrawn'
export type Corrections = Readonly<Record<string, string | number | null>>

const SAID: Readonly<Record<Verdict, string>> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  corrected: 'Corrected',
  withdrawn: 'Decision withdrawn',
}

/** What to say about it afterwards. */
export async function decide(paper: string, fact: Fact, verdict: Verdict, corrections: Corrections): Promise<string> {
  try {
    await send('POST', `/papers/${paper}/decisions`, { fact: fact.id, verdict, corrections })
    return `${SAID[verdict]}: ${fact.label}.`
  } catch (error) {
    return `Not saved: ${sentenceOf(error)}`
  }
}
