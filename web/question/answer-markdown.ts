/** The answer for a manuscript or a note. */
import type { AnswerCard } from '../api/types.ts'
import { pValue } from '../frame/words.ts'
import { estimateText } from './forest-rows.ts'
import { cellName } from './two-by-two.tsx'

export function answerMarkdown(card: AnswerCard, link: string): string {
  const { a, b, c, d } = card.table
  const { exposureUnknown, outcomeUnknown, bothUnknown } = card.excluded
  return `${[
    `# ${inert(card.exposure)} and ${inert(card.outcome)}`,
    '',
    `|  | ${inert(card.outcome)} | not so |`,
    '|---|---:|---:|',
    `| ${inert(card.exposure)} | ${a} | ${b} |`,
    `| not so | ${c} | ${d} |`,
    '',
    `- Odds ratio ${estimateText(card.oddsRatio)} (exact conditional 95% interval)`,
    `- Fisher’s exact test, two-sided: p ${pValue(card.fisherP)}; mid-p ${pValue(card.midP)}`,
    `- In no cell: exposure unknown ${exposureUnknown}, outcome unknown ${outcomeUnknown}, neither known ${bothUnknown}`,
    ...card.stratified.map(({ stratum, oddsRatio }) => `- ${inert(stratum)}: odds ratio ${estimateText(oddsRatio)}`),
    ...card.published.map(
      ({ citation, oddsRatio, verdict }) => `- Published, ${inert(citation)}: ${estimateText(oddsRatio)} (${verdict})`,
    ),
    ...card.warnings.map((warning) => `- Warning: ${inert(warning)}`),
    '',
    ...(['a', 'b', 'c', 'd'] as const).flatMap((cell) => membersOf(card, cell)),
    `Ask again: <${link}>`,
  ].join('\n')}\n`
}

function membersOf(card: AnswerCard, cell: 'a' | 'b' | 'c' | 'd'): readonly string[] {
  const members = card.cells[cell]
  if (members.length === 0) return []
  return [
    `## ${inert(cellName(card, cell))} (${members.length})`,
    '',
    ...members.map(({ patient, title, year, exposureQuotes, outcomeQuotes }) => {
      const quotes = [...exposureQuotes, ...outcomeQuotes].map(
        ({ text, page }) => `“${inert(text)}”${page === null ? '' : ` (p. ${page})`}`,
      )
      return `- ${inert(patient)}, *${inert(title)}*${year === null ? '' : ` (${year})`}: ${quotes.join('; ')}`
    }),
    '',
  ]
}

/** Text from a paper must not become markup. */
function inert(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, (mark) => `\\${mark}`).replace(/\s+/g, ' ')
}
