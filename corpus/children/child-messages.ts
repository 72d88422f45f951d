/** What a pool and its children say to each other. */
export type ChildMessage<Answer> =
  /** The request takes longer than most, for a reason: so much more time at least, from now on. */
  | { readonly kind: 'busy'; readonly leastMs: number }
  | { readonly kind: 'answer'; readonly answer: Answer; readonly residentMb: number }
