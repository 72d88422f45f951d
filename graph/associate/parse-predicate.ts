/** Reads a predicate as people write it: `deposit.max_mm >= 50 & site in spine`, `not (outcome in (worse, died))`. */
import { conceptIds } from '../concept-lookup.ts'
import { GraphError } from '../graph-error.ts'
import { closest } from '../spelling.ts'
import { type Condition, FIELDS, type Field, type Operator, type Predicate } from './predicate.ts'
import { subtypeIds } from './subtype.ts'

/** Throws GraphError `bad-question` that says where the text stops making sense and what would. */
export function parsePredicate(text: string): Predicate {
  const reader = new PredicateReader(text)
  const predicate = reader.alternatives()
  reader.end()
  return predicate
}

const COMPARISON = /\s*([\p{L}_][\p{L}\p{N}_.]*)\s*(>=|<=|!=|<>|==|=|>|<|≥|≤|\bnot\s+in\b|\bin\b|\bis\b)\s*/iuy
/** Up to the next `&`, `|`, comma or bracket; brackets inside a name ("anti-Ro (SSA)") belong to it. */
const BARE_VALUE = /\s*([^&|(),"]*(?:\([^&|()"]*\)[^&|(),"]*)*)/uy
const QUOTED_VALUE = /\s*"([^"]*)"\s*/uy

class PredicateReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  alternatives(): Predicate {
    const parts = [this.#conjunction()]
    while (this.#take(/\s*\|\s*/uy)) parts.push(this.#conjunction())
    return parts.length === 1 ? parts[0]! : { kind: 'or', of: parts }
  }

  end(): void {
    if (this.#text.slice(this.#at).trim() !== '') throw this.#complaint('"&", "|" or the end')
  }

  #conjunction(): Predicate {
    const parts = [this.#factor()]
    while (this.#take(/\s*&\s*/uy)) parts.push(this.#factor())
    return joined(parts)
  }

  #factor(): Predicate {
    if (this.#take(/\s*not\b\s*/iuy)) return { kind: 'not', of: this.#factor() }
    if (this.#take(/\s*\(\s*/uy)) {
      const inner = this.alternatives()
      if (!this.#take(/\s*\)\s*/uy)) throw this.#complaint('")"')
      return inner
    }
    return this.#comparison()
  }

  #comparison(): Predicate {
    const start = this.#at
    const match = this.#take(COMPARISON)
    if (!match) throw this.#complaint(`a condition such as "${EXAMPLE}"`)
    const [, name = '', sign = ''] = match
    const field = fieldNamed(name)
    const isNegated = /^not/i.test(sign) || sign === '!=' || sign === '<>'
    const written = this.#take(/\(/uy) ? this.#list() : [this.#value()]
    const text = this.#text.slice(start, this.#at).trim()
    const condition: Condition = {
      field,
      operator: operatorOf(field, sign),
      values: written.flatMap((value) => valuesOf(field, value)),
      text,
    }
    const fact: Predicate = { kind: 'fact', about: field.about, conditions: [condition] }
    return isNegated ? { kind: 'not', of: fact } : fact
  }

  #list(): readonly string[] {
    const values = [this.#value()]
    while (this.#take(/\s*,\s*/uy)) values.push(this.#value())
    if (!this.#take(/\s*\)\s*/uy)) throw this.#complaint('"," or ")"')
    return values
  }

  #value(): string {
    const value = (this.#take(QUOTED_VALUE) ?? this.#take(BARE_VALUE))?.[1]?.trim()
    if (!value) throw this.#complaint('a value')
    return value
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (match) this.#at = pattern.lastIndex
    return match
  }

  #complaint(wanted: string): GraphError {
    const rest = this.#text.slice(this.#at).trim()
    const found = rest === '' ? 'the end' : `"${rest.slice(0, 30)}"`
    return new GraphError(
      'bad-question',
      `"${this.#text}" cannot be read: ${wanted} should stand in place of ${found}.`,
    )
  }
}

const EXAMPLE = 'antibody = anti-Scl-70'

/** Neighbouring conditions on one kind of fact become one fact. */
function joined(parts: readonly Predicate[]): Predicate {
  const merged: Predicate[] = []
  for (const part of parts) {
    const at = merged.findIndex((other) => other.kind === 'fact' && part.kind === 'fact' && other.about === part.about)
    const same = merged[at]
    if (same?.kind === 'fact' && part.kind === 'fact')
      merged[at] = { ...same, conditions: [...same.conditions, ...part.conditions] }
    else merged.push(part)
  }
  return merged.length === 1 ? merged[0]! : { kind: 'and', of: merged }
}

function fieldNamed(name: string): Field {
  const field = FIELDS.find((field) => field.name.toLowerCase() === name.toLowerCase())
  if (field) return field
  const names = FIELDS.map((field) => field.name)
  const near = closest(name, names, 2)
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there are ${names.join(', ')}.`
  throw new GraphError('bad-question', `Nothing is known about "${name}" of a patient: ${hint}`)
}

function operatorOf(field: Field, sign: string): Operator {
  const operator = ({ '≥': '>=', '≤': '<=', '>': '>', '<': '<', '>=': '>=', '<=': '<=' } as const)[sign] ?? '='
  const isOrdered = field.value.type === 'number' || field.value.type === 'titre'
  if (operator !== '=' && !isOrdered)
    throw new GraphError('bad-question', `${field.name} has no order: write "=" or "in (...)" instead of "${sign}".`)
  return operator
}

function valuesOf(field: Field, written: string): readonly (string | number)[] {
  switch (field.value.type) {
    case 'concept':
      return field.property === 'subtype' ? subtypeIds(written) : conceptIds(field.value.family, written)
    case 'choice':
      return [choiceOf(field, field.value.choices, written.toLowerCase())]
    case 'number':
      return [numberOf(field, written)]
    case 'titre':
      return [numberOf(field, written.replace(/^1\s*[:/]\s*/, ''))]
    case 'text':
      return [written.toLowerCase()]
  }
}

function choiceOf(field: Field, choices: readonly string[], written: string): string {
  if (choices.includes(written)) return written
  throw new GraphError('bad-question', `${field.name} is one of ${choices.join(', ')}, not "${written}".`)
}

function numberOf(field: Field, written: string): number {
  const value = Number(written)
  if (written !== '' && Number.isFinite(value)) return value
  throw new GraphError('bad-question', `${field.name} is compared with a number, not with "${written}".`)
}
