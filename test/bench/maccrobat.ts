/**
 * Age, sex and negation of findings against the MACCROBAT annotations (CC BY 4.0; fetch them yourself, nothing of them is here):
 * `node dist/test/bench/maccrobat.js FOLDER`, where FOLDER holds NAME.txt and NAME.ann in brat format.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentOfText } from '../../corpus/read/read-text.ts'
import { demographics } from '../../extractors/demographics/demographics.ts'
import { finding } from '../../extractors/finding/finding.ts'
import { numberOf } from '../../extractors/language/number-words.ts'
import type { Reading } from '../../extractors/language/reading.ts'
import { readingOf } from '../../extractors/language/reading-of.ts'

interface Entity {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly isNegated: boolean
}
class Score {
  right = 0
  wrong = 0
  missed = 0
  toString(): string {
    const f1 = (2 * this.right) / (2 * this.right + this.wrong + this.missed || 1)
    return `F1 ${f1.toFixed(3)} (right ${this.right}, wrong ${this.wrong}, missed ${this.missed})`
  }
}

/** Entities of a brat file; the polarity of an event counts for its trigger. */
function entitiesOf(annotations: string): readonly Entity[] {
  const lines = annotations.split('\n')
  const triggers = new Map(
    lines.flatMap((line) => [...line.matchAll(/^(E\d+)\t[^:]+:(T\d+)/g)].map((match) => [match[1], match[2]])),
  )
  const negated = new Set(
    lines.flatMap((line) => [...line.matchAll(/\tPOLARITY (E\d+) NEG\b/g)].map((match) => triggers.get(match[1]))),
  )
  return lines.flatMap((line) => {
    const match = /^(T\d+)\t(\S+) (\d+) (?:[\d; ]*[; ])?(\d+)\t(.*)$/.exec(line)
    if (!match) return []
    const [, id, type = '', start, end, text = ''] = match
    return [{ type, start: Number(start), end: Number(end), text, isNegated: negated.has(id) }]
  })
}

/** Every sentence of these reports is about their one patient. */
function readingOfReport(text: string): Reading {
  const reading = readingOf(documentOfText(text))
  const subject = { who: 'patient', cases: [1] } as const
  return {
    ...reading,
    cases: [{ number: 1, label: null }],
    sentences: reading.sentences.map((one) => ({ ...one, subject })),
  }
}

function yearsOf(text: string): number | null {
  const match = /(\d+(?:[.,]\d+)?|[a-z]+(?:[- ][a-z]+)??)[-–‐\s]*(year|yr|month|week|day|y)/i.exec(text)
  const amount = numberOf(match?.[1] ?? text)
  const perYear = { m: 12, w: 52.18, d: 365.25 }[match?.[2]?.[0]?.toLowerCase() ?? ''] ?? 1
  return amount === null ? null : amount / perYear
}
const sexOf = (text: string): string =>
  /^(?:f|w|girl|lady|mother|she|her|para|primi|g\d)/i.test(text) ? 'female' : 'male'

function scorePerson(reading: Reading, entities: readonly Entity[], age: Score, sex: Score): void {
  const said = demographics.extract(reading, [])
  const years = said.flatMap((one) => (one.kind === 'age' ? [one.value.years] : []))[0]
  const value = said.flatMap((one) => (one.kind === 'sex' ? [one.value.value] : []))[0]
  const ages = entities.filter(({ type }) => type === 'Age').map(({ text }) => yearsOf(text))
  const sexes = entities.filter(({ type }) => type === 'Sex').map(({ text }) => sexOf(text))
  count(
    age,
    ages.length > 0,
    years !== undefined,
    ages.some((gold) => gold !== null && Math.abs(gold - (years ?? -1)) < 0.02),
  )
  // where nobody annotated a sex, the pronouns still tell it: no error
  if (sexes.length > 0)
    count(
      sex,
      true,
      value !== undefined,
      sexes.some((gold) => gold === value),
    )
}

function count(score: Score, isAnnotated: boolean, isSaid: boolean, isRight: boolean): void {
  if (isRight) score.right++
  else {
    if (isSaid) score.wrong++
    if (isAnnotated) score.missed++
  }
}

function scoreNegation(reading: Reading, entities: readonly Entity[], negation: Score): void {
  const annotated = entities.filter(({ type }) => type === 'Sign_symptom' || type === 'Disease_disorder')
  for (const one of finding.extract(reading, [])) {
    const { start, end } = one.grounds[0].span
    const gold = annotated.find((entity) => entity.start < end && start < entity.end)
    if (!gold || one.kind !== 'finding') continue
    count(negation, gold.isNegated, one.value.status === 'absent', gold.isNegated && one.value.status === 'absent')
  }
}

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder of the MACCROBAT files: node dist/test/bench/maccrobat.js FOLDER')
const [age, sex, negation] = [new Score(), new Score(), new Score()]
for (const file of readdirSync(folder).filter((name) => name.endsWith('.ann'))) {
  const reading = readingOfReport(readFileSync(join(folder, file.replace('.ann', '.txt')), 'utf8'))
  const entities = entitiesOf(readFileSync(join(folder, file), 'utf8'))
  scorePerson(reading, entities, age, sex)
  scoreNegation(reading, entities, negation)
}
process.stdout.write(`age       ${age}\nsex       ${sex}\nnegation  ${negation}\n`)
