/** A place tied to what is said to be there. */
import type { Chain } from './chain.ts'
import type { Head } from './head.ts'
import { isShaft, type Place } from './place.ts'

export interface Attached {
  readonly chain: Chain
  readonly head: Head
  /** Whether the tie goes over a look ("X-ray of the hands showed calcinosis") and yields to places named outright. */
  readonly viewed: boolean
}

/** Tissues and shafts say in what, not where: "along the proximal ulna" on a film of the elbow. */
export const isVague = ({ term }: Place): boolean => term.kind === 'tissue' || isShaft(term.key)

/** Heads that are, or in a patient with calcinosis may be, a deposit. */
export const isDeposit = ({ kind }: Head): boolean => kind === 'calcification' || kind === 'mass'
