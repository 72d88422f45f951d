/** The answer for a manuscript or a note. */
import type { AnswerCard } from '../api/types.ts'
import { pValue } from '../frame/words.ts'
import { cellName } from './cell-name.ts'
import { estimateText } from './forest-rows.ts'

export function answerMarkdown(card: AnswerCard, link: string): string {
  const { a, b, c, d } = card.table
  return `${[
    `# ${inert(card.exposure.text)} and ${inert(card.outcome.text)}`,
    '',
    `|  | ${inert(card.outcome.text)} | not so |`,
    '|---|---:|---:|',
    `| ${inert(card.exposure.text)} | ${a} | ${b} |`,
    `| not so | ${c} | ${d} |`,
    '',
    `- Odds ratio ${estimateText(card.oddsRatio)} (exact conditional 95% interval)`,
    `- Fisher’s exact test, two-sided: p ${pValue(card.fisherP)}; mid-p ${pValue(card.midP)}`,
    ...[card.exposure, card.outcome].map(
      ({ text, yes, no, unclear, notMentioned }) =>
        `- ${inert(text)}: yes ${yes}, no ${no}, unclear ${unclear}, not mentioned ${notMentioned}`,
    ),
    ...(card.strata?.strata ?? []).map(
      ({ name, oddsRatio }) => `- ${inert(name)}: odds ratio ${estimateText(oddsRatio)}`,
    ),
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
    ...members.map(({ name, title, year, exposure, outcome }) => {
      const quotes = [...exposure, ...outcome].map(({ text, page }) => `“${inert(text)}” (p. ${page})`)
      return `- ${inert(name)}, *${inert(title)}*${year === null ? '' : ` (${year})`}: ${quotes.join('; ')}`
    }),
    '',
  ]
}

/** Text from a paper must not become markup. */
function inert(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, (mark) => `\\${mark}`).replace(/\s+/g, ' ')
}
