/** What holds for every document, whatever it was read from. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxesOf } from '../../../corpus/boxes.ts'
import type { Document, Span } from '../../../corpus/document.ts'
import { packageFile } from '../../../corpus/package-root.ts'
import { documentOfText } from '../../../corpus/read/read-text.ts'
import { readReport } from '../../../corpus/read-report.ts'

function expectConsistent(document: Document): void {
  const { text, blocks, sentences, runs, pages } = document
  expect(blocks.map(({ span }) => text.slice(span.start, span.end)).join('\n\n')).toBe(text)
  for (const { span, block } of sentences) {
    expect(isWithin(span, blocks[block]!.span)).toBe(true)
    expect(text.slice(span.start, span.end).trim()).not.toBe('')
  }
  for (const { span, table } of blocks) {
    for (const cell of table?.cells ?? []) {
      expect(isWithin(cell.span, span)).toBe(true)
      expect(cell.row < table!.rows && cell.column + cell.columnSpan <= table!.columns).toBe(true)
      expect(text.slice(cell.span.start, cell.span.end)).not.toMatch(/[\t\n]/)
    }
  }
  for (const [index, run] of runs.entries()) {
    expect(run.start).toBeLessThan(run.end)
    expect(run.start).toBeGreaterThanOrEqual(runs[index - 1]?.end ?? 0)
    const page = pages.find(({ number }) => number === run.page)!
    expect(run.x >= 0 && run.y >= 0).toBe(true)
    expect(run.x + run.width).toBeLessThanOrEqual(page.width + 0.02)
    expect(run.y + run.height).toBeLessThanOrEqual(page.height + 0.02)
  }
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.start <= inner.end
}

const PDFS = readdirSync(packageFile('corpus/reports')).filter((file) => file.endsWith('.pdf'))

describe('every document', () => {
  test.each(PDFS)('%s is consistent and has a place for every word', async (file) => {
    const document = await readReport(readFileSync(packageFile(`corpus/reports/${file}`)), file, {
      ocr: 'never',
    }).catch((error: { code: string }) => {
      // the scan has no text without recognition
      expect(error.code).toBe('no-text')
      return null
    })
    if (document === null) return
    expectConsistent(document)
    for (const match of document.text.matchAll(/\S+/g)) {
      const boxes = boxesOf(document, { start: match.index, end: match.index + match[0].length })
      expect(boxes.length, match[0]).toBeGreaterThan(0)
    }
  })

  test('holds for any text', () => {
    const piece = fc.constantFrom(
      'Case report',
      '\n\n',
      '\n',
      'Fig. 1. Hand.',
      '- calcium',
      'References',
      '1. Moss A.',
      'She had cyclo-',
      'phosphamide. ',
      '\t',
      'Table 2',
      '# Head',
      '**bold**',
      '\u00AD',
      '\f',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 40 }), (pieces) => {
        expectConsistent(documentOfText(pieces.join('')))
      }),
    )
  })

  test('is the same every time', async () => {
    const bytes = readFileSync(packageFile('corpus/reports/elbow-article.pdf'))
    const [once, twice] = [await readReport(bytes, 'a.pdf'), await readReport(bytes, 'a.pdf')]
    expect(JSON.stringify(twice)).toBe(JSON.stringify(once))
  })

  test('is small: a page takes less than 24 kB', async () => {
    const document = await readReport(readFileSync(packageFile('corpus/reports/elbow-article.pdf')), 'a.pdf')
    expect(JSON.stringify(document).length / document.pages.length).toBeLessThan(24_000)
  })
})
