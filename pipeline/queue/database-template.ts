/**
 * An empty database, made once on a machine and copied from then on: making one takes seconds of computing, copying
 * it a fraction of one. It lies in the user's cache folder and may be deleted at any time.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** Makes a database in an empty folder and closes it. */
export type MakeDatabase = (folder: string) => Promise<void>

/** The folder becomes a copy of the template, all or nothing. False where no template can be had. */
export async function copyTemplate(folder: string, make: MakeDatabase): Promise<boolean> {
  const part = `${folder}.part-${randomBytes(4).toString('hex')}`
  try {
    const template = await templateFolder()
    if (!existsSync(template)) await makeTemplate(template, make)
    await mkdir(dirname(folder), { recursive: true })
    await cp(template, part, { recursive: true })
    await rename(part, folder)
    return true
  } catch {
    // a cache that can not be written costs time, nothing else
    await rm(part, { recursive: true, force: true })
    return false
  }
}

/** For a template that turned out to be damaged. */
export async function forgetTemplate(): Promise<void> {
  await rm(await templateFolder(), { recursive: true, force: true })
}

async function makeTemplate(template: string, make: MakeDatabase): Promise<void> {
  const part = `${template}.part-${randomBytes(4).toString('hex')}`
  await mkdir(dirname(template), { recursive: true })
  try {
    await make(part)
    await rename(part, template)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    // another process may have been quicker
    if (!existsSync(template)) throw error
  }
}

/** One for each version of the database. */
async function templateFolder(): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(await readFile(join(dirname(main), '..', 'package.json'), 'utf8')) as {
    version: string
  }
  return join(cache, 'calcigraph', `empty-queue-${version}`)
}
