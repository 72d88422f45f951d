/** Facts of the case record in the words and fields of the browser; pure. */
import type {
  AntibodyFact,
  CalcinosisTypeFact,
  Claim,
  DepositFact,
  DiseaseFact,
  EvidenceList,
  FindingFact,
  LabFact,
  OutcomeFact,
  PatientCase,
  TreatmentFact,
} from '../../../extractors/case-record.ts'
import type { FactKind, FactValue } from '../../review/fact.ts'
import type { Fact, FactField } from '../schemas/papers.ts'

export type FactView = Omit<Fact, 'id' | 'case' | 'decision'>

type Value = FactField['value']

/** How each kind is shown; a kind without a view does not compile. */
const VIEWS = {
  age: ageView,
  sex: sexView,
  disease: diseaseView,
  calcinosis: ({ id, label, evidence }: CalcinosisTypeFact) =>
    view('calcinosis', id, label, '', 'asserted', [], evidence),
  antibody: antibodyView,
  deposit: depositView,
  treatment: treatmentView,
  finding: findingView,
  lab: labView,
  outcome: outcomeView,
  claim: claimView,
} satisfies { [K in FactKind]: (fact: never) => FactView }

/** A fact of the record as the browser shows it. */
export function factView(kind: FactKind, value: FactValue): FactView {
  return (VIEWS[kind] as unknown as (fact: FactValue) => FactView)(value)
}

const STATUS = {
  present: 'asserted',
  absent: 'denied',
  possible: 'uncertain',
  historical: 'other',
  family: 'other',
} as const
const STATUSES = Object.keys(STATUS)
const WORDS: Readonly<Record<string, string>> = { present: '', absent: 'absent', family: 'in a relative' }

function saidOf(status: string): string {
  return WORDS[status] ?? status
}

function ageView({ years, text, evidence }: NonNullable<PatientCase['age']>) {
  const label = years >= 2 ? `${round(years)} years` : `${round(years * 12)} months`
  return view(
    'age',
    null,
    label,
    text === label ? '' : `“${text}”`,
    'asserted',
    [{ ...number('years', years), required: true }],
    evidence,
  )
}

function sexView({ value, evidence }: NonNullable<PatientCase['sex']>) {
  return view('sex', null, value, '', 'asserted', [choice('value', value, ['female', 'male'])], evidence)
}

function diseaseView({ id, label, subtype, status, duration_years, evidence }: DiseaseFact) {
  const words = [subtype?.label, saidOf(status), duration_years === null ? null : `for ${round(duration_years)} years`]
  const fields = [choice('status', status, STATUSES), number('duration_years', duration_years)]
  return view('disease', id, label, list(words), STATUS[status], fields, evidence)
}

function antibodyView({ id, label, result, titre, value, unit, pattern, evidence }: AntibodyFact) {
  const measured = value === null ? null : [value, unit].filter((part) => part !== null).join(' ')
  const fields = [
    choice('result', result, ['positive', 'negative', 'equivocal']),
    text('titre', titre),
    number('value', value),
    text('unit', unit),
    text('pattern', pattern),
  ]
  const status = ({ positive: 'asserted', negative: 'denied', equivocal: 'uncertain' } as const)[result]
  return view('antibody', id, label, list([result, titre, measured, pattern]), status, fields, evidence)
}

const SIDES = ['left', 'right', 'bilateral', 'midline']
const FORMS = ['tumoral', 'nodular', 'plaque', 'sheet', 'linear', 'punctate']

function depositView({ site, laterality, status, dims_mm, max_mm, count, form, modality, evidence }: DepositFact) {
  const size =
    dims_mm.length > 0 ? `${dims_mm.map(round).join(' × ')} mm` : max_mm === null ? null : `${round(max_mm)} mm`
  const words = [saidOf(status), laterality, size, count === null ? null : `${count} of them`, form, modality]
  const fields = [
    choice('status', status, ['present', 'absent', 'possible']),
    option('laterality', laterality, SIDES),
    number('max_mm', max_mm),
    number('count', count),
    option('form', form, FORMS),
  ]
  return view('deposit', site.id, site.label, list(words), STATUS[status], fields, evidence)
}

const TREATMENT_STATUS = {
  given: 'asserted',
  stopped: 'asserted',
  considered: 'uncertain',
  refused: 'denied',
  'not-given': 'denied',
} as const
const RESPONSES = ['resolved', 'improved', 'stable', 'none', 'worse', 'recurred', 'adverse', 'unknown']

function treatmentView(fact: TreatmentFact) {
  const { id, label, class: kind, target, status, dose, route, response, evidence } = fact
  const words = [
    status === 'given' ? null : status.replace('-', ' '),
    dose,
    route,
    target === null ? null : `for the ${target === 'other' ? 'rest' : target}`,
    response === 'unknown' ? null : `response: ${response}`,
    kind,
  ]
  const fields = [
    choice('status', status, Object.keys(TREATMENT_STATUS)),
    option('target', target, ['calcinosis', 'disease', 'other']),
    choice('response', response, RESPONSES),
    text('dose', dose),
    text('route', route),
  ]
  return view('treatment', id, label, list(words), TREATMENT_STATUS[status], fields, evidence)
}

const OUTCOMES = ['resolved', 'improved', 'stable', 'worse', 'recurred', 'died', 'unknown']

function outcomeView({ value, followUpMonths, evidence }: OutcomeFact) {
  const after = followUpMonths === null ? '' : `after ${round(followUpMonths)} months`
  const fields = [choice('value', value, OUTCOMES), number('followUpMonths', followUpMonths)]
  return view('outcome', null, value, after, value === 'unknown' ? 'uncertain' : 'asserted', fields, evidence)
}

function findingView({ id, label, status, evidence }: FindingFact) {
  return view('finding', id, label, saidOf(status), STATUS[status], [choice('status', status, STATUSES)], evidence)
}

function labView({ id, label, value, unit, interpretation, evidence }: LabFact) {
  const measured = value === null ? null : [value, unit].filter((part) => part !== null).join(' ')
  const fields = [
    number('value', value),
    text('unit', unit),
    option('interpretation', interpretation, ['low', 'normal', 'high']),
  ]
  return view('lab', id, label, list([measured, interpretation]), 'asserted', fields, evidence)
}

function claimView({ kind, subject, object, polarity, cites, evidence }: Claim) {
  const about = object === null ? subject.label : `${subject.label} – ${object.label}`
  const words = [
    kind.replace('-', ' '),
    polarity === 'affirmed' ? null : polarity,
    cites.length > 0 ? `cites ${cites.join(', ')}` : null,
  ]
  const status = ({ affirmed: 'asserted', negated: 'denied', possible: 'uncertain' } as const)[polarity]
  return view('claim', subject.id, about, list(words), status, [], evidence)
}

function view(
  kind: Fact['kind'],
  concept: string | null,
  label: string,
  summary: string,
  status: Fact['status'],
  fields: readonly FactField[],
  evidence: EvidenceList,
): FactView {
  const places = evidence.map((place) => ({ ...place, boxes: place.boxes.map((box) => ({ ...box })) }))
  return { kind, concept, label, summary, status, fields: [...fields], evidence: places }
}

const list = (words: readonly (string | null | undefined)[]): string => words.filter(Boolean).join(', ')
const round = (value: number): number => Math.round(value * 10) / 10

const choice = (name: string, value: Value, options: readonly string[]): FactField => ({
  name,
  value,
  options: [...options],
  numeric: false,
  required: true,
})
/** A choice that may also be left open. */
const option = (name: string, value: Value, options: readonly string[]): FactField => ({
  ...choice(name, value, options),
  required: false,
})
const number = (name: string, value: Value): FactField => ({
  name,
  value,
  options: null,
  numeric: true,
  required: false,
})
const text = (name: string, value: Value): FactField => ({
  name,
  value,
  options: null,
  numeric: false,
  required: false,
})

/** "34-year-old woman, systemic sclerosis": how a patient is called in lists. */
export function headlineOf({ age, sex, diseases }: PatientCase): string {
  const person = personWords(age?.years ?? null, sex?.value ?? null)
  const disease = diseases.find(({ status }) => status === 'present')?.label
  return list([person, disease]) || 'nothing told of age, sex or disease'
}

/** "34-year-old woman", "woman", "34-year-old patient". */
export function personWords(years: number | null, sex: string | null): string {
  const isChild = years !== null && years < 16
  const noun = sex === 'female' ? (isChild ? 'girl' : 'woman') : sex === 'male' ? (isChild ? 'boy' : 'man') : 'patient'
  if (years === null) return sex === null ? '' : noun
  return years < 2 ? `${round(years * 12)}-month-old ${noun}` : `${Math.floor(years)}-year-old ${noun}`
}
