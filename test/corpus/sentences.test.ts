import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceSpans } from '../../corpus/sentences.ts'

const split = (text: string): readonly string[] => sentenceSpans(text).map(({ start, end }) => text.slice(start, end))

/** [why, sentences that are set solid with a blank and must come apart again]. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['a figure has a number', ['The plaque (Fig. 2) was hard.', 'Fig. 3 shows the other knee.']],
  ['a caption begins with its number', ['Fig. 1. Radiograph of the elbow.', 'The arrow marks a deposit.']],
  ['other authors go on', ['Rossi et al. reported four cases.', 'None had been treated.']],
  ['other authors end', ['The same was seen by Rossi et al.', 'The patient refused surgery.']],
  ['decimals and titres are no ends', ['ANA was 1:320 and CRP 2.5 mg/l.', 'CK was 1.200 U/l.']],
  ['routes are no ends', ['She was given iloprost i.v. for five days.', 'Pain went away.']],
  ['units end like words', ['The largest measured 3 cm.', 'Minocycline was begun.']],
  ['initials belong to names', ['We thank A. B. Moss and C. Lind.', 'Funding: none.']],
  ['a letter is the end after a small word', ['She had hepatitis B.', 'She drank no alcohol.']],
  ['species keep their genus', ['Pus grew S. aureus only.', 'It was drained.']],
  [
    'marks stand behind the full stop',
    ['This is rare in men.¹²', 'It hurts.', 'We saw it twice.[3,4]', 'Both healed.'],
  ],
  ['antibodies begin small', ['Rheumatoid factor was absent.', 'anti-Scl-70 was found.']],
  ['titles are no ends', ['Dr. Moss sent him.', 'He was 52.']],
  ['numbers of lists open items', ['1. Excise the mass.', 'Then wait.']],
  ['in vitro is a phrase', ['This was shown in vitro.', 'Colchicine was stopped.']],
]

describe('sentences', () => {
  test.each(CASES)('%s', (_why, sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences)
  })

  test('a blank lost in typesetting is no reason to join', () => {
    expect(split('It lay in both thighs.The skin was intact over it.')).toEqual([
      'It lay in both thighs.',
      'The skin was intact over it.',
    ])
  })

  test('spans are in order, hold no outer blanks and leave out nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Fig. 1', 'et al.', ' ', '. ', 'The', '3.5', '\n', '(a)', '"', 'x', '?', '¹')),
        (parts) => {
          const text = parts.join('')
          const spans = sentenceSpans(text)
          let at = 0
          for (const { start, end } of spans) {
            expect(text.slice(at, start).trim()).toBe('')
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
            expect(end).toBeGreaterThan(start)
            at = end
          }
          expect(text.slice(at).trim()).toBe('')
        },
      ),
    )
  })
})
