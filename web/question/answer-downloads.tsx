import { useState } from 'preact/hooks'
import type { AnswerCard } from '../api/types.ts'
import { saveFile } from '../frame/save-file.ts'
import { answerCsv } from './answer-csv.ts'
import { answerMarkdown } from './answer-markdown.ts'
import { forestSvg } from './forest-svg.ts'

/** The answer as a file, or as a link that asks again. */
export function AnswerDownloads(props: { card: AnswerCard }) {
  const [isCopied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <p class="row-of answer-downloads">
      <button type="button" class="small" onClick={() => saveFile('answer.csv', 'text/csv', answerCsv(props.card))}>
        CSV
      </button>
      <button
        type="button"
        class="small"
        onClick={() => saveFile('answer.svg', 'image/svg+xml', forestSvg(document.querySelector('#forest-plot')!))}
      >
        SVG
      </button>
      <button
        type="button"
        class="small"
        onClick={() => saveFile('answer.md', 'text/markdown', answerMarkdown(props.card, location.href))}
      >
        Markdown
      </button>
      <button type="button" class="small" onClick={copy}>
        {isCopied ? 'Link copied' : 'Copy the link'}
      </button>
    </p>
  )
}
