/** Exceptions: "negative except for ANA", "except for ANA, all antibodies were negative". */
import type { Scene, TestName } from './scope.ts'

export const EXCEPT =
  /\b(?:except(?:ing)?(?:\s+for)?|apart\s+from|other\s+than|with\s+the\s+exception\s+of|aside\s+from|save\s+for|excluding|besides)\b/i

/** Gives what is excepted the opposite of the rest, unless it has a result of its own. */
export function flipExceptions<N extends TestName, R extends string>(scene: Scene<N, R>): void {
  const { sentence, clause, names, verdicts, rules } = scene
  const match = EXCEPT.exec(sentence.slice(clause.start, clause.end))
  if (!match) return
  const at = clause.start + match.index
  const end = at + match[0].length
  const isLeading = !/[a-z]/i.test(sentence.slice(clause.start, at))
  const comma = sentence.indexOf(',', end)
  const stop = isLeading && comma > 0 ? comma : clause.end
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
