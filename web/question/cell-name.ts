import type { AnswerCard } from '../api/types.ts'
import { predicateWords } from './predicate-words.ts'

export type CellName = 'a' | 'b' | 'c' | 'd'

/** A cell in words. */
export function cellName(card: AnswerCard, cell: CellName): string {
  const exposed = cell === 'a' || cell === 'b'
  const having = cell === 'a' || cell === 'c'
  return `${exposed ? '' : 'not '}${predicateWords(card.exposure.text)}; ${having ? '' : 'not '}${predicateWords(card.outcome.text)}`
}
