import { useMemo, useState } from 'preact/hooks'
import { useResource } from '../api/resource.ts'
import type { SiteMap } from '../api/types.ts'
import { Await, Nothing } from '../frame/states.tsx'
import { millimetres, plural, sentenceCase } from '../frame/words.ts'
import { BodyFigure } from './body-figure.tsx'
import { countRegions, type RegionCount } from './regions.ts'

/** Where the deposits lie, on a figure and as a list. */
export function BodyTab() {
  const sites = useResource<SiteMap>('/sites', true)
  return (
    <Await of={sites} what="the sites">
      {({ sites: found }) =>
        found.some(({ deposits }) => deposits > 0) ? (
          <BodyMap sites={found} />
        ) : (
          <Nothing title="No deposits yet">They appear as soon as a paper with deposits is read.</Nothing>
        )
      }
    </Await>
  )
}

function BodyMap(props: { sites: SiteMap['sites'] }) {
  const { regions, elsewhere } = useMemo(() => countRegions(props.sites), [props.sites])
  const ranked = [...regions].sort((one, other) => other.cases - one.cases || one.region.localeCompare(other.region))
  const [chosen, setChosen] = useState<string | null>(ranked[0]?.region ?? null)
  const region = ranked.find((candidate) => candidate.region === chosen)
  return (
    <div class="body-map">
      <figure class="card">
        <BodyFigure regions={regions} chosen={chosen} onChoose={setChosen} />
        <figcaption class="muted small">
          The stronger the colour, the more patients. The patient’s right is on your left.
        </figcaption>
      </figure>
      <div class="card">
        <h2>Regions</h2>
        <RegionBars regions={ranked} chosen={chosen} onChoose={setChosen} />
      </div>
      <div class="card">
        {region ? <RegionSites name={region.region} sites={region.sites} /> : <Nothing title="Choose a region" />}
        {elsewhere.length > 0 && <RegionSites name="elsewhere" sites={elsewhere} />}
      </div>
    </div>
  )
}

function RegionBars(props: {
  regions: readonly RegionCount[]
  chosen: string | null
  onChoose: (region: string) => void
}) {
  const most = Math.max(...props.regions.map(({ cases }) => cases))
  return (
    <ul class="region-bars">
      {props.regions.map(({ region, cases, maxMm }) => (
        <li key={region}>
          <button
            type="button"
            class="region-bar"
            aria-pressed={region === props.chosen}
            onClick={() => props.onChoose(region)}
          >
            <span class="region-name">{sentenceCase(region)}</span>
            <span class="region-meter" aria-hidden="true">
              <span style={{ width: `${(cases / most) * 100}%` }} />
            </span>
            <span class="number small">
              {plural(cases, 'patient')}
              {maxMm !== null && <span class="muted">, to {millimetres(maxMm)}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function RegionSites(props: { name: string; sites: SiteMap['sites'] }) {
  return (
    <section class="region-sites" aria-label={props.name}>
      <h2>{sentenceCase(props.name)}</h2>
      <table class="rows plain">
        <thead>
          <tr>
            <th scope="col">Site</th>
            <th scope="col" class="number">
              Patients
            </th>
            <th scope="col" class="number">
              Largest
            </th>
          </tr>
        </thead>
        <tbody>
          {props.sites.map((site) => (
            <tr key={site.key}>
              <td>
                {site.label}
                <span class="muted small"> {sides(site.sides)}</span>
              </td>
              <td class="number">{site.cases}</td>
              <td class="number">{millimetres(site.maxMm) || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function sides({ left, right, bilateral }: SiteMap['sites'][number]['sides']): string {
  return [left > 0 && `${left} left`, right > 0 && `${right} right`, bilateral > 0 && `${bilateral} both`]
    .filter(Boolean)
    .join(', ')
}
