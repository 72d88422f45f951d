/** A paper as a person names it: its id, the beginning of the id, or its file name. */
import type { CasePapers } from '../case-papers.ts'
import { UsageError } from './command.ts'

/** @throws UsageError where no paper, or more than one, goes by that name. */
export async function findPaper(papers: CasePapers, name: string): Promise<string> {
  const ids = await papers.ids()
  const begun = name.startsWith('sha256:') ? name : `sha256:${name}`
  const matching = /^(sha256:)?[0-9a-f]{6,64}$/.test(name) ? ids.filter((id) => id.startsWith(begun)) : []
  const found = matching.length > 0 ? matching : await papersOfFile(papers, ids, name)
  if (found.length === 1) return found[0]!
  throw new UsageError(
    found.length === 0
      ? `There is no paper "${name}" in the store; \`calcigraph papers\` lists them.`
      : `${found.length} papers go by "${name}": give the id (${found.map((id) => id.slice(0, 19)).join(', ')}).`,
  )
}

async function papersOfFile(papers: CasePapers, ids: readonly string[], file: string): Promise<readonly string[]> {
  const named = await Promise.all(ids.map(async (id) => ((await papers.paper(id))?.file === file ? id : null)))
  return named.filter((id) => id !== null)
}
