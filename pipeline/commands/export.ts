/** `export FORMAT`: the graph for other programs. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Argument, Command } from 'commander'
import writeFileAtomic from 'write-file-atomic'
import { EXPORT_FORMATS, type ExportFormat, exportGraph } from '../../graph/export/export-graph.ts'
import { type Console, examples, plural, UsageError } from './command.ts'
import { withInstallation } from './with-installation.ts'

const ABOUT = `
  phenopackets  GA4GH Phenopackets v2, one JSON file a patient
  kgx           nodes and edges (TSV) with Biolink categories and provenance
  csv           one row a patient, for R and pandas
  graphml       for Gephi, yEd, igraph
  canonical     every node and relation in a fixed order; equal graphs give equal bytes`

export function exportCommand(console: Console): Command {
  return new Command('export')
    .description('Write the graph for other programs; without a folder, formats of one file go to stdout.')
    .addArgument(new Argument('<format>', 'what to write').choices(EXPORT_FORMATS))
    .option('--out <folder>', 'write the files here')
    .addHelpText('after', `${ABOUT}\n${examples('export csv > patients.csv', 'export phenopackets --out packets/')}`)
    .action((format: ExportFormat, { out }: { out?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const files = await exportGraph(await installation.graph(), format, new Date().toISOString())
        if (out !== undefined) {
          await mkdir(out, { recursive: true })
          for (const { name, content } of files) await writeFileAtomic(join(out, name), content)
          return console.log(`${plural(files.length, 'file')} → ${out}`)
        }
        if (format === 'phenopackets' || format === 'kgx')
          throw new UsageError(`${format} is several files: name a folder by --out.`)
        for (const { content } of files) console.out(content.trimEnd())
      }),
    )
}
