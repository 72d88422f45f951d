/**
 * Terms as data. Each family has one tab-separated file with a header line:
 * `key label kind id synonyms parents` and, where needed, `needs`; lists are joined by `|`.
 * How to write them: README.md of this folder.
 */
import { existsSync, readFileSync } from 'node:fs'
import { packageFile } from '../../corpus/package-root.ts'
import type { Term, TermFamily } from './term.ts'

/** Where each family's terms stand, named from the package root. */
export const TERM_FILES: Readonly<Record<TermFamily, string>> = {
  disease: 'extractors/disease/terms.tsv',
  antibody: 'extractors/antibody/terms.tsv',
  pattern: 'extractors/antibody/patterns.tsv',
  site: 'extractors/deposit/terms.tsv',
  treatment: 'extractors/treatment/terms.tsv',
  calcinosis: 'extractors/calcinosis/terms.tsv',
  lab: 'extractors/lab/terms.tsv',
  finding: 'extractors/finding/terms.tsv',
}

export const TERM_FAMILIES = Object.keys(TERM_FILES) as readonly TermFamily[]

const loaded = new Map<TermFamily, readonly Term[]>()

/** The terms of a family, read once; throws where a line does not hold what its header promises. */
export function loadTerms(family: TermFamily): readonly Term[] {
  const known = loaded.get(family)
  if (known) return known
  const file = packageFile(TERM_FILES[family])
  const terms = existsSync(file) ? parseTerms(family, readFileSync(file, 'utf8'), TERM_FILES[family]) : []
  loaded.set(family, terms)
  return terms
}

/** The term of a key; throws for a key that the family's file does not have (a slip in a rule). */
export function termOf(family: TermFamily, key: string): Term {
  const term = loadTerms(family).find((term) => term.key === key)
  if (!term) throw new Error(`No ${family} term has the key "${key}"; look it up in ${TERM_FILES[family]}.`)
  return term
}

/** Whether `term` is `ancestor` or lies below it in the hierarchy of its family. */
export function isA(term: Term, ancestor: string): boolean {
  if (term.key === ancestor) return true
  return term.parents.some((parent) => isA(termOf(term.family, parent), ancestor))
}

const REQUIRED_COLUMNS = ['key', 'label', 'kind', 'id', 'synonyms', 'parents'] as const

/** Parses the text of a terms file; `file` is named in complaints. */
export function parseTerms(family: TermFamily, text: string, file: string): readonly Term[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const columns = header.split('\t')
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.includes(column))
  if (missing.length > 0)
    throw new Error(`${file}: the header lacks ${missing.join(', ')}; see extractors/language/README.md.`)
  const terms = lines.map((line) => parseTerm(family, columns, line.split('\t'), file))
  checkKeys(terms, file)
  return terms
}

function parseTerm(family: TermFamily, columns: readonly string[], cells: readonly string[], file: string): Term {
  const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? ''
  const key = cell('key')
  if (!key || !cell('label')) throw new Error(`${file}: a line lacks key or label: "${cells.join(' ').slice(0, 80)}".`)
  return {
    family,
    key,
    label: cell('label'),
    kind: cell('kind'),
    id: cell('id') || `calcigraph:${key}`,
    synonyms: list(cell('synonyms')),
    parents: list(cell('parents')),
    needs: new Map(list(cell('needs')).map((guard) => parseGuard(guard, file))),
  }
}

/** `RF=factor,serology`: the form RF counts only in a sentence that also holds a word beginning so. */
function parseGuard(guard: string, file: string): [string, readonly string[]] {
  const [form = '', words = ''] = guard.split('=')
  if (!form || !words) throw new Error(`${file}: "${guard}" in column needs is not FORM=word,word.`)
  return [form, words.split(',').map((word) => word.trim().toLowerCase())]
}

const list = (cell: string): readonly string[] =>
  cell
    .split('|')
    .map((entry) => entry.trim())
    .filter(Boolean)

function checkKeys(terms: readonly Term[], file: string): void {
  const keys = new Set<string>()
  for (const { key } of terms) {
    if (keys.has(key)) throw new Error(`${file}: the key "${key}" stands twice.`)
    keys.add(key)
  }
  for (const { key, parents } of terms)
    for (const parent of parents)
      if (!keys.has(parent)) throw new Error(`${file}: "${key}" names the parent "${parent}", which is no key there.`)
}
