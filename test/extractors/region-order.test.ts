import { expect, test } from 'vitest'
import { documentOfText } from '../../corpus/read/read-text.ts'
import { extractRecord } from '../../extractors/extract.ts'

const sitesOf = (text: string) =>
  extractRecord(documentOfText(`Case report\n\nWe saw a 45-year-old woman with calcinosis. ${text}`, 'case.txt'))
    .cases.flatMap(({ deposits }) => deposits)
    .map(({ site }) => site.label)

test('a region stands before its parts, the rest as it is told', () => {
  expect(
    sitesOf('Calcification lay at the left femoral neck. Calcification lay at the chin and over the left thigh.'),
  ).toEqual(['thigh', 'femoral neck', 'chin'])
})
