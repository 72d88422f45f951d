import { expect, test } from 'vitest'
import { documentOfText } from '../../corpus/read/read-text.ts'
import { calcinosis } from '../../extractors/calcinosis/calcinosis.ts'
import { extractRecord } from '../../extractors/extract.ts'

function typesOf(text: string): string {
  const report = `Case report\n\nWe saw a 45-year-old woman with systemic sclerosis. ${text}`
  const [patient] = extractRecord(documentOfText(report, 'case.txt'), [calcinosis]).cases
  return (patient?.calcinosisTypes ?? [])
    .map(({ label }) => label)
    .toSorted()
    .join(' | ')
}

test.each([
  ['named', 'She had tumoral calcinosis of the hip.', 'tumoral calcinosis'],
  [
    'two kinds',
    'Calcinosis universalis with tumoral calcification was found.',
    'calcinosis universalis | tumoral calcinosis',
  ],
  ['dystrophic', 'CT showed dystrophic calcification of the breast.', 'dystrophic calcification'],
  ['calciphylaxis', 'A diagnosis of calciphylaxis was made.', 'calciphylaxis'],
  ['trap: calcification alone is no kind', 'She had calcifications of the hands.', ''],
  ['trap: denied', 'There was no evidence of calciphylaxis.', ''],
])('%s: %s', (_why, text, expected) => {
  expect(typesOf(text)).toBe(expected)
})
