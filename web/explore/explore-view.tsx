/** Ways to look around in the graph. */

import type { ComponentType } from 'preact'
import { lazy, useRoute } from 'preact-iso'
import { Nothing } from '../frame/states.tsx'
import { Tabs } from '../frame/tabs.tsx'
import { BodyTab } from './body-tab.tsx'
import { CypherTab } from './cypher-tab.tsx'
import { MatrixTab } from './matrix-tab.tsx'
import { QueriesTab } from './queries-tab.tsx'

const CaseTab = lazy(() => import('./case-tab.tsx').then((module) => module.CaseTab))

const TABS: readonly { key: string; name: string; view: ComponentType }[] = [
  { key: 'body', name: 'Body map', view: BodyTab },
  { key: 'treatments', name: 'Treatments', view: MatrixTab },
  { key: 'patient', name: 'Patient graph', view: CaseTab as ComponentType },
  { key: 'queries', name: 'Queries', view: QueriesTab },
  { key: 'cypher', name: 'Cypher', view: CypherTab },
]

export function ExploreView() {
  const { params } = useRoute()
  const current = params.tab || 'body'
  const View = TABS.find(({ key }) => key === current)?.view
  return (
    <div class="page">
      <div class="page-head">
        <h1>Explore</h1>
      </div>
      <Tabs label="Ways to explore" base="/explore" tabs={TABS} current={current} />
      {View ? <View /> : <Nothing title="There is no such tab" />}
    </div>
  )
}
