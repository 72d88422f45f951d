/** Draws one patient with cytoscape, as a map of lines that can be read. */
import cytoscape from 'cytoscape'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { GraphPicture } from '../api/types.ts'
import { type MindMap, mindMap } from './mind-map.ts'

export function CaseGraph(props: { picture: GraphPicture }) {
  const frame = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const map = useMemo(() => mindMap(props.picture), [props.picture])
  useEffect(() => {
    const graph = draw(frame.current!, map)
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
  }, [map])
  const node = props.picture.nodes.find(({ id }) => id === chosen)
  const paper = props.picture.nodes.find(({ kind }) => kind === 'paper')
  return (
    <div class="card case-graph">
      <div
        class="graph-frame"
        style={{ height: `${Math.min(900, Math.max(340, map.height * 0.86 + 60))}px` }}
        ref={frame}
        role="img"
        aria-label={`Graph of ${props.picture.nodes.length} nodes; the list below says the same`}
      />
      <div class="graph-details" aria-live="polite">
        {node ? (
          <NodeDetails node={node} />
        ) : (
          <p class="muted small">
            Choose a node to see what it holds. {paper && <a href={`/papers/${paper.id}`}>Open the paper</a>}
          </p>
        )}
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

function draw(container: HTMLElement, map: MindMap): cytoscape.Core {
  // cytoscape would write a style element, which the security policy forbids; it does not if one is there
  if (!document.getElementById('__________cytoscape_stylesheet')) {
    const marker = document.createElement('template')
    marker.id = '__________cytoscape_stylesheet'
    document.head.append(marker)
  }
  return cytoscape({
    container,
    elements: [
      ...map.nodes.map(({ id, kind, label, role, side, x, y }) => ({
        data: { id, label },
        classes: `kind-${kind} ${role} ${side}`,
        position: { x, y },
        selectable: role === 'fact',
      })),
      ...map.edges.map(({ from, to }) => ({ data: { id: `${from} ${to}`, source: from, target: to } })),
    ],
    layout: { name: 'preset', fit: true, padding: 24 },
    style: styleOf(container),
    minZoom: 0.2,
    maxZoom: 2.5,
    autoungrabify: true,
    userZoomingEnabled: false,
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
        'font-size': 15,
        'font-family': 'Inter Variable, sans-serif',
        'text-valign': 'center',
        'text-wrap': 'ellipsis',
        'text-max-width': '270px',
        'background-color': colour('kind-person'),
        width: 12,
        height: 12,
      },
    },
    { selector: '.fact.right', style: { 'text-halign': 'right', 'text-margin-x': 7 } },
    { selector: '.fact.left', style: { 'text-halign': 'left', 'text-margin-x': -7 } },
    {
      selector: '.hub',
      style: {
        width: 16,
        height: 16,
        shape: 'round-rectangle',
        'font-size': 13,
        'font-weight': 'bold',
        color: colour('muted'),
        'text-valign': 'top',
        'text-margin-y': -4,
        'text-background-color': colour('surface'),
        'text-background-opacity': 0.9,
        'text-background-padding': '2px',
      },
    },
    ...Object.entries(KINDS).map(([kind, name]) => ({
      selector: `.kind-${kind}`,
      style: { 'background-color': colour(name) },
    })),
    {
      selector: '.patient',
      style: {
        width: 36,
        height: 36,
        'font-weight': 'bold',
        'font-size': 15,
        'text-valign': 'bottom',
        'text-margin-y': 6,
        'text-wrap': 'wrap',
        'text-max-width': '130px',
        'text-background-color': colour('surface'),
        'text-background-opacity': 0.9,
        'text-background-padding': '2px',
      },
    },
    { selector: 'node:selected', style: { 'border-width': 3, 'border-color': colour('ink') } },
    {
      selector: 'edge',
      style: { width: 1.2, 'line-color': colour('line-strong'), 'line-opacity': 0.6, 'curve-style': 'straight' },
    },
  ]
}
