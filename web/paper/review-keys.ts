/** One key for each step of a review, while nothing is being typed. */
import { useEffect, useRef } from 'preact/hooks'
import type { Fact } from '../api/types.ts'
import type { Chosen } from './paper-view.tsx'
import type { Verdict } from './review.ts'

export interface ReviewKeys {
  readonly facts: readonly Fact[]
  readonly chosen: Chosen | null
  choose(fact: string, evidence?: number): void
  review(fact: Fact, verdict: Verdict): void
  correct(fact: string): void
  /** True while a correction is open: its fields own the keys. */
  readonly isBusy: boolean
}

export const KEYS = [
  { key: 'j', does: 'Next fact' },
  { key: 'k', does: 'Previous fact' },
  { key: 'e', does: 'Next place of the same fact' },
  { key: 'a', does: 'Accept' },
  { key: 'r', does: 'Reject' },
  { key: 'c', does: 'Correct' },
  { key: 'u', does: 'Withdraw the decision' },
] as const

export function useReviewKeys(keys: ReviewKeys): void {
  // the listener reads what was drawn last, so that no key falls between two drawings
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (latest.current.isBusy || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (step(event.key, latest.current)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function step(key: string, keys: ReviewKeys): boolean {
  const at = keys.facts.findIndex(({ id }) => id === keys.chosen?.fact)
  const fact = keys.facts[at]
  if (key === 'j' || key === 'k') return move(at, key === 'j' ? 1 : -1, keys)
  if (!fact) return false
  if (key === 'a') keys.review(fact, 'accepted')
  else if (key === 'r') keys.review(fact, 'rejected')
  else if (key === 'u') keys.review(fact, 'withdrawn')
  else if (key === 'c') keys.correct(fact.id)
  else if (key === 'e') keys.choose(fact.id, ((keys.chosen?.evidence ?? 0) + 1) % fact.evidence.length)
  else return false
  return true
}

function move(at: number, by: 1 | -1, keys: ReviewKeys): boolean {
  const next = keys.facts[at < 0 && by < 0 ? keys.facts.length - 1 : at + by]
  if (next) keys.choose(next.id)
  return true
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName))
  )
}
