/** The answer card for people and programs: terminal text, Markdown, CSV (one row per listed patient), JSON. */
import { stringify } from 'csv-stringify/sync'
import type { Interval } from '../statistics/table.ts'
import type { AnswerCard, CellMember } from './answer-card.ts'
import { number, oddsRatioText, percent, pText } from './number-text.ts'

export const CARD_FORMATS = ['card', 'json', 'csv', 'md'] as const
export type CardFormat = (typeof CARD_FORMATS)[number]

export function renderCard(card: AnswerCard, format: CardFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(card, infinityAsText, 2)}\n`
    case 'csv':
      return csv(card)
    case 'md':
      return `${sections(card, MARKDOWN).join('\n')}\n`
    case 'card':
      return `${sections(card, PLAIN).join('\n')}\n`
  }
}

/** JSON has no infinity. */
function infinityAsText(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
}

interface Style {
  readonly heading: (text: string) => string
  readonly table: (rows: readonly (readonly string[])[]) => readonly string[]
  readonly bullet: string
}

const PLAIN: Style = { heading: (text) => text, table: aligned, bullet: '  ' }
const MARKDOWN: Style = {
  heading: (text) => `### ${text}`,
  table: ([head = [], ...rows]) => [line(head), line(head.map(() => '---')), ...rows.map(line)],
  bullet: '- ',
}

const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd())
}

function sections(card: AnswerCard, style: Style): readonly string[] {
  return [
    style.heading(`${card.exposure.text}  ×  ${card.outcome.text}`),
    '',
    ...style.table(tableRows(card)),
    '',
    ...knownLines(card).map((text) => style.bullet + text),
    '',
    ...estimateLines(card).map((text) => style.bullet + text),
    ...strataLines(card, style),
    ...cohortLines(card, style),
    '',
    ...memberLines(card, style),
    style.heading('Mind'),
    ...card.warnings.map((text) => style.bullet + text),
  ]
}

function tableRows({ table: { a, b, c, d }, exposure, outcome }: AnswerCard): readonly (readonly string[])[] {
  const row = (name: string, yes: number, no: number) => [name, String(yes), String(no), percent(yes, yes + no)]
  return [['patients', outcome.text, 'without', 'share'], row(exposure.text, a, b), row('without', c, d)]
}

function knownLines({ patients, exposure, outcome, table }: AnswerCard): readonly string[] {
  const known = table.a + table.b + table.c + table.d
  const side = ({ text, yes, no, unclear, notMentioned }: AnswerCard['exposure']) =>
    `${text}: known of ${yes + no} (${yes} yes, ${no} no), open in ${unclear}, not mentioned in ${notMentioned}`
  return [
    `Both are known of ${known} of ${patients} patients; the others are in no cell.`,
    side(exposure),
    side(outcome),
  ]
}

function estimateLines({ oddsRatio, fisherP, midP, riskDifference }: AnswerCard): readonly string[] {
  if (oddsRatio.conditional === null) return ['Odds ratio: none, nothing is compared.']
  const lines = [
    `Odds ratio ${oddsRatioText(oddsRatio.conditional, oddsRatio.interval)}, exact conditional; sample odds ratio ${number(oddsRatio.sample)}`,
    `Fisher's exact p ${pText(fisherP)} (mid-p ${pText(midP)}), two-sided`,
  ]
  if (riskDifference)
    lines.push(`Risk difference ${number(riskDifference.difference)} (95% ${intervalText(riskDifference)})`)
  return lines
}

const intervalText = ({ low, high }: Interval) => `${number(low)} to ${number(high)}`

function strataLines({ strata }: AnswerCard, style: Style): readonly string[] {
  if (!strata) return []
  const rows = strata.strata.map(({ name, table: { a, b, c, d }, oddsRatio, interval }) => [
    name,
    `${a}/${b}`,
    `${c}/${d}`,
    oddsRatio === null ? 'compares nothing' : oddsRatioText(oddsRatio, interval),
  ])
  const pooled = strata.pooled
    ? `Mantel-Haenszel over the strata: ${oddsRatioText(strata.pooled.oddsRatio, strata.pooled.interval)}, p ${strata.pooled.p === null ? 'none' : pText(strata.pooled.p)}`
    : 'No stratum compares anything.'
  return [
    '',
    style.heading(`By ${strata.by}`),
    ...style.table([['stratum', 'exposed with/without', 'unexposed with/without', 'odds ratio'], ...rows]),
    style.bullet + pooled,
    `${style.bullet}${strata.notStated} patients of the table have no stated ${strata.by}.`,
  ]
}

function cohortLines({ cohorts }: AnswerCard, style: Style): readonly string[] {
  if (cohorts.length === 0) return []
  const lines = cohorts.flatMap((cohort) => [
    `${style.bullet}${oddsRatioText(cohort.oddsRatio, cohort)} in ${cohort.patients} patients (${cohort.population}): ${cohort.verdict}, ${cohort.reason}`,
    `${style.bullet}${cohort.citation}${cohort.doi ? ` doi:${cohort.doi}` : ''}`,
    ...(cohort.patientsNeeded === null
      ? []
      : [`${style.bullet}${cohort.patientsNeeded} patients would be needed to see it here (80% power).`]),
  ])
  return ['', style.heading('Published cohorts'), ...lines]
}

const CELL_NAMES = {
  a: 'exposed, with outcome',
  b: 'exposed, without',
  c: 'unexposed, with outcome',
  d: 'unexposed, without',
} as const
const CELLS = ['a', 'b', 'c', 'd'] as const

function memberLines(card: AnswerCard, style: Style): readonly string[] {
  return CELLS.flatMap((cell) => {
    const members = card.cells[cell]
    const left = card.table[cell] - members.length
    if (members.length === 0) return []
    return [
      style.heading(`${CELL_NAMES[cell]} (${card.table[cell]})`),
      ...members.flatMap((member) => memberText(member).map((text) => style.bullet + text)),
      ...(left > 0 ? [`${style.bullet}and ${left} more`] : []),
      '',
    ]
  })
}

function memberText({ paperTitle, year, cases, exposure, outcome }: CellMember): readonly string[] {
  const quotes = [...exposure, ...outcome].map(({ page, quote }) => `"${quote}" (p. ${page})`)
  return [`${paperTitle ?? 'untitled'}${year === null ? '' : `, ${year}`} [${cases.join(', ')}]: ${quotes.join('; ')}`]
}

function csv(card: AnswerCard): string {
  const quotes = (list: CellMember['exposure']) => list.map(({ page, quote }) => `p. ${page}: ${quote}`).join(' | ')
  const rows = CELLS.flatMap((cell) =>
    card.cells[cell].map((member) => ({
      cell,
      exposed: cell === 'a' || cell === 'b',
      with_outcome: cell === 'a' || cell === 'c',
      patient: member.patient,
      cases: member.cases.join(' '),
      paper: member.paper,
      title: member.paperTitle ?? '',
      year: member.year ?? '',
      exposure_quotes: quotes(member.exposure),
      outcome_quotes: quotes(member.outcome),
    })),
  )
  const columns = [
    'cell',
    'exposed',
    'with_outcome',
    'patient',
    'cases',
    'paper',
    'title',
    'year',
    'exposure_quotes',
    'outcome_quotes',
  ]
  return stringify(rows, { header: true, columns, cast: { boolean: String } })
}
