import { holdSampleCorpus } from './sample-corpus.contract.ts'

holdSampleCorpus({})
