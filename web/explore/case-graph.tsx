/** Draws one patient with cytoscape: the patient in the middle, kinds of facts in rings of sectors around. */
import cytoscape from 'cytoscape'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { GraphPicture } from '../api/types.ts'
import { radialLayout } from './radial-layout.ts'

export function CaseGraph(props: { picture: GraphPicture }) {
  const frame = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => {
    const graph = draw(frame.current!, props.picture)
    graph.on('tap', 'node', (event) => setChosen(event.target.id() as string))
    const observer = new ResizeObserver(() => graph.resize().fit(undefined, 24))
    observer.observe(frame.current!)
    const repaint = new MutationObserver(() => graph.style(styleOf(frame.current!)))
    repaint.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      observer.disconnect()
      repaint.disconnect()
      graph.destroy()
    }
  }, [props.picture])
  const node = props.picture.nodes.find(({ id }) => id === chosen)
  return (
    <div class="card case-graph">
      <div
        class="graph-frame"
        ref={frame}
        role="img"
        aria-label={`Graph of ${props.picture.nodes.length} nodes; the list below says the same`}
      />
      <div class="graph-details" aria-live="polite">
        {node ? <NodeDetails node={node} /> : <p class="muted small">Choose a node to see what it holds.</p>}
      </div>
      <details>
        <summary>The same as a list</summary>
        <ul class="graph-list">
          {props.picture.edges.map(({ from, to, label }) => (
            <li key={`${from} ${label} ${to}`}>
              {nameOf(props.picture, from)} <span class="muted">{label.toLowerCase().replaceAll('_', ' ')}</span>{' '}
              {nameOf(props.picture, to)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function nameOf(picture: GraphPicture, id: string): string {
  return picture.nodes.find((node) => node.id === id)?.label ?? id
}

function NodeDetails(props: { node: GraphPicture['nodes'][number] }) {
  const { kind, label, details } = props.node
  return (
    <>
      <h3>
        {label} <span class="muted small">{kind}</span>
      </h3>
      <dl class="node-details">
        {details.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function draw(container: HTMLElement, picture: GraphPicture): cytoscape.Core {
  // cytoscape would write a style element, which the security policy forbids; it does not if one is there
  if (!document.getElementById('__________cytoscape_stylesheet')) {
    const marker = document.createElement('template')
    marker.id = '__________cytoscape_stylesheet'
    document.head.append(marker)
  }
  const places = radialLayout(picture)
  return cytoscape({
    container,
    elements: [
      ...picture.nodes.map(({ id, kind, label }) => ({
        data: { id, label },
        classes: `kind-${kind}`,
        position: places.get(id)!,
      })),
      ...picture.edges.map(({ from, to, label }) => ({
        data: {
          id: `${from} ${label} ${to}`,
          source: from,
          target: to,
          label: label.toLowerCase().replaceAll('_', ' '),
        },
      })),
    ],
    layout: { name: 'preset', fit: true, padding: 24 },
    style: styleOf(container),
    minZoom: 0.25,
    maxZoom: 2.5,
    autoungrabify: false,
  })
}

const KINDS: Readonly<Record<string, string>> = {
  case: 'accent',
  paper: 'kind-person',
  disease: 'kind-disease',
  calcinosis: 'kind-disease',
  antibody: 'kind-antibody',
  deposit: 'kind-deposit',
  site: 'kind-deposit',
  treatment: 'kind-treatment',
  outcome: 'kind-outcome',
  finding: 'kind-finding',
  lab: 'kind-lab',
}

function styleOf(frame: HTMLElement): cytoscape.StylesheetJson {
  const colour = (name: string) => getComputedStyle(frame).getPropertyValue(`--${name}`).trim()
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        color: colour('ink'),
        'font-size': 13,
        'font-family': 'Inter Variable, sans-serif',
        'text-wrap': 'wrap',
        'text-max-width': '130px',
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'background-color': colour('kind-person'),
        width: 22,
        height: 22,
        'text-background-color': colour('surface'),
        'text-background-opacity': 0.85,
        'text-background-padding': '2px',
      },
    },
    ...Object.entries(KINDS).map(([kind, name]) => ({
      selector: `.kind-${kind}`,
      style: { 'background-color': colour(name) },
    })),
    { selector: '.kind-case', style: { width: 44, height: 44, 'font-weight': 600, 'font-size': 15 } },
    { selector: 'node:selected', style: { 'border-width': 4, 'border-color': colour('ink') } },
    {
      selector: 'edge',
      style: {
        width: 1.4,
        'line-color': colour('line-strong'),
        'curve-style': 'straight',
        'target-arrow-shape': 'triangle',
        'target-arrow-color': colour('line-strong'),
        'arrow-scale': 0.7,
      },
    },
  ]
}
