/**
 * Age, sex, negation of findings and polarity of every annotated sign and disease against the MACCROBAT annotations (CC BY 4.0;
 * fetch them yourself, nothing of them is here): `node dist/test/bench/maccrobat.js FOLDER [WANTED-SAID]`, where FOLDER holds
 * NAME.txt and NAME.ann in brat format; `negated-affirmed` prints the sentences taken so.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentOfText } from '../../corpus/read/read-text.ts'
import { demographics } from '../../extractors/demographics/demographics.ts'
import { finding } from '../../extractors/finding/finding.ts'
import { type Assertion, assertionOf } from '../../extractors/language/index.ts'
import { numberOf } from '../../extractors/language/number-words.ts'
import type { Reading } from '../../extractors/language/reading.ts'
import { readingOf } from '../../extractors/language/reading-of.ts'

interface Entity {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly polarity: Assertion['polarity']
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

/** Entities of a brat file, by offsets of the document; the polarity of an event counts for its trigger. */
function entitiesOf(annotations: string, placeOf: (offset: number) => number): readonly Entity[] {
  const lines = annotations.split('\n')
  const triggers = new Map(
    lines.flatMap((line) => [...line.matchAll(/^(E\d+)\t[^:]+:(T\d+)/g)].map((match) => [match[1], match[2]])),
  )
  const polarities = new Map(
    lines.flatMap((line) =>
      [...line.matchAll(/\tPOLARITY (E\d+) (\S+)/g)].map((match) => [triggers.get(match[1]), match[2]]),
    ),
  )
  return lines.flatMap((line) => {
    const match = /^(T\d+)\t(\S+) (\d+) (?:[\d; ]*[; ])?(\d+)\t(.*)$/.exec(line)
    if (!match) return []
    const [, id, type = '', start, end, text = ''] = match
    const polarity = POLARITIES[polarities.get(id) ?? 'POS'] ?? 'possible'
    return [{ type, start: placeOf(Number(start)), end: placeOf(Number(end) - 1) + 1, text, polarity }]
  })
}

/** The rest (UNCERTAIN, MAYBE_POS, MAYBE_NEG) is possible. */
const POLARITIES: Readonly<Record<string, Assertion['polarity']>> = { NEG: 'negated', POS: 'affirmed' }

/** The document keeps every letter of the file and sets its own line ends: offsets are counted in letters. */
function placesOf(file: string, document: string): (offset: number) => number {
  const places: number[] = []
  let at = 0
  for (const letter of file) {
    while (at < document.length && /\s/.test(document[at]!)) at++
    places.push(...Array<number>(letter.length).fill(at))
    if (!/\s/.test(letter)) at += letter.length
  }
  return (offset) => places[offset] ?? document.length
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
    const isNegated = gold.polarity === 'negated'
    count(negation, isNegated, one.value.status === 'absent', isNegated && one.value.status === 'absent')
  }
}

type Polarities = Readonly<Record<Assertion['polarity'], Score>>

/** Every annotated sign and disease, asked by itself; what confuses the two named polarities is printed. */
function scorePolarity({ document }: Reading, entities: readonly Entity[], scores: Polarities, shown?: string): void {
  for (const { type, start, end, polarity } of entities) {
    const sentence = document.sentences.find(({ span }) => span.start <= start && start < span.end)
    if (!sentence || !/^(?:Sign_symptom|Disease_disorder)$/.test(type)) continue
    const text = document.text.slice(sentence.span.start, sentence.span.end)
    const span = { start: start - sentence.span.start, end: Math.min(end, sentence.span.end) - sentence.span.start }
    const said = assertionOf(text, span).polarity
    if (said === polarity) scores[said].right++
    else {
      scores[said].wrong++
      scores[polarity].missed++
      if (shown === `${polarity}-${said}`)
        process.stdout.write(
          `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}\n`,
        )
    }
  }
}

const [folder, shown] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder of the MACCROBAT files: node dist/test/bench/maccrobat.js FOLDER')
const [age, sex, negation] = [new Score(), new Score(), new Score()]
const polarities: Polarities = { affirmed: new Score(), negated: new Score(), possible: new Score() }
for (const file of readdirSync(folder).filter((name) => name.endsWith('.ann'))) {
  const text = readFileSync(join(folder, file.replace('.ann', '.txt')), 'utf8')
  const reading = readingOfReport(text)
  const entities = entitiesOf(readFileSync(join(folder, file), 'utf8'), placesOf(text, reading.document.text))
  scorePerson(reading, entities, age, sex)
  scoreNegation(reading, entities, negation)
  scorePolarity(reading, entities, polarities, shown)
}
process.stdout.write(`age       ${age}\nsex       ${sex}\nnegation  ${negation}\n`)
for (const [polarity, score] of Object.entries(polarities)) process.stdout.write(`${polarity.padEnd(9)} ${score}\n`)
