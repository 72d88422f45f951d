/** A paper as it was printed, with every fact boxed in its place, and the patients beside it. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { useResource } from '../api/resource.ts'
import type { Fact, PaperDetail } from '../api/types.ts'
import { Await } from '../frame/states.tsx'
import { FactPanel } from './fact-panel.tsx'
import { useHoverLink } from './hover-link.ts'
import { KeyHelp } from './key-help.tsx'
import { PageStack } from './page-stack.tsx'
import { decide, type Verdict } from './review.ts'
import { useReviewKeys } from './review-keys.ts'
import { TextView } from './text-view.tsx'

export function PaperView() {
  const { params } = useRoute()
  const paper = useResource<PaperDetail>(`/papers/${params.id}`)
  return (
    <Await of={paper} what="the paper">
      {(detail) => <OpenPaper key={detail.paper.id} detail={detail} onDecided={paper.reload} />}
    </Await>
  )
}

/** What is chosen, and how often it was chosen anew: a second click on the same fact shows its place again. */
export interface Chosen {
  readonly fact: string
  /** Index into the fact's evidence. */
  readonly evidence: number
  readonly turn: number
}

function OpenPaper(props: { detail: PaperDetail; onDecided: () => void }) {
  const { detail } = props
  const { query } = useLocation()
  const [chosen, setChosen] = useState<Chosen | null>(() => askedFor(detail.facts, query))
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [correcting, setCorrecting] = useState<string | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  useHoverLink(frame)
  const [message, setMessage] = useState<string | null>(null)
  const facts = useMemo(() => detail.facts.filter(({ kind }) => !hidden.has(kind)), [detail.facts, hidden])

  const choose = useCallback((fact: string, evidence = 0) => {
    setChosen((before) => ({ fact, evidence, turn: (before?.turn ?? 0) + 1 }))
  }, [])
  const review = useCallback(
    async (fact: Fact, verdict: Verdict, corrections = {}) => {
      setMessage(await decide(detail.paper.id, fact, verdict, corrections))
      setCorrecting(null)
      props.onDecided()
    },
    [detail.paper.id, props.onDecided],
  )
  useReviewKeys({ facts, chosen, choose, review, correct: setCorrecting, isBusy: correcting !== null })
  useEffect(() => {
    document.title = `${detail.paper.title ?? detail.paper.file} · Calcigraph`
  }, [detail])

  return (
    <div class="paper-view" ref={frame}>
      <section class="paper-pages" aria-label="The paper">
        {detail.hasPages ? (
          <PageStack detail={detail} facts={facts} chosen={chosen} onChoose={choose} />
        ) : (
          <TextView detail={detail} facts={facts} chosen={chosen} onChoose={choose} />
        )}
      </section>
      <FactPanel
        detail={detail}
        facts={facts}
        hidden={hidden}
        onHide={setHidden}
        chosen={chosen}
        onChoose={choose}
        correcting={correcting}
        onCorrect={setCorrecting}
        onReview={review}
      />
      <p class="visually-hidden" role="status">
        {message}
      </p>
      <KeyHelp />
    </div>
  )
}

/** `?fact=ID`, or `?quote=WORDS&page=N` for the fact that these words license. */
function askedFor(facts: readonly Fact[], query: Readonly<Record<string, string>>): Chosen | null {
  if (query.fact && facts.some(({ id }) => id === query.fact)) return { fact: query.fact, evidence: 0, turn: 1 }
  if (query.quote === undefined) return null
  for (const fact of facts) {
    const evidence = fact.evidence.findIndex(({ text, page }) => text === query.quote && String(page) === query.page)
    if (evidence >= 0) return { fact: fact.id, evidence, turn: 1 }
  }
  return null
}
