/** A paper without pages (plain text, XML): its words in reading order, the facts marked in them. */
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useResource } from '../api/resource.ts'
import type { Fact, PaperText } from '../api/types.ts'
import { Await } from '../frame/states.tsx'
import type { PageStackProps } from './page-stack.tsx'

export function TextView(props: PageStackProps) {
  const text = useResource<PaperText>(`/papers/${props.detail.paper.id}/text`)
  return (
    <Await of={text} what="the text">
      {(read) => <MarkedText read={read} {...props} />}
    </Await>
  )
}

function MarkedText(props: PageStackProps & { read: PaperText }) {
  const { read, facts, chosen } = props
  const frame = useRef<HTMLElement>(null)
  const marks = useMemo(() => marksOf(facts), [facts])
  useEffect(() => {
    frame.current?.querySelector('mark.chosen')?.scrollIntoView({ block: 'center' })
  }, [chosen])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="page-stack text-sheet" ref={frame} tabIndex={0} aria-label="Text">
      {read.blocks.map((block) => (
        <p key={block.start} class={`block-${block.kind}`}>
          {pieces(read.text, block.start, block.end, marks).map((piece) =>
            piece.mark ? (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the panel holds the same facts for the keyboard
              <mark
                key={piece.start}
                class={`kind-${piece.mark.kind} ${piece.mark.fact === chosen?.fact ? 'chosen' : ''}`}
                data-fact={piece.mark.fact}
                onClick={() => props.onChoose(piece.mark!.fact, piece.mark!.evidence)}
              >
                {piece.text}
              </mark>
            ) : (
              piece.text
            ),
          )}
        </p>
      ))}
    </section>
  )
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly fact: string
  readonly evidence: number
  readonly kind: Fact['kind']
}

function marksOf(facts: readonly Fact[]): readonly Mark[] {
  return facts
    .flatMap((fact) =>
      fact.evidence.map(({ start, end }, evidence) => ({ start, end, fact: fact.id, evidence, kind: fact.kind })),
    )
    .sort((one, other) => one.start - other.start || one.end - other.end)
}

/** The block cut where marks begin and end; of two marks that overlap the first keeps the words. */
function pieces(text: string, start: number, end: number, marks: readonly Mark[]) {
  const cut: { start: number; text: string; mark: Mark | null }[] = []
  let at = start
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue
    if (mark.start > at) cut.push({ start: at, text: text.slice(at, mark.start), mark: null })
    cut.push({ start: mark.start, text: text.slice(mark.start, mark.end), mark })
    at = mark.end
  }
  if (at < end) cut.push({ start: at, text: text.slice(at, end), mark: null })
  return cut
}
