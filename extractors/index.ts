/** The list of extractors, nothing else: one line each, in the order of the record's sections. */
import { antibody } from './antibody/antibody.ts'
import { demographics } from './demographics/demographics.ts'
import { disease } from './disease/disease.ts'
import type { Extractor } from './extractor.ts'

export const EXTRACTORS: readonly Extractor[] = [demographics, disease, antibody]
