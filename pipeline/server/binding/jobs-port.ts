/** Jobs of the queue as the browser shows them. */
import type { JobState, JobSummary } from '../../queue/job-summary.ts'
import type { PaperQueue } from '../../queue/paper-queue.ts'
import type { JobsPort } from '../ports.ts'
import type { Job, JobList } from '../schemas/operation.ts'
import type { Activity } from './activity.ts'

/** `prioritized` is waiting in the order of urgency: one word for both is enough for people. */
const STATES_OF: Readonly<Record<Job['state'], readonly JobState[]>> = {
  waiting: ['waiting', 'prioritized'],
  active: ['active'],
  delayed: ['delayed'],
  failed: ['failed'],
  completed: ['completed'],
}

export function jobsPort(open: () => Promise<PaperQueue>, activity: Activity): JobsPort {
  return {
    async list(state, limit) {
      const queue = await open()
      const filter = state === null ? { limit } : { limit, states: STATES_OF[state] }
      const [jobs, counts] = await Promise.all([queue.list(filter), countStates(queue)])
      return { counts, jobs: jobs.map(jobView) }
    },
    async show(id) {
      const job = await (await open()).show(id)
      return job && jobView(job)
    },
    async retry(id) {
      return (await (await open()).retry([id])).length > 0
    },
    watch: activity.watch,
  }
}

async function countStates(queue: PaperQueue): Promise<JobList['counts']> {
  const counts = { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 }
  for (const step of Object.values(await queue.counts())) {
    for (const [state, own] of Object.entries(STATES_OF)) {
      for (const part of own) counts[state as Job['state']] += step[part]
    }
  }
  return counts
}

function jobView(job: JobSummary): Job {
  return {
    id: job.id,
    step: job.step,
    state: job.state === 'prioritized' ? 'waiting' : job.state,
    paper: job.paper,
    file: job.file,
    reason: job.reason,
    note: job.note,
    attempts: job.attempts,
    progress: null,
    addedAt: new Date(job.queuedAt).toISOString(),
    finishedAt: job.finishedAt === null ? null : new Date(job.finishedAt).toISOString(),
  }
}
