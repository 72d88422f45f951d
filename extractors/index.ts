/** The list of extractors, nothing else: one line each, in the order of the record's sections. */
import { antibody } from './antibody/antibody.ts'
import { calcinosis } from './calcinosis/calcinosis.ts'
import { claim } from './claim/claim.ts'
import { demographics } from './demographics/demographics.ts'
import { deposit } from './deposit/deposit.ts'
import { disease } from './disease/disease.ts'
import type { Extractor } from './extractor.ts'
import { finding } from './finding/finding.ts'
import { lab } from './lab/lab.ts'
import { outcome } from './outcome/outcome.ts'
import { treatment } from './treatment/treatment.ts'

export const EXTRACTORS: readonly Extractor[] = [
  demographics,
  disease,
  calcinosis,
  antibody,
  deposit,
  treatment,
  outcome,
  finding,
  lab,
  claim,
]
