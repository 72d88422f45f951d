/** How the work goes: jobs, what runs by the clock, what a re-extraction changed. */

import type { ComponentType } from 'preact'
import { useRoute } from 'preact-iso'
import { useResource } from '../api/resource.ts'
import type { Status } from '../api/types.ts'
import { Nothing } from '../frame/states.tsx'
import { Tabs } from '../frame/tabs.tsx'
import { ExtractionsTab } from './extractions-tab.tsx'
import { JobsTab } from './jobs-tab.tsx'
import { SchedulesTab } from './schedules-tab.tsx'

const TABS: readonly { key: string; name: string; view: ComponentType }[] = [
  { key: 'jobs', name: 'Jobs', view: JobsTab },
  { key: 'schedules', name: 'Schedules', view: SchedulesTab },
  { key: 'extractions', name: 'Re-extraction', view: ExtractionsTab },
]

export function WorkView() {
  const { params } = useRoute()
  const status = useResource<Status>('/status', true)
  const current = params.tab || 'jobs'
  const View = TABS.find(({ key }) => key === current)?.view
  return (
    <div class="page">
      <div class="page-head">
        <div>
          <h1>Work</h1>
          {status.value && <p>{setUp(status.value)}</p>}
        </div>
      </div>
      <Tabs label="Kinds of work" base="/work" tabs={TABS} current={current} />
      {View ? <View /> : <Nothing title="There is no such tab" />}
    </div>
  )
}

function setUp(status: Status): string {
  const worker = status.working ? 'this server works the queue' : 'workers elsewhere work the queue'
  return `Queue on ${status.queueEngine}, graph on ${status.graphEngine}; ${worker}. Version ${status.version}.`
}
