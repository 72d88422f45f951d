import { describe, expect, test } from 'vitest'
import { documentOfText } from '../../../corpus/read/read-text.ts'
import { renderText } from '../../../corpus/read/render-text.ts'
import { readReport } from '../../../corpus/read-report.ts'

const REPORT = `Chalk in the hand of a weaver

Case report

A 61-year-old weaver had hard lumps in her fingers and was treated with cyclo-

Fig. 1. Radiograph of the right hand.

phosphamide for two years. The lumps stayed.

- Calcium was normal.
- Anti-Scl-70 was absent.

Discussion

Calcinosis hurts.

References

1. Moss A. Chalk. J Hands 2001;1:1-2.
2. Lind B. Lumps. J Hands 2002;2:3-4.
`

describe('reading plain text', () => {
  const document = documentOfText(REPORT, 'weaver.txt')
  const shape = document.blocks.map(({ kind, section, span }) => [
    kind,
    section,
    document.text.slice(span.start, span.end),
  ])

  test('kinds and sections are told by look and headings', () => {
    expect(shape).toEqual([
      ['title', 'front', 'Chalk in the hand of a weaver'],
      ['heading', 'case', 'Case report'],
      [
        'paragraph',
        'case',
        'A 61-year-old weaver had hard lumps in her fingers and was treated with cyclophosphamide for two years. The lumps stayed.',
      ],
      ['caption', 'case', 'Fig. 1. Radiograph of the right hand.'],
      ['list-item', 'case', 'Calcium was normal.'],
      ['list-item', 'case', 'Anti-Scl-70 was absent.'],
      ['heading', 'discussion', 'Discussion'],
      ['paragraph', 'discussion', 'Calcinosis hurts.'],
      ['heading', 'references', 'References'],
      ['reference', 'references', '1. Moss A. Chalk. J Hands 2001;1:1-2.'],
      ['reference', 'references', '2. Lind B. Lumps. J Hands 2002;2:3-4.'],
    ])
  })

  test('metadata is read from the text', () => {
    expect(document.metadata.title?.value).toBe('Chalk in the hand of a weaver')
    expect(document.metadata.kind.value).toBe('case-report')
    expect(
      documentOfText('Die Patientin hatte seit vier Jahren harte Knoten an beiden Händen und am Ellenbogen.').metadata
        .language?.value,
    ).toBe('de')
  })

  test('the body is printed first, what floats beside it after', () => {
    const text = renderText(document)
    expect(text.indexOf('Calcinosis hurts.')).toBeLessThan(text.indexOf('Fig. 1.'))
    expect(text.indexOf('Fig. 1.')).toBeLessThan(text.indexOf('1. Moss A.'))
  })

  test('old encodings and line ends are understood', async () => {
    const document = await readReport(
      Uint8Array.from([...'Caf'].map((c) => c.charCodeAt(0)).concat(0xe9, 13, 10, 13, 10, 0x42)),
      'old.txt',
    )
    expect(document.text).toBe('Café\n\nB')
  })

  test.each([
    ['nothing', new Uint8Array(), 'empty-file'],
    ['blanks', new TextEncoder().encode(' \n\n '), 'no-text'],
    ['bytes of something else', Uint8Array.from({ length: 300 }, (_, index) => index % 20), 'not-a-report'],
  ])('%s is refused with a reason', async (_what, bytes, code) => {
    await expect(readReport(bytes, 'x.txt')).rejects.toMatchObject({
      name: 'ReportError',
      code,
      message: expect.stringContaining('x.txt'),
    })
  })
})
