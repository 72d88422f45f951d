/** Scores as text for a terminal. */
import type { ReliabilityBin, RuleRecord } from './reliability.ts'
import type { Score, Scores } from './score-records.ts'

/** One row a section and one for all of them. */
export function scoreTable(scores: Scores): string {
  const rows = [...scores.sections].filter(([, score]) => !isEmpty(score))
  const absent = scores.documents.filter((document) => document.absent).length
  const lines = rows.map(([section, score]) => scoreRow(section, score))
  const total = scoreRow(`ALL ${scores.documents.length} papers`, scores.all)
  return [...lines, total, ...(absent > 0 ? [`${absent} of the papers had no record.`] : [])].join('\n')
}

/** A review without patients, from which nothing was taken: right, but without a figure. */
const isEmpty = (score: Score): boolean => score.hits + score.extras + score.misses === 0

function scoreRow(name: string, score: Score): string {
  if (isEmpty(score)) return `${name.padEnd(14)}  nothing to find, nothing found`
  const figures = `P ${score.precision.toFixed(3)}  R ${score.recall.toFixed(3)}  F1 ${score.f1.toFixed(3)}`
  return `${name.padEnd(14)}  ${figures}  (right ${score.hits}, extra ${score.extras}, missed ${score.misses})`
}

/** Every miss and every extra, a line each: document, section, verdict, what. */
export function errorList(scores: Scores): string {
  return scores.documents
    .flatMap(({ document, judgements }) =>
      judgements
        .filter(({ verdict }) => verdict !== 'hit')
        .map(({ section, verdict, shown }) => [document, section, verdict, shown].join('\t')),
    )
    .join('\n')
}

const rankOf = (score: Score): number => (isEmpty(score) ? 1 : score.f1)

/** One row a paper, the worst first. */
export function documentTable(
  scores: Scores,
  scoreOf: (judgements: Scores['documents'][number]['judgements']) => Score,
): string {
  return scores.documents
    .map(({ document, judgements }) => ({ document, score: scoreOf(judgements) }))
    .sort((a, b) => rankOf(a.score) - rankOf(b.score) || a.document.localeCompare(b.document))
    .map(({ document, score }) => scoreRow(document.padEnd(28), score))
    .join('\n')
}

/** How far the confidences can be believed. */
export function reliabilityTable(bins: readonly ReliabilityBin[]): string {
  const rows = bins.map(
    (bin) =>
      `${bin.from.toFixed(1)}-${bin.to.toFixed(1)}  facts ${String(bin.facts).padStart(5)}  said ${bin.meanConfidence.toFixed(2)}  right ${bin.correct.toFixed(2)}`,
  )
  return ['confidence', ...rows].join('\n')
}

/** The rules, the least reliable first. */
export function ruleTable(records: readonly RuleRecord[]): string {
  const share = ({ right, facts }: RuleRecord): number => right / facts
  return [...records]
    .sort((a, b) => share(a) - share(b) || a.rule.localeCompare(b.rule))
    .map(
      (record) =>
        `${record.rule.padEnd(32)}  facts ${String(record.facts).padStart(4)}  right ${share(record).toFixed(2)}`,
    )
    .join('\n')
}
