/** The answer as one line a patient, for R, pandas or a spreadsheet. */
import type { AnswerCard } from '../api/types.ts'
import { csvLine } from '../frame/csv.ts'

const HEAD = [
  'exposed',
  'outcome',
  'paper',
  'year',
  'title',
  'patient',
  'described as',
  'exposure quote',
  'outcome quote',
]

export function answerCsv(card: AnswerCard): string {
  const lines = (['a', 'b', 'c', 'd'] as const).flatMap((cell) =>
    card.cells[cell].map((member) =>
      csvLine([
        cell === 'a' || cell === 'b' ? 1 : 0,
        cell === 'a' || cell === 'c' ? 1 : 0,
        member.paper,
        member.year,
        member.title,
        member.patient,
        member.name,
        member.exposure.map(({ text }) => text).join(' | '),
        member.outcome.map(({ text }) => text).join(' | '),
      ]),
    ),
  )
  return `${[csvLine(HEAD), ...lines].join('\r\n')}\r\n`
}
