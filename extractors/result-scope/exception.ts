/** Exceptions: "negative except for ANA", "except for ANA, all antibodies were negative". */
import type { Scene, TestName } from './scope.ts'

export const EXCEPT =
  /\b(?:except(?:ing)?(?:\s+for)?|apart\s+from|other\s+than|with\s+the\s+exception\s+of|aside\s+from|save\s+for|excluding|besides)\b/i

/** Where an exception that opens the clause ends: "Apart from a positive ANA, | the panel was unremarkable"; null where none does. */
export function leadingExceptionEnd<N extends TestName, R extends string>({
  sentence,
  clause,
}: Scene<N, R>): number | null {
  const match = EXCEPT.exec(sentence.slice(clause.start, clause.end))
  if (!match || /[a-z]/i.test(sentence.slice(clause.start, clause.start + match.index))) return null
  const comma = sentence.indexOf(',', clause.start + match.index + match[0].length)
  return comma > 0 && comma < clause.end ? comma : null
}

/** Gives what is excepted the opposite of the rest, unless it has a result of its own. */
export function flipExceptions<N extends TestName, R extends string>(scene: Scene<N, R>): void {
  const { sentence, clause, names, verdicts, rules } = scene
  const match = EXCEPT.exec(sentence.slice(clause.start, clause.end))
  if (!match) return
  const at = clause.start + match.index
  const end = at + match[0].length
  const stop = leadingExceptionEnd(scene) ?? clause.end
  const isExcepted = ({ span }: TestName) => span.start >= end && span.start < stop
  const main = [...verdicts.values()].find(({ name, result }) => !isExcepted(name) && result !== 'not-done')?.result
  const said = main && main !== 'not-done' ? main : rules.general(sentence.slice(clause.start, clause.end))
  const opposite = said ? rules.opposite(said) : null
  if (!said) return
  for (const name of names.filter(isExcepted)) {
    const own = verdicts.get(name)
    if (own && own.cue.start >= end && own.cue.start < stop) continue
    verdicts.set(name, { name, result: opposite ?? 'not-done', cue: { start: at, end }, rule: 'exception' })
  }
}
