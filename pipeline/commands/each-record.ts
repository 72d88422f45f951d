/** Reads and extracts many files as the workers do, in children; a bad one costs itself only. */
import { basename } from 'node:path'
import type { Document } from '../../corpus/document.ts'
import { openReaderPool, type ReaderPoolOptions } from '../../corpus/read/reader-pool.ts'
import type { CaseRecord } from '../../extractors/case-record.ts'
import { openExtractionPool } from '../extraction/extraction-pool.ts'
import { CommandFailure, type Console, plural, sentenceOf } from './command.ts'

/** What became of one file. */
export interface Extracted {
  readonly file: string
  readonly document: Document
  readonly record: CaseRecord
}

/**
 * Calls `use` with each record in the order of `files`; says on the log what failed and why.
 * @throws CommandFailure at the end where any file failed.
 */
export async function eachRecord(
  files: readonly string[],
  options: ReaderPoolOptions,
  console: Console,
  use: (extracted: Extracted) => Promise<void> | void,
): Promise<void> {
  const readers = openReaderPool(options)
  const extractions = openExtractionPool()
  const extracted = async (file: string): Promise<Extracted> => {
    const document = await readers.read(file, basename(file))
    return { file, document, record: await extractions.extract(document) }
  }
  let failed = 0
  try {
    // all are asked for at once, the pools bound what runs; awaiting in order keeps the output in order
    const asked = files.map((file) => settled(extracted(file)))
    for (const [index, each] of asked.entries()) {
      const result = await each
      if ('record' in result) await use(result)
      else {
        failed += 1
        console.log(`${files[index]}: ${sentenceOf(result.error)}`)
      }
    }
  } finally {
    await Promise.all([readers.close(), extractions.close()])
  }
  if (failed > 0)
    throw new CommandFailure(`${plural(failed, 'file')} of ${files.length} could not be read (see above).`)
}

function settled(extracting: Promise<Extracted>): Promise<Extracted | { readonly error: unknown }> {
  return extracting.catch((error: unknown) => ({ error }))
}
