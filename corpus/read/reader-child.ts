/** A child process that reads one report at a time. */
import { answerRequests } from '../children/answer-requests.ts'
import { answerRead } from './answer-read.ts'

answerRequests(answerRead)
