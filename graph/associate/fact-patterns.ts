/**
 * How each kind of fact is found in the graph and what one row says about its patient: yes, no, or unclear.
 * Every piece of Cypher here is fixed text; what people write travels in parameters only.
 */
import type { GraphValue } from '../graph-store.ts'
import type { Condition, FactKind } from './predicate.ts'

/** What the rows of one patient add up to; rows of higher rank decide. */
export interface FactPattern {
  /** From the case `c` to the fact `f` (and the concept `k` where there is one). */
  readonly match: string
  /** Rows that say anything about the question. */
  readonly where: string
  /** The row answers yes. */
  readonly yes: string
  /** The row leaves the question open (equivocal, not measured, not stated). */
  readonly unclear: string
  /** The row answers no, whatever other rows say: one deposit of 12 cm and the largest is not below 1 cm. */
  readonly veto?: string
  /** Whether a row that answers no outranks one that leaves it open: the largest size measured answers for all deposits. */
  readonly noOutranksUnclear: boolean
  /** Where the sentences are: the node that is SUPPORTED_BY evidence. */
  readonly supported: string
}

export interface PatternOptions {
  /** Only what a paper says to be absent counts as absent; otherwise sites and drugs not among those described do. */
  readonly strict: boolean
}

export interface BoundPattern extends FactPattern {
  readonly parameters: Readonly<Record<string, GraphValue>>
}

/** Binds the conditions on one fact; `prefix` keeps the parameters of several facts apart. */
export function bindPattern(
  about: FactKind,
  conditions: readonly Condition[],
  prefix: string,
  options: PatternOptions,
): BoundPattern {
  const bound = conditions.map((condition, index) => bind(condition, `${prefix}${index}`))
  const parameters = Object.fromEntries(bound.map(({ name, value }) => [name, value]))
  return { ...PATTERNS[about](new Bound(bound), options), parameters }
}

interface BoundCondition {
  readonly field: string
  readonly isConcept: boolean
  /** An upper limit of something of which the largest counts. */
  readonly isUpperLimit: boolean
  /** Cypher that is true, false or null of a row. */
  readonly test: string
  readonly property: string
  readonly name: string
  readonly value: GraphValue
}

function bind({ field, operator, values }: Condition, name: string): BoundCondition {
  const isConcept = field.value.type === 'concept'
  const owner = field.about === 'patient' ? 'c' : field.about === 'paper' ? 'p' : isConcept ? 'k' : 'f'
  const property = field.property === 'subtype' ? 'k.id' : `${owner}.${field.property}`
  const isList = operator === '='
  const tested = field.value.type === 'text' ? `toLower(${property})` : property
  return {
    field: field.name,
    isConcept,
    isUpperLimit: operator.startsWith('<'),
    property,
    name,
    test: isList ? `${tested} IN $${name}` : `${tested} ${operator} $${name}`,
    value: isList ? values : values[0]!,
  }
}

/** The conditions on one fact, ready to be put into Cypher. */
class Bound {
  readonly conditions: readonly BoundCondition[]

  constructor(conditions: readonly BoundCondition[]) {
    this.conditions = conditions
  }

  has(field: string): boolean {
    return this.conditions.some((condition) => condition.field === field)
  }

  /** All tests but those of some fields. */
  test(...except: readonly string[]): string {
    return all(this.#others(except).map(({ test }) => test))
  }

  /** Tests of the concept alone. */
  concept(): string {
    return all(this.conditions.filter(({ isConcept }) => isConcept).map(({ test }) => test))
  }

  /** A property that is asked for is not stated. */
  missing(...except: readonly string[]): string {
    const properties = this.#others(except).filter(({ isConcept }) => !isConcept)
    return properties.length === 0
      ? 'false'
      : `(${properties.map(({ property }) => `${property} IS NULL`).join(' OR ')})`
  }

  /** Tests of one field. */
  only(field: string): string {
    return all(this.conditions.filter((condition) => condition.field === field).map(({ test }) => test))
  }

  /** Everything asked is so but for a size or number above its upper limit; null where there is no such limit. */
  aboveLimit(): string | null {
    const limits = this.conditions.filter(({ isUpperLimit }) => isUpperLimit)
    if (limits.length === 0) return null
    const others = this.conditions.filter(({ isUpperLimit }) => !isUpperLimit)
    return all([...others.map(({ test }) => test), `NOT (${all(limits.map(({ test }) => test))})`])
  }

  #others(except: readonly string[]): readonly BoundCondition[] {
    return this.conditions.filter(({ field }) => !except.includes(field))
  }
}

const all = (tests: readonly string[]) => (tests.length === 0 ? 'true' : tests.join(' AND '))

/** Without a site only deposits that are there count; with one, those there, those elsewhere, and those said to be absent there. */
function depositRows(bound: Bound, strict: boolean): string {
  if (!bound.has('site')) return "f.status = 'present'"
  if (strict) return `f.status <> 'possible' AND ${bound.concept()}`
  return `(f.status = 'present' OR (f.status = 'absent' AND ${bound.concept()}))`
}

const GIVEN = "f.status IN ['given', 'stopped']"

const PATTERNS: Readonly<Record<FactKind, (bound: Bound, options: PatternOptions) => FactPattern>> = {
  /** "antibody = anti-Scl-70": tested positive yes, tested negative no, equivocal open, never mentioned not here at all. */
  antibody: (bound) => ({
    match: '(c)-[:HAS_SEROLOGY]->(f:Serology)-[:OF]->(k:Antibody)',
    where: bound.concept(),
    yes: bound.has('result') ? bound.test() : `f.result = 'positive' AND ${bound.test()}`,
    unclear: bound.has('result')
      ? bound.missing()
      : `f.result = 'equivocal' OR (f.result = 'positive' AND ${bound.missing()})`,
    noOutranksUnclear: false,
    supported: 'f',
  }),

  /** "deposit.max_mm >= 50 & site in thigh": one deposit. Who has deposits described elsewhere answers no unless strict. */
  deposit: (bound, { strict }) => ({
    ...(bound.aboveLimit() === null ? {} : { veto: `f.status = 'present' AND ${bound.aboveLimit()}` }),
    match: bound.has('site') ? '(c)-[:HAS_DEPOSIT]->(f:Deposit)-[:AT]->(k:Site)' : '(c)-[:HAS_DEPOSIT]->(f:Deposit)',
    where: depositRows(bound, strict),
    yes: `f.status = 'present' AND ${bound.test()}`,
    unclear: `f.status = 'present' AND ${bound.concept()} AND ${bound.missing()}`,
    noOutranksUnclear: !bound.has('site'),
    supported: 'f',
  }),

  /** "treatment = diltiazem & response = improved": the response of the calcinosis unless a target is named. */
  treatment: (bound, { strict }) => {
    const asksResponse = bound.has('response')
    const target = bound.has('treatment.target') ? bound.only('treatment.target') : "f.target = 'calcinosis'"
    const rows = strict ? bound.concept() : `(${GIVEN} OR ${bound.concept()})`
    return {
      match: '(c)-[:RECEIVED]->(f:Treatment)-[:WITH]->(k:Intervention)',
      where: asksResponse ? `${GIVEN} AND ${target} AND ${bound.concept()}` : rows,
      yes: `${GIVEN} AND ${bound.test()}`,
      unclear: asksResponse ? "f.response = 'unknown'" : `${bound.concept()} AND ${bound.missing()}`,
      noOutranksUnclear: true,
      supported: 'f',
    }
  },

  /** "disease = dermatomyositis", "disease.subtype = diffuse": a patient without any stated subtype answers nothing. */
  disease: (bound) => ({
    match: '(c)-[:HAS_DIAGNOSIS]->(f:Diagnosis)-[:OF|OF_SUBTYPE]->(k:Disease)',
    where: `((f.status = 'present' AND ${bound.has('disease.subtype') ? "k.kind = 'subtype'" : 'true'})
  OR (f.status IN ['present', 'absent', 'possible'] AND ${bound.concept()}))`,
    yes: `f.status = 'present' AND ${bound.test()}`,
    unclear: "f.status = 'possible'",
    noOutranksUnclear: false,
    supported: 'f',
  }),

  calcinosis: (bound) => ({
    match: '(c)-[:HAS_CALCINOSIS]->(f:Calcinosis)-[:OF]->(k:CalcinosisType)',
    where: 'true',
    yes: bound.test(),
    unclear: 'false',
    noOutranksUnclear: true,
    supported: 'f',
  }),

  finding: (bound) => ({
    match: '(c)-[:HAS_OBSERVATION]->(f:Observation)-[:OF]->(k:Finding)',
    where: `f.status <> 'family' AND ${bound.concept()}`,
    yes: "f.status IN ['present', 'historical']",
    unclear: "f.status = 'possible'",
    noOutranksUnclear: false,
    supported: 'f',
  }),

  lab: (bound) => ({
    match: '(c)-[:HAS_LAB]->(f:Lab)-[:OF]->(k:LabTest)',
    where: bound.concept(),
    yes: bound.test(),
    unclear: bound.missing(),
    noOutranksUnclear: true,
    supported: 'f',
  }),

  outcome: (bound) => ({
    match: '(c)-[:HAS_OUTCOME]->(f:Outcome)',
    where: 'true',
    yes: bound.test(),
    unclear: bound.has('outcome') ? "f.value = 'unknown'" : bound.missing(),
    noOutranksUnclear: true,
    supported: 'f',
  }),

  patient: (bound) => ({
    match: '(c)',
    where: 'true',
    yes: bound.test(),
    unclear: bound.missing(),
    noOutranksUnclear: true,
    supported: 'c',
  }),

  paper: (bound) => ({
    match: '(p:Paper)-[:REPORTS]->(c)',
    where: 'true',
    yes: bound.test(),
    unclear: bound.missing(),
    noOutranksUnclear: true,
    supported: 'c',
  }),
}
