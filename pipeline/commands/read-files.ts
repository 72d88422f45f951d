/** Reads many files through the pool of child processes; a bad one costs itself only. */
import { basename } from 'node:path'
import type { Document } from '../../corpus/document.ts'
import { openReaderPool, type ReaderPoolOptions } from '../../corpus/read/reader-pool.ts'
import { CommandFailure, type Console, plural, sentenceOf } from './command.ts'

/**
 * Calls `use` with each read document in the order of `files`; says on the log what failed and why.
 * @throws CommandFailure at the end where any file failed.
 */
export async function eachDocument(
  files: readonly string[],
  options: ReaderPoolOptions,
  console: Console,
  use: (document: Document, file: string) => Promise<void> | void,
): Promise<void> {
  const pool = openReaderPool(options)
  let failed = 0
  try {
    // all are asked for at once, the pool bounds what runs; awaiting in order keeps the output in order
    const reads = files.map((file) => settled(pool.read(file, basename(file))))
    for (const [index, read] of reads.entries()) {
      const file = files[index]!
      const result = await read
      if ('document' in result) await use(result.document, file)
      else {
        failed += 1
        console.log(`${file}: ${sentenceOf(result.error)}`)
      }
    }
  } finally {
    await pool.close()
  }
  if (failed > 0)
    throw new CommandFailure(`${plural(failed, 'file')} of ${files.length} could not be read (see above).`)
}

type Settled = { readonly document: Document } | { readonly error: unknown }

function settled(read: Promise<Document>): Promise<Settled> {
  return read.then(
    (document) => ({ document }),
    (error: unknown) => ({ error }),
  )
}
