/** The kinds of facts: their names, their order in the panel. Colours are in style/tokens.css. */
import type { Fact } from '../api/types.ts'

export type FactKind = Fact['kind']

export const KIND_NAMES: Readonly<Record<FactKind, { readonly one: string; readonly many: string }>> = {
  age: { one: 'Age', many: 'Age' },
  sex: { one: 'Sex', many: 'Sex' },
  disease: { one: 'Disease', many: 'Diseases' },
  calcinosis: { one: 'Calcinosis type', many: 'Calcinosis type' },
  antibody: { one: 'Antibody', many: 'Antibodies' },
  deposit: { one: 'Deposit', many: 'Deposits' },
  treatment: { one: 'Treatment', many: 'Treatments' },
  outcome: { one: 'Outcome', many: 'Outcome' },
  finding: { one: 'Finding', many: 'Findings' },
  lab: { one: 'Laboratory', many: 'Laboratory' },
  claim: { one: 'Literature', many: 'Literature' },
}

export const KIND_ORDER: readonly FactKind[] = [
  'age',
  'sex',
  'disease',
  'calcinosis',
  'antibody',
  'deposit',
  'treatment',
  'outcome',
  'finding',
  'lab',
  'claim',
]
