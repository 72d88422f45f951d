/** Figures for Prometheus: what this process did, and at each scrape how the queue and the graph stand. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Installation } from '../installation.ts'
import { STEPS } from '../queue/job.ts'
import { JOB_STATES } from '../queue/job-summary.ts'
import type { JobEvent } from '../queue/workers.ts'

export interface Metrics {
  readonly contentType: string
  /** Hears what the workers of this process do. */
  count(event: JobEvent): void
  /** The answer to a scrape; a store that is down leaves its figures out and says so in `calcigraph_up`. */
  text(): Promise<string>
}

const FACTS_BY_KIND =
  'MATCH (n) WHERE n:Paper OR n:Case OR n:Serology OR n:Deposit OR n:Treatment OR n:Outcome OR n:Claim ' +
  'RETURN labels(n) AS labels, count(n) AS facts'
const KINDS: Readonly<Record<string, string>> = {
  Paper: 'paper',
  Case: 'case',
  Serology: 'antibody',
  Deposit: 'deposit',
  Treatment: 'treatment',
  Outcome: 'outcome',
  Claim: 'claim',
}
const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

export function openMetrics(installation: Installation): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'calcigraph_' })
  const ended = new Counter({
    name: 'calcigraph_job_tries_total',
    help: 'Tries of jobs that ended in this process',
    labelNames: ['step', 'outcome'],
    registers,
  })
  const durations = new Histogram({
    name: 'calcigraph_job_seconds',
    help: 'Duration of tries',
    labelNames: ['step'],
    buckets: SECONDS,
    registers,
  })
  const failures = new Counter({
    name: 'calcigraph_job_failures_total',
    help: 'Jobs that failed for good, by reason',
    labelNames: ['step', 'reason'],
    registers,
  })
  const jobs = new Gauge({ name: 'calcigraph_jobs', help: 'Jobs by state', labelNames: ['step', 'state'], registers })
  const lag = new Gauge({
    name: 'calcigraph_queue_lag_seconds',
    help: 'How long the job that waits longest has waited',
    labelNames: ['step'],
    registers,
  })
  const facts = new Gauge({ name: 'calcigraph_facts', help: 'Facts in the graph', labelNames: ['kind'], registers })
  const up = new Gauge({ name: 'calcigraph_up', help: '1 where the store answers', labelNames: ['store'], registers })

  async function scrape(store: string, look: () => Promise<void>): Promise<void> {
    try {
      await look()
      up.set({ store }, 1)
    } catch {
      up.set({ store }, 0)
    }
  }

  async function lookAtQueue(): Promise<void> {
    const queue = await installation.queue()
    const counts = await queue.counts()
    for (const step of STEPS) {
      for (const state of JOB_STATES) jobs.set({ step, state }, counts[step][state])
      const [oldest] = await queue.queueOf(step).getJobs(['waiting', 'prioritized'], 0, 0, true)
      lag.set({ step }, oldest ? Math.max(0, (Date.now() - oldest.timestamp) / 1000) : 0)
    }
  }

  async function lookAtGraph(): Promise<void> {
    facts.reset()
    for (const kind of Object.values(KINDS)) facts.set({ kind }, 0)
    for (const row of await (await installation.graph()).read(FACTS_BY_KIND)) {
      const label = (row.labels as readonly string[]).find((each) => each in KINDS)
      if (label) facts.set({ kind: KINDS[label]! }, Number(row.facts))
    }
  }

  return {
    contentType: registry.contentType,
    count({ type, step, durationMs, code }) {
      if (type === 'started') return
      ended.inc({ step, outcome: type })
      if (durationMs !== null) durations.observe({ step }, durationMs / 1000)
      if (type === 'failed') failures.inc({ step, reason: code ?? 'unknown' })
    },
    async text() {
      await Promise.all([scrape('queue', lookAtQueue), scrape('graph', lookAtGraph)])
      return registry.metrics()
    },
  }
}
