import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packageFile } from '../../../corpus/package-root.ts'
import { findCues } from '../../../extractors/language/assertion/cue.ts'
import { furthest, plant, treeOf } from '../../../extractors/language/assertion/cue-pattern.ts'
import { tokensOf } from '../../../extractors/language/assertion/tokens.ts'

interface Group {
  readonly effect: string
  readonly direction: string
  readonly example: string
  readonly cues: readonly string[]
}
const { groups } = JSON.parse(readFileSync(packageFile('extractors/language/assertion/cues.json'), 'utf8')) as {
  readonly groups: readonly Group[]
}

describe('cues.json', () => {
  it.each(groups)('shows $effect $direction at work: $example', ({ effect, direction, example }) => {
    const senses = findCues(tokensOf(example), example).flatMap((cue) => cue.senses)
    expect(senses).toContainEqual(expect.objectContaining({ effect, direction }))
  })

  it('names no pattern twice in a group', () => {
    for (const { cues } of groups) expect(cues).toEqual([...new Set(cues)])
  })
})

describe('cue patterns', () => {
  const lengthOf = (pattern: string, words: string): number | undefined => {
    const tree = treeOf<string>()
    plant(tree, pattern, { seen: 'seen|found' }, pattern)
    return furthest(tree, tokensOf(words), 0)?.to
  }

  it.each([
    ['a|an rash', 'an rash', 2],
    ['not been| <seen>', 'not found', 2],
    ['not been| <seen>', 'not been seen', 3],
    ['no_one|nobody else', 'no one else', 3],
    ['not ~ <seen>', 'not really ever seen', 4],
    ['not ~ <seen>', 'not a lesion seen', undefined],
    ['not ~ <seen>', 'not hepatomegaly seen', undefined],
    ['call * for', 'call the surgeon today for', 5],
    ['call * for', 'call, and for', undefined],
    ['no', 'no', 1],
  ])('"%s" takes of "%s" %s words', (pattern, words, length) => expect(lengthOf(pattern, words)).toBe(length))

  it('refuses a class that is not defined', () => expect(() => lengthOf('not <sene>', 'not seen')).toThrow('<sene>'))
})
