/** The patients of the paper and their facts; what it says of others stands apart. */
import { useEffect, useRef } from 'preact/hooks'
import type { Fact, PaperDetail } from '../api/types.ts'
import { Nothing } from '../frame/states.tsx'
import { plural } from '../frame/words.ts'
import { FactGroup } from './fact-group.tsx'
import { KindFilter } from './kind-filter.tsx'
import { KIND_GROUPS } from './kinds.ts'
import type { Chosen } from './paper-view.tsx'
import { RemoveButton } from './remove-button.tsx'
import type { Corrections, Verdict } from './review.ts'
import { Warnings } from './warnings.tsx'

export interface FactPanelProps {
  readonly detail: PaperDetail
  readonly facts: readonly Fact[]
  readonly hidden: ReadonlySet<string>
  onHide(hidden: ReadonlySet<string>): void
  readonly chosen: Chosen | null
  onChoose(fact: string, evidence: number): void
  readonly correcting: string | null
  onCorrect(fact: string | null): void
  onReview(fact: Fact, verdict: Verdict, corrections?: Corrections): void
}

export function FactPanel(props: FactPanelProps) {
  const { detail, facts, chosen } = props
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (chosen === null) return
    const row = panel.current?.querySelector(`[data-fact-row="${CSS.escape(chosen.fact)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <aside class="fact-panel" ref={panel} aria-label="Patients and facts">
      <PaperHead detail={detail} />
      <Warnings warnings={detail.warnings} />
      <KindFilter facts={detail.facts} hidden={props.hidden} onHide={props.onHide} />
      {detail.cases.length === 0 && (
        <Nothing title="No patient">Nothing in this paper is said of a patient of its own.</Nothing>
      )}
      {detail.cases.map(({ case: number, id, label, headline }) => (
        <section key={number} class="patient" aria-label={label ?? `Patient ${number}`}>
          <h2>{label ?? `Patient ${number}`}</h2>
          <p class="muted">
            {headline} · <a href={`/explore/patient?case=${encodeURIComponent(id)}`}>as a graph</a>
          </p>
          <Groups {...props} facts={facts.filter((fact) => fact.case === number)} />
        </section>
      ))}
      {facts.some((fact) => fact.case === null) && (
        <section class="patient literature" aria-label="What the paper says of others">
          <h2>What the paper says of others</h2>
          <p class="muted">Literature and general statements; none of it counts as a fact of a patient above.</p>
          <Groups {...props} facts={facts.filter((fact) => fact.case === null)} />
        </section>
      )}
    </aside>
  )
}

function PaperHead(props: { detail: PaperDetail }) {
  const { paper, authors, journal, pages } = props.detail
  const source = [journal, paper.year, pages.length > 0 ? plural(pages.length, 'page') : null]
    .filter(Boolean)
    .join(' · ')
  return (
    <header class="paper-head">
      <h1>{paper.title ?? paper.file}</h1>
      {authors.length > 0 && (
        <p class="muted">{authors.length > 4 ? `${authors.slice(0, 3).join(', ')} et al.` : authors.join(', ')}</p>
      )}
      <p class="muted small">{source}</p>
      <p class="row-of small">
        {paper.doi && <span class="muted">doi:{paper.doi}</span>}
        <a href={`/api/papers/${paper.id}/file`} download>
          Download the file
        </a>
        <RemoveButton paper={paper.id} name={paper.title ?? paper.file} />
      </p>
    </header>
  )
}

function Groups(props: FactPanelProps) {
  return (
    <>
      {KIND_GROUPS.map((group) => {
        const own = props.facts.filter(({ kind }) => group.kinds.includes(kind))
        return own.length === 0 ? null : <FactGroup key={group.many} {...props} group={group} facts={own} />
      })}
    </>
  )
}
