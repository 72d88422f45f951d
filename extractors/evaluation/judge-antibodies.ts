/** Antibodies with their results and titres. */
import type { PatientCase } from '../case-record.ts'
import type { GoldCase } from './gold.ts'
import { judgePairs } from './judge.ts'
import type { Judgement } from './judgement.ts'
import { pairUp } from './pairing.ts'
import { isSameName } from './same-name.ts'

/** The opposite result is a miss and an extra. */
export function judgeAntibodies(gold: GoldCase | null, found: PatientCase | null): readonly Judgement[] {
  const wanted = gold?.antibodies ?? []
  const tests = found?.antibodies ?? []
  const show = (name: string, value: string | null): string => `${name} ${value}`
  const results = pairUp(
    wanted,
    tests,
    (test, other) => isSameName(test.name, other, 'antibody') && test.result === other.result,
  )
  const titres = pairUp(
    wanted.filter((test) => isTitre(test.titre)),
    tests.filter((test) => isTitre(test.titre)),
    (test, other) => isSameName(test.name, other, 'antibody') && titreForm(test.titre) === titreForm(other.titre),
  )
  return [
    ...judgePairs(
      'antibody',
      results,
      (test) => show(test.name, test.result),
      (test) => show(test.label, test.result),
    ),
    ...judgePairs(
      'titre',
      titres,
      (test) => show(test.name, test.titre),
      (test) => show(test.label, test.titre),
    ),
  ]
}

const isTitre = (titre: string | null): boolean => /^\s*1\s*[:/]\s*\d/.test(titre ?? '')
const titreForm = (titre: string | null): string => (titre ?? '').replace(/\s/g, '').replace('/', ':')
