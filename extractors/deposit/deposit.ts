/**
 * Deposits: where calcium lies, on which side, how large, and where it was looked for and not found. A place counts
 * only where calcification is said to be there; a lump counts as calcified in a patient whose calcinosis is told.
 */
import type { AnyFinding, Extractor } from '../extractor.ts'
import type { Reading } from '../language/reading.ts'
import {
  carriedComplaints,
  carriedViews,
  resolvedJoint,
  sparedIn,
  withKnownSide,
  withViewedSide,
} from './carried-place.ts'
import { denialOf, hasCalcinosis, isRefuted } from './case-context.ts'
import { findingOf, groundOf } from './deposit-finding.ts'
import type { DepositMention } from './deposit-mention.ts'
import { depositsOfTable } from './deposit-table.ts'
import { withoutLocators } from './locator.ts'
import { looseSizes } from './loose-size.ts'
import { type Read, readInTurn } from './read-in-turn.ts'
import { withoutContradicted, withoutOutsides, withoutSideless, withoutSmallerSizes } from './restated.ts'
import { isSite, withoutBareTissue, withoutShafts } from './selection.ts'
import { withoutSummaries } from './summary.ts'

export const deposit: Extractor<'deposit'> = {
  id: 'deposit',
  version: 3,
  produces: ['deposit'],
  extract: (reading) => {
    const calcinosis = hasCalcinosis(reading)
    return reading.cases.flatMap(({ number }) => depositsOfCase(reading, number, calcinosis))
  },
}

function depositsOfCase(reading: Reading, patient: number, calcinosis: boolean): readonly AnyFinding[] {
  const sentences = reading.sentences.filter(
    ({ subject }) => subject.who === 'patient' && subject.cases.includes(patient),
  )
  const read = readInTurn(
    reading,
    sentences.filter(({ header }) => !header),
  )
  const placed = placedMentions(read, calcinosis)
    .map((mention) => resolvedJoint(reading, mention, sentences))
    .map((mention) => withViewedSide(mention, read))
    .map((mention) => withKnownSide(reading, mention, sentences))
  const tabled = depositsOfTable(reading, patient)
  const told = withoutOutsides(withoutContradicted(withoutShafts(withoutLocators(withoutBareTissue(placed)))))
  const mentions = withoutSmallerSizes(withoutSummaries(withoutSideless(told), tabled, reading.cases.length > 1))
  const findings = mentions.map((mention) =>
    findingOf(patient, mention, mention.laterality, mention.sizes, [groundOf(mention)]),
  )
  return [...findings, ...looseSizes(patient, read, placed, mentions), ...tabled]
}

function placedMentions(read: readonly Read[], calcinosis: boolean): readonly DepositMention[] {
  const told = read.flatMap(({ mentions }) => mentions).filter(({ calcium }) => calcium || calcinosis)
  const looked = calcinosis ? read.flatMap((_, index) => carriedViews(read, index)) : []
  const spared = calcinosis
    ? read.flatMap((current, index) => sparedIn(current, read.slice(Math.max(0, index - 2), index)))
    : []
  const refuted = isRefuted(read.map(({ sentence }) => sentence))
  const denial = denialOf(read.map(({ sentence }) => sentence))
  const isPlaced = [...told, ...looked].some(
    ({ presence, calcium, term }) => presence === 'present' && calcium && term.kind !== 'tissue',
  )
  const complained = isPlaced || !calcinosis ? [] : read.flatMap((_, index) => carriedComplaints(read, index))
  return [...told, ...looked, ...complained, ...spared]
    .filter((mention) => isSite(mention, calcinosis))
    .filter(({ presence }) => !refuted || presence === 'absent')
    .filter(({ presence, sentence }) => !denial || presence === 'absent' || sentence.index > denial.index)
}
