/** The kinds of facts in the groups and the order in which they are shown. Colours are in style/tokens.css. */
import type { Fact } from '../api/types.ts'

export type FactKind = Fact['kind']

export interface KindGroup {
  readonly kinds: readonly FactKind[]
  readonly one: string
  readonly many: string
}

export const KIND_GROUPS: readonly KindGroup[] = [
  { kinds: ['age', 'sex'], one: 'Person', many: 'Person' },
  { kinds: ['disease'], one: 'Disease', many: 'Diseases' },
  { kinds: ['calcinosis'], one: 'Calcinosis type', many: 'Calcinosis types' },
  { kinds: ['antibody'], one: 'Antibody', many: 'Antibodies' },
  { kinds: ['deposit'], one: 'Deposit', many: 'Deposits' },
  { kinds: ['treatment'], one: 'Treatment', many: 'Treatments' },
  { kinds: ['outcome'], one: 'Outcome', many: 'Outcome' },
  { kinds: ['finding'], one: 'Finding', many: 'Findings' },
  { kinds: ['lab'], one: 'Laboratory', many: 'Laboratory' },
  { kinds: ['claim'], one: 'Statement', many: 'Literature' },
]
