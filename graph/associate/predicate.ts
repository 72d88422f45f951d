/**
 * What can be asked about a patient. A predicate is true, false or unknown of each patient; unknown puts them in no cell.
 * Conditions joined by `&` on one kind of fact mean one and the same fact: "treatment = diltiazem & response = improved"
 * asks for an improvement under diltiazem, not for diltiazem and some improvement.
 */
import type { ConceptFamily } from '../concepts.ts'

/** The kinds of fact a condition may be about. */
export type FactKind =
  | 'antibody'
  | 'deposit'
  | 'treatment'
  | 'disease'
  | 'calcinosis'
  | 'finding'
  | 'lab'
  | 'outcome'
  | 'patient'
  | 'paper'

export type Operator = '=' | '!=' | '>=' | '<=' | '>' | '<'

export interface Condition {
  readonly field: Field
  readonly operator: Operator
  /** Several values mean any of them. Concepts are lists of ids with everything below them. */
  readonly values: readonly (string | number)[]
  /** As written, for the card. */
  readonly text: string
}

export type Predicate =
  | { readonly kind: 'fact'; readonly about: FactKind; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Predicate[] }

export type FieldValue =
  | { readonly type: 'concept'; readonly family: ConceptFamily }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'number' }
  | { readonly type: 'titre' }
  | { readonly type: 'text' }

export interface Field {
  /** As people write it. */
  readonly name: string
  readonly about: FactKind
  /** Property of the fact's node (or of the concept, for concepts). */
  readonly property: string
  readonly value: FieldValue
  /** What it asks, for `associate --help` and the README. */
  readonly meaning: string
}

const RESPONSES = ['resolved', 'improved', 'stable', 'none', 'worse', 'recurred', 'adverse']
const OUTCOMES = ['resolved', 'improved', 'stable', 'worse', 'recurred', 'died']
const FORMS = ['tumoral', 'nodular', 'plaque', 'sheet', 'linear', 'punctate']
const MODALITIES = ['radiograph', 'ct', 'mri', 'ultrasound', 'scintigraphy', 'examination', 'histology']

/** Everything that can be asked; the first field of a kind names its concept. */
export const FIELDS: readonly Field[] = [
  concept('antibody', 'antibody', 'tested positive (or as `result` says) for it or a narrower antibody'),
  choice('result', 'antibody', 'result', ['positive', 'negative', 'equivocal'], 'result of that test'),
  {
    name: 'titre',
    about: 'antibody',
    property: 'titre_reciprocal',
    value: { type: 'titre' },
    meaning: 'titre, 1:320 or 320',
  },
  { name: 'pattern', about: 'antibody', property: 'pattern', value: { type: 'text' }, meaning: 'staining pattern' },
  concept('site', 'deposit', 'has a deposit there or in a part of it'),
  number('deposit.max_mm', 'deposit', 'max_mm', 'largest measured size of the deposits in millimetres'),
  number('deposit.count', 'deposit', 'count', 'largest stated number of deposits'),
  choice('deposit.form', 'deposit', 'form', FORMS, 'form of a deposit'),
  choice('deposit.laterality', 'deposit', 'laterality', ['left', 'right', 'bilateral', 'midline'], 'side of a deposit'),
  choice('deposit.modality', 'deposit', 'modality', MODALITIES, 'how a deposit was seen'),
  concept('treatment', 'treatment', 'was given it or a drug of that class'),
  choice('response', 'treatment', 'response', RESPONSES, 'response of the calcinosis, or of `treatment.target`'),
  choice('treatment.target', 'treatment', 'target', ['calcinosis', 'disease', 'other'], 'what it was given for'),
  concept('disease', 'disease', 'has the disease or a form of it'),
  {
    name: 'disease.subtype',
    about: 'disease',
    property: 'subtype',
    value: { type: 'concept', family: 'disease' },
    meaning: 'subtype of the disease',
  },
  concept('calcinosis', 'calcinosis', 'the calcinosis is called that'),
  concept('finding', 'finding', 'shows the finding'),
  concept('lab', 'lab', 'the laboratory test'),
  choice('interpretation', 'lab', 'interpretation', ['low', 'normal', 'high'], 'its result'),
  choice('outcome', 'outcome', 'value', OUTCOMES, 'course of the calcinosis'),
  number('outcome.follow_up_months', 'outcome', 'follow_up_months', 'length of follow-up in months'),
  number('age', 'patient', 'age', 'age in years'),
  choice('sex', 'patient', 'sex', ['female', 'male'], 'sex'),
  number('year', 'paper', 'year', 'year of the paper'),
]

function concept(name: ConceptFamily, about: FactKind, meaning: string): Field {
  return { name, about, property: 'id', value: { type: 'concept', family: name }, meaning }
}

function choice(name: string, about: FactKind, property: string, choices: readonly string[], meaning: string): Field {
  return { name, about, property, value: { type: 'choice', choices }, meaning }
}

function number(name: string, about: FactKind, property: string, meaning: string): Field {
  return { name, about, property, value: { type: 'number' }, meaning }
}
