/** Scores case records against gold: pure, all documents together (micro average), with every single judgement kept. */
import type { CaseRecord, PatientCase } from '../case-record.ts'
import type { GoldCase, GoldReport } from './gold.ts'
import { type Judgement, NO_GROUNDS, SECTIONS, type Section } from './judgement.ts'
import { isSameName } from './same-name.ts'
import { scoreCase } from './score-case.ts'

export interface Score {
  readonly hits: number
  readonly extras: number
  readonly misses: number
  /** Each is 0 where nothing was right, as the referee has it. */
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface DocumentScore {
  /** The gold's id. */
  readonly document: string
  /** No record was handed in for it. */
  readonly absent: boolean
  readonly judgements: readonly Judgement[]
}

export interface Scores {
  readonly documents: readonly DocumentScore[]
  readonly sections: ReadonlyMap<Section, Score>
  readonly all: Score
}

/** Records are matched to gold by file name; a gold report without a record misses everything it says. */
export function scoreRecords(golds: readonly GoldReport[], records: readonly CaseRecord[]): Scores {
  const byName = new Map(records.map((record) => [record.file.replace(/\.[^.]+$/, ''), record]))
  const documents = golds.map((gold) => scoreDocument(gold, byName.get(gold.id)))
  const judgements = documents.flatMap((document) => document.judgements)
  const sections = SECTIONS.map(
    (section) => [section, scoreOf(judgements.filter((judgement) => judgement.section === section))] as const,
  )
  return { documents, sections: new Map(sections), all: scoreOf(judgements) }
}

/** Counts judgements into precision, recall and F1. */
export function scoreOf(judgements: readonly Judgement[]): Score {
  const count = (verdict: Judgement['verdict']): number =>
    judgements.filter((judgement) => judgement.verdict === verdict).length
  const [hits, extras, misses] = [count('hit'), count('extra'), count('missed')]
  return {
    hits,
    extras,
    misses,
    precision: hits / (hits + extras || 1),
    recall: hits / (hits + misses || 1),
    f1: (2 * hits) / (2 * hits + extras + misses || 1),
  }
}

function scoreDocument(gold: GoldReport, record: CaseRecord | undefined): DocumentScore {
  const found = record?.cases ?? []
  const partners = partnersOf(gold.cases, found)
  const left = found.filter((candidate) => ![...partners.values()].includes(candidate))
  const judgements = gold.cases.flatMap((wanted) => {
    const partner = partners.get(wanted) ?? null
    return [caseJudgement(partner ? 'hit' : 'missed', wanted.case), ...scoreCase(wanted, partner)]
  })
  const extras = gold.optional_cases === undefined ? left : []
  return {
    document: gold.id,
    absent: record === undefined,
    judgements: [
      ...judgements,
      ...extras.flatMap((extra) => [caseJudgement('extra', extra.case), ...scoreCase(null, extra)]),
    ],
  }
}

const caseJudgement = (verdict: Judgement['verdict'], number: number): Judgement => ({
  section: 'case',
  verdict,
  shown: `case ${number}`,
  ...NO_GROUNDS,
})

/** The cases that have most in common are partners; those with nothing in common are paired in order. */
function partnersOf(golds: readonly GoldCase[], found: readonly PatientCase[]): ReadonlyMap<GoldCase, PatientCase> {
  const ranked = golds
    .flatMap((gold, row) =>
      found.map((other, column) => ({ gold, other, common: commonGround(gold, other), apart: Math.abs(row - column) })),
    )
    .sort((a, b) => b.common - a.common || a.apart - b.apart)
  const partners = new Map<GoldCase, PatientCase>()
  const taken = new Set<PatientCase>()
  for (const { gold, other } of ranked) {
    if (partners.has(gold) || taken.has(other)) continue
    partners.set(gold, other)
    taken.add(other)
  }
  return partners
}

function commonGround(gold: GoldCase, found: PatientCase): number {
  const sameAge = gold.age !== null && found.age !== null && Math.abs(found.age.years - gold.age) < 0.6
  const sameSex = gold.sex !== null && found.sex?.value === gold.sex
  const antibodies = gold.antibodies.filter((test) =>
    found.antibodies.some((other) => test.result === other.result && isSameName(test.name, other, 'antibody')),
  )
  const diseases = gold.diseases.filter((disease) =>
    found.diseases.some((other) => isSameName(disease.name, other, 'disease')),
  )
  const sites = gold.deposits.filter((deposit) =>
    found.deposits.some((other) => isSameName(deposit.site, other.site, 'site')),
  )
  const treatments = gold.treatments.filter((drug) =>
    found.treatments.some((other) => isSameName(drug.name, other, 'treatment')),
  )
  return (sameAge ? 3 : 0) + (sameSex ? 1 : 0) + antibodies.length + diseases.length + sites.length + treatments.length
}
