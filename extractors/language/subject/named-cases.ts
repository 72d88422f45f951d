/** Cases that the paper calls by name: "Case 2", "the older sister", "N.A." in a table. */
import type { Introduction } from './introduction.ts'
import type { KnownCase } from './outline.ts'
import type { Unit } from './unit.ts'

const CASE_SECTIONS = new Set(['case', 'body', 'slide', 'results', 'abstract', 'front'])
const STORY_SECTIONS = new Set(['introduction', 'methods'])

/** At least a first and a second, so that "Quiz: case 29" names nobody. */
export function namedCases(units: readonly Unit[], tableKeys: readonly string[]): readonly KnownCase[] {
  const labels = new Map<string, string>()
  const introductions = new Map<string, Introduction>()
  const aliases = aliasesOf(units)
  for (const unit of units) {
    if (unit.marks.others) continue
    for (const label of unit.labels) {
      // elsewhere only a label that opens its paragraph or heading names a case
      if (!CASE_SECTIONS.has(unit.section) && !(label.leads && !unit.marks.cited && STORY_SECTIONS.has(unit.section)))
        continue
      if (
        /^\s*(?:reports?|reported|was (?:first )?(?:reported|described)|described|in the literature|of\b)/i.test(
          unit.text.slice(label.end),
        )
      )
        continue
      for (const key of label.keys) if (!labels.has(key)) labels.set(key, label.text)
      const [key] = label.keys
      const introduction = unit.introductions.find(({ start, isNew }) => isNew && start >= label.end)
      if (key && label.keys.length === 1 && introduction && !introductions.has(key))
        introductions.set(key, introduction)
    }
  }
  for (const key of tableKeys) if (!labels.has(key)) labels.set(key, /^\d+$/.test(key) ? `Patient ${key}` : key)
  const keys = siblings(labels, tableKeys) ?? numbered(labels)
  return keys.map((key, index) => ({
    number: index + 1,
    label: singular(labels.get(key) ?? key, key),
    key,
    aliases: aliases.get(key) ?? [],
    introduction: introductions.get(key) ?? null,
    slides: [],
  }))
}

/** The siblings' names under each numbered heading; a name that stands under two numbers is nobody's. */
function aliasesOf(units: readonly Unit[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, Set<string>>()
  let current: string | null = null
  for (const unit of units) {
    const lead = unit.labels.find(({ leads, keys }) => leads && keys.length === 1 && /^\d+$/.test(keys[0]!))
    if (lead) current = lead.keys[0]!
    else if (unit.owner.kind === 'heading') current = null
    if (current === null) continue
    for (const { keys } of unit.labels)
      for (const key of keys.filter((name) => !/^\d+$/.test(name)))
        owners.set(key, (owners.get(key) ?? new Set()).add(current))
  }
  const aliases = new Map<string, string[]>()
  for (const [name, numbers] of owners) {
    const [number] = numbers
    if (numbers.size === 1 && number) aliases.set(number, [...(aliases.get(number) ?? []), name])
  }
  return aliases
}

/** "Cases 1" (from "Cases 1 and 2") is written "Case 1". */
function singular(label: string, key: string): string {
  const word = /^(?:our |the |this )?(cases?|patients?|pts?)/i.exec(label)?.[1]
  return word && /^\d+$/.test(key) && !/^\w+\s+[IVXA-H]+$/.test(label) ? `${word.replace(/s$/i, '')} ${key}` : label
}

function numbered(labels: ReadonlyMap<string, string>): readonly string[] {
  const keys: string[] = []
  while (labels.has(String(keys.length + 1))) keys.push(String(keys.length + 1))
  return keys
}

/** Named by kinship or initials: in the order of the table that names them, else as they come. */
function siblings(labels: ReadonlyMap<string, string>, tableKeys: readonly string[]): readonly string[] | null {
  const keys = [...labels.keys()].filter((key) => !/^\d+$/.test(key))
  if (keys.length < 2 || labels.has('2')) return null
  const place = (key: string) => (tableKeys.includes(key) ? tableKeys.indexOf(key) : tableKeys.length)
  return keys.toSorted((a, b) => place(a) - place(b))
}
