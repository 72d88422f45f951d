/** Sentences that speak of all patients of the paper, of some of them, or of others. */
import { NUMBER_WORD, numberOf } from '../language/number-words.ts'
import type { Reading, ReadSentence } from '../language/reading.ts'
import { counted } from '../language/subject/announced.ts'

/** "Diagnosis: calcinosis in dermatomyositis" at the foot of a quiz, wherever the layout has put it. */
export const isAnswer = ({ cases }: Reading, { text, subject }: ReadSentence): boolean =>
  cases.length === 1 &&
  subject.who === 'nobody' &&
  /^\W*(?:(?:final|correct|your|the)\s+)*(?:diagnosis|answer)\s*[:–-]\s/i.test(text)

/** "We injected thiosulfate into six fingers of three women with systemic sclerosis", in a paper on three women. */
const OUR_NUMBER = new RegExp(
  `\\b(?:we|our)\\b[^.;]*?\\b(\\d{1,2}|${NUMBER_WORD})\\s+(?:(?!of\\b)[\\w-]+\\s+){0,3}?(?:patients|women|men|sisters|brothers|children|girls|boys|siblings)\\s+(?:with|suffering|affected|who\\s+(?:had|have))\\b`,
  'i',
)
export const isAllOfThem = ({ cases }: Reading, { text }: ReadSentence): boolean => {
  const counted = OUR_NUMBER.exec(text)?.[1]
  return counted !== undefined && cases.length > 1 && numberOf(counted) === cases.length
}

/** "Two patients with dermatomyositis given tofacitinib", said of all patients of the paper. */
export const tellsOfAll = ({ cases }: Reading, { text, subject }: ReadSentence): boolean =>
  cases.length > 1 &&
  subject.who === 'patient' &&
  subject.cases.length === cases.length &&
  counted(text) === cases.length

/** "Two of the patients with lupus had panniculitis", "a boy whom we treated elsewhere is not described here". */
const SOME_PATIENTS =
  /\b(?:one|two|three|four|five|six|some|several|many|most|\d+)\s+(?:of\s+(?:the|these|those|their)\s+)?(?:[\w-]+\s+)?patients\b/i
const LEFT_OUT =
  /\b(?:is|are|was|were|will\s+be)\s+(?:not\s+(?:described|reported|included|presented|shown)\s+here|reported\s+(?:elsewhere|separately))\b/i

export const speaksOfOthers = ({ cases }: Reading, { text, header }: ReadSentence): boolean =>
  !header &&
  (LEFT_OUT.test(text) || (cases.length === 1 && SOME_PATIENTS.test(text) && !/\bour\s+patient\b/i.test(text)))

/** "We describe four patients with systemic sclerosis": said once, of all of them. */
export const SERIES =
  /^\W*(?:(?:here(?:in)?|in\s+this\s+(?:report|paper|letter|article)),?\s+)?we\s+(?:\w+\s+){0,3}?(?:describe|report|present|saw|treated|reviewed|studied|followed|observed|identified)\w*\s+(?:(?!cohort|literature)\w+\s+){0,4}?(?:patients|cases|women|men|sisters|brothers|children|girls|boys|siblings)\s+(?:with|suffering|affected|who\s+(?:had|have))\b/i
