import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageFile } from '../../../corpus/package-root.ts'
import { openReaderPool } from '../../../corpus/read/reader-pool.ts'
import { readReport } from '../../../corpus/read-report.ts'
import { column, typeset } from './typeset.ts'

const GOOD = packageFile('corpus/reports/gluteal-letter.pdf')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calcigraph-pool-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A page of fifty megabytes of words that each stand elsewhere, packed into a few hundred kilobytes: all are held at once. */
function bomb(): Uint8Array {
  const line = `${'1 0 0 1 50 700 Tm (calcium) Tj 1 0 0 1 300 90 Tm (deposit) Tj '.repeat(20)}\n`
  const packed = deflateSync(Buffer.alloc(48 * 1024 * 1024, `BT /F1 9 Tf ${line} ET\n`))
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${packed.length}/Filter/FlateDecode>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.4\n')]
  for (const [index, object] of objects.entries()) {
    parts.push(Buffer.from(`${index + 1} 0 obj\n${object}\n`))
    if (index === 3) parts.push(Buffer.from('stream\n'), packed, Buffer.from('\nendstream\n'))
    parts.push(Buffer.from('endobj\n'))
  }
  parts.push(Buffer.from('trailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n'))
  return Buffer.concat(parts)
}

describe('the reader pool', () => {
  test('reads in child processes what is read in process', async () => {
    const pool = openReaderPool({ children: 1 })
    try {
      const { readFile } = await import('node:fs/promises')
      const expected = await readReport(await readFile(GOOD), 'gluteal-letter.pdf')
      expect(await pool.read(GOOD, 'gluteal-letter.pdf')).toEqual(expected)
    } finally {
      await pool.close()
    }
  })

  test('a file that needs too much memory ends its child only', async () => {
    const path = join(folder, 'bomb.pdf')
    await writeFile(path, bomb())
    const pool = openReaderPool({ children: 1, maxResidentMb: 300, timeoutMs: 100_000 })
    try {
      const reads = await Promise.allSettled([pool.read(path, 'bomb.pdf'), pool.read(GOOD, 'good.pdf')])
      expect(reads[0]).toMatchObject({ status: 'rejected', reason: { code: 'out-of-memory', permanent: true } })
      expect(reads[1]).toMatchObject({ status: 'fulfilled', value: { file: 'good.pdf' } })
    } finally {
      await pool.close()
    }
  })

  test('a file that takes too long is given up, and the next is read', async () => {
    const path = join(folder, 'slow.pdf')
    await writeFile(path, bomb())
    const pool = openReaderPool({ children: 1, timeoutMs: 1 })
    try {
      await expect(pool.read(path, 'slow.pdf')).rejects.toMatchObject({ code: 'timed-out', permanent: true })
    } finally {
      await pool.close()
    }
  })

  test('a child that has grown is replaced by a fresh one', async () => {
    const pool = openReaderPool({ children: 1, recycleAboveMb: 1 })
    try {
      const files = ['a.pdf', 'b.pdf', 'c.pdf']
      const documents = await Promise.all(files.map((file) => pool.read(GOOD, file)))
      expect(documents.map(({ file }) => file)).toEqual(files)
    } finally {
      await pool.close()
    }
  })

  test('errors keep their reasons on the way', async () => {
    const locked = join(folder, 'locked.pdf')
    await writeFile(locked, await typeset([{ lines: column(['Secret.'], 50, 100) }], { userPassword: 'sesame' }))
    const pool = openReaderPool({ children: 1 })
    try {
      await expect(pool.read(locked, 'locked.pdf')).rejects.toMatchObject({ name: 'ReportError', code: 'encrypted' })
      await expect(pool.read(join(folder, 'none.pdf'), 'none.pdf')).rejects.toMatchObject({ code: 'not-found' })
      await expect(pool.read(folder, 'folder')).rejects.toMatchObject({ code: 'not-found' })
    } finally {
      await pool.close()
    }
  })

  test('a closed pool refuses work', async () => {
    const pool = openReaderPool({ children: 1 })
    await pool.close()
    await expect(pool.read(GOOD, 'late.pdf')).rejects.toMatchObject({ name: 'ReportError' })
  })
})
