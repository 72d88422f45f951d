/** What is different between two extractions of one paper, fact by fact; pure. */
import type { CaseRecord } from '../../extractors/case-record.ts'
import { valueText } from '../review/apply-decisions.ts'
import { type Fact, type FactKind, factsOfRecord } from '../review/fact.ts'

export interface FactChange {
  readonly change: 'added' | 'lost' | 'changed'
  readonly kind: FactKind
  readonly case: number
  /** What the fact is about, e.g. `antibody calcigraph:anti-scl-70`. */
  readonly about: string
  /** The fact in words, or null where there was or is none. */
  readonly before: string | null
  readonly after: string | null
  /** Rules that made it, before and after. */
  readonly rules: readonly string[]
}

/** Evidence alone makes no change: the same fact from another sentence is the same fact. */
export function diffRecords(before: CaseRecord | null, after: CaseRecord): readonly FactChange[] {
  const old = grouped(before ? factsOfRecord(before) : [])
  const now = grouped(factsOfRecord(after))
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .flatMap((key) => changesAbout(old.get(key) ?? [], now.get(key) ?? []))
}

/** Facts about one thing: equal values cancel out, the rest are paired in their order. */
function changesAbout(before: readonly Fact[], after: readonly Fact[]): readonly FactChange[] {
  const gone = without(before, after)
  const come = without(after, before)
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => change(gone[index], come[index]))
}

function without(facts: readonly Fact[], others: readonly Fact[]): readonly Fact[] {
  const left = others.map(({ value }) => valueText(value))
  return facts.filter(({ value }) => {
    const index = left.indexOf(valueText(value))
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}

function change(before: Fact | undefined, after: Fact | undefined): FactChange {
  const fact = (after ?? before)!
  return {
    change: before && after ? 'changed' : after ? 'added' : 'lost',
    kind: fact.kind,
    case: fact.case,
    about: fact.about,
    before: before ? inWords(before) : null,
    after: after ? inWords(after) : null,
    rules: [...new Set([before?.rule, after?.rule].filter((rule) => rule !== undefined))],
  }
}

function grouped(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = `${String(fact.case).padStart(3, '0')} ${fact.kind} ${fact.about}`
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return groups
}

/** `anti-Scl-70: result positive, titre 1:320`: the label, then what is known. */
function inWords({ value, kind }: Fact): string {
  const fields = Object.entries(value).flatMap(([name, field]) => {
    if (name === 'evidence' || name === 'id' || name === 'label' || name === 'text') return []
    if (field === null || (Array.isArray(field) && field.length === 0)) return []
    return [`${name} ${fieldInWords(field)}`]
  })
  const head = typeof value.label === 'string' ? value.label : kind
  return fields.length === 0 ? head : `${head}: ${fields.join(', ')}`
}

function fieldInWords(field: unknown): string {
  if (Array.isArray(field)) return field.map(fieldInWords).join(' x ')
  if (field !== null && typeof field === 'object') return 'label' in field ? String(field.label) : JSON.stringify(field)
  return String(field)
}
