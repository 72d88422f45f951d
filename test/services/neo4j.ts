/**
 * Neo4j for tests without containers: the server of NEO4J_URL, or a real Community server run from Maven artifacts on
 * Java 17+. The class path is worked out once and kept in the user's cache folder.
 */
import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { freePort, waitForPort } from './port.ts'
import type { Service } from './service.ts'

const run = promisify(execFile)

const VERSION = '5.26.18'
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'calcigraph')
const FOLDERS = ['conf', 'data', 'logs', 'run', 'plugins', 'import', 'lib', 'licenses']
const START_TIMEOUT_MS = 120_000

/** Neo4j opens itself to these packages in its own start script. */
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch', 'java.lang', 'java.util.concurrent', 'java.util']

export async function startNeo4j(): Promise<Service> {
  const given = process.env.NEO4J_URL
  if (given) return { url: given, stop: async () => {} }
  const classPath = await classPathOfNeo4j()
  return 'skipped' in classPath ? classPath : startServer(classPath.jars)
}

async function classPathOfNeo4j(): Promise<{ jars: string } | { skipped: string }> {
  const [java, maven] = await Promise.all([run('java', ['-version']), run('mvn', ['-version'])].map(succeeds))
  if (!java) return { skipped: 'Neo4j: no Java on the PATH (17 or newer), and NEO4J_URL is not set' }
  const file = join(CACHE, `neo4j-${VERSION}.classpath`)
  const kept = existsSync(file) ? (await readFile(file, 'utf8')).split(delimiter) : []
  if (kept.length > 0 && kept.every((jar) => existsSync(jar))) return { jars: kept.join(delimiter) }
  if (!maven) return { skipped: 'Neo4j: no mvn on the PATH to fetch it, and NEO4J_URL is not set' }
  try {
    return { jars: await fetchClassPath(file) }
  } catch (error) {
    return { skipped: `Neo4j: Maven could not fetch it (${firstLine(error)})` }
  }
}

const succeeds = (started: Promise<unknown>) =>
  started.then(
    () => true,
    () => false,
  )

const firstLine = (error: unknown) => String(error instanceof Error ? error.message : error).split('\n')[0]

async function fetchClassPath(file: string): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'calcigraph-neo4j-pom-'))
  try {
    await writeFile(join(project, 'pom.xml'), POM)
    const made = join(project, 'classpath')
    await run('mvn', ['-q', '-B', 'dependency:build-classpath', `-Dmdep.outputFile=${made}`], { cwd: project })
    const jars = (await readFile(made, 'utf8')).trim()
    await mkdir(CACHE, { recursive: true })
    await writeFile(file, jars)
    return jars
  } finally {
    await rm(project, { recursive: true, force: true })
  }
}

const dependency = (group: string, artifact: string) =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${VERSION}</version></dependency>`

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>calcigraph</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
<dependencies>${dependency('org.neo4j', 'neo4j')}${dependency('org.neo4j.app', 'neo4j-server')}</dependencies></project>`

async function startServer(jars: string): Promise<Service> {
  const home = await mkdtemp(join(tmpdir(), 'calcigraph-neo4j-'))
  const server = await runServer(jars, home, await freePort())
  if ('skipped' in server) {
    await rm(home, { recursive: true, force: true })
    return server
  }
  return {
    url: server.url,
    stop: async () => {
      await server.kill()
      await rm(home, { recursive: true, force: true })
    },
  }
}

export interface Neo4jServer {
  readonly url: string
  readonly pid: number
  /** SIGKILL, in the middle of whatever it does. */
  kill(): Promise<void>
}

/** A server of one's own, that may be killed and started again on the same home folder. */
export async function startNeo4jServer(home: string, port: number): Promise<Neo4jServer | { skipped: string }> {
  const classPath = await classPathOfNeo4j()
  return 'skipped' in classPath ? classPath : runServer(classPath.jars, home, port)
}

async function runServer(jars: string, home: string, port: number): Promise<Neo4jServer | { skipped: string }> {
  for (const folder of FOLDERS) await mkdir(join(home, folder), { recursive: true })
  await writeFile(join(home, 'conf', 'neo4j.conf'), configuration(port))
  const opens = OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`)
  const server = spawn(
    'java',
    [
      '-Xmx512m',
      ...opens,
      '-cp',
      jars,
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${home}`,
      `--config-dir=${home}/conf`,
    ],
    { stdio: 'ignore' },
  )
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()).once('error', () => resolve()))
  const kill = async () => {
    server.kill('SIGKILL')
    await ended
  }
  // vitest that is stopped by a signal never tears down
  const killNow = () => server.kill('SIGKILL')
  process.once('exit', killNow)
  server.once('close', () => process.off('exit', killNow))
  const isUp = await waitForPort('127.0.0.1', port, START_TIMEOUT_MS, () => server.exitCode !== null)
  if (isUp) return { url: `bolt://127.0.0.1:${port}`, pid: server.pid!, kill }
  await kill()
  return { skipped: `Neo4j: the server from Maven artifacts ended or did not answer on port ${port}` }
}

/** Bolt on this machine only; usage reports off; transactions small, so that tests meet the limits of memory early. */
const configuration = (port: number) => `dbms.security.auth_enabled=false
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.initial_size=128m
server.memory.heap.max_size=512m
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
`
