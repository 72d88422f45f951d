/** Papers of the size of the sample corpus in any number: copies that differ in a comment after their end. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFile } from '../../../corpus/package-root.ts'
import { readReport } from '../../../corpus/read-report.ts'

/** Scanned samples are left out: recognising a page takes longer than all the others together. Returns how many were copied. */
export async function writeSampleCopies(folder: string, count: number): Promise<number> {
  const samples: Buffer[] = []
  const source = packageFile('corpus/reports')
  for (const file of readdirSync(source).filter((name) => name.endsWith('.pdf'))) {
    const bytes = readFileSync(join(source, file))
    if (await hasText(bytes, file)) samples.push(bytes)
  }
  for (let copy = 0; copy < count; copy += 1) {
    const name = `paper-${String(copy).padStart(3, '0')}.pdf`
    writeFileSync(
      join(folder, name),
      Buffer.concat([samples[copy % samples.length]!, Buffer.from(`\n% copy ${copy}\n`)]),
    )
  }
  return samples.length
}

async function hasText(bytes: Uint8Array, file: string): Promise<boolean> {
  try {
    const { warnings } = await readReport(bytes, file, { ocr: 'never' })
    return !warnings.some(({ code }) => code === 'page-scanned')
  } catch {
    return false
  }
}
