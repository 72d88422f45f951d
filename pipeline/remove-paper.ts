/** Takes a paper out: its jobs, what only it supports in the graph, and everything stored of it. */
import type { Installation } from './installation.ts'

/** False where the paper is unknown. */
export async function removePaper(installation: Installation, id: string): Promise<boolean> {
  // first the store: a job that runs at this moment finds no paper any more and writes nothing
  const wasKnown = await installation.papers.remove(id)
  const queue = await installation.queue()
  await queue.forget(id)
  const graph = await installation.graph()
  const wasShown = await graph.removePaper(id)
  return wasKnown || wasShown
}
