/** What people decided about cases of two papers being one patient: kept in the paper store, laid over the graph. */
import { createHash } from 'node:crypto'
import type { SameLink } from '../../graph/same-patient/same-link.ts'
import type { CasePapers } from '../case-papers.ts'
import type { Installation } from '../installation.ts'

const FOLDER = 'curation/same-patient/'

/** Decided links and standing proposals, in the order of their cases. */
export async function sameLinksOf(papers: CasePapers): Promise<readonly SameLink[]> {
  const links: SameLink[] = []
  for (const key of await papers.blobs.list(FOLDER)) {
    const bytes = await papers.blobs.read(key)
    if (bytes) links.push(JSON.parse(new TextDecoder().decode(bytes)) as SameLink)
  }
  return links.sort((one, other) => (one.cases.join(' ') < other.cases.join(' ') ? -1 : 1))
}

/** Keeps a proposal or decision, in place of the one before on the same two cases, and shows it in the graph. */
export async function keepSameLink(installation: Installation, link: SameLink): Promise<void> {
  const { papers } = installation
  const hash = createHash('sha256').update(link.cases.join(' ')).digest('hex').slice(0, 32)
  await papers.blobs.write(`${FOLDER}${hash}.json`, new TextEncoder().encode(`${JSON.stringify(link)}\n`))
  await (await installation.graph()).replaceSameLinks(await sameLinksOf(papers))
}
