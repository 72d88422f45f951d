/** What is known of a patient as a whole: that there is calcinosis, or that it was thought of and ruled out. */

import type { Reading, ReadSentence } from '../language/reading.ts'
import { headsIn } from './head.ts'
import { isSought } from './presence.ts'

/** A paper that says calcinosis or calcification in its title. */
export function isAboutCalcinosis({ document }: Reading): boolean {
  const opening = document.blocks[0]
  const start = opening ? document.text.slice(opening.span.start, opening.span.end).slice(0, 200) : ''
  return /calcinos|calcif/i.test(`${document.metadata.title?.value ?? ''} ${start}`)
}

/** Whether the paper tells of calcium in any of its patients: then a lump of another of them is of the same kind. */
export const hasCalcinosis = (reading: Reading): boolean =>
  isAboutCalcinosis(reading) ||
  reading.sentences.some((sentence) => sentence.subject.who === 'patient' && saysCalcium(reading, sentence))

function saysCalcium(reading: Reading, sentence: ReadSentence): boolean {
  if (!/calc[ai]|hydroxyapatite|chalky|radio-?(?:opa|dens)|deposit/i.test(sentence.text)) return false
  return headsIn(sentence.text).some((head) => {
    if (head.kind !== 'calcification' || isSought(sentence.text, head)) return false
    // a calcified valve or pancreas is no calcinosis
    if (
      !/calcinos|calcinotic/i.test(head.text) &&
      reading.mentionsIn(sentence, 'site').some(({ term }) => term.kind === 'organ' || term.kind === 'vessel')
    )
      return false
    const { polarity, temporality, experiencer } = reading.assertionOf(
      { start: head.start + sentence.span.start, end: head.end + sentence.span.start },
      sentence,
    )
    return polarity === 'affirmed' && temporality !== 'hypothetical' && experiencer === 'patient'
  })
}

/** "Metastatic calcification could be excluded" rules out a kind, not the deposits. */
const DENIED =
  /(?<!\b(?:metastatic|dystrophic|tumou?ral|idiopathic|iatrogenic|vascular|arterial|valvular|renal|visceral|pulmonary|familial)\s)\b(?:calcinosis|calcifications?)\b[^.;]{0,60}\b(?:(?:was|were|is|could be)\s+(?:therefore\s+|thus\s+)?(?:ruled out|excluded|refuted|disproved|discarded))\b|\b(?:ruled out|excluded|instead of|rather than|not|no)\s+(?:a\s+|the\s+diagnosis\s+of\s+)?calcinosis\b(?!\s+(?:of|on|in|at|over|around))|\bno\s+calcium\s+(?:was|could)\b/i

/** "There was no calcinosis: the radiographs were read wrongly." */
const NONE_AFTER_ALL = /\bthere (?:was|is) no (?:calcinosis|calcification)\s*[.:;]/i

/** The first sentence that takes the calcinosis back: "Calcinosis and systemic sclerosis were ruled out." */
export const denialOf = (sentences: readonly ReadSentence[]): ReadSentence | null =>
  sentences.find(
    ({ text, section }) =>
      (DENIED.test(text) || NONE_AFTER_ALL.test(text)) &&
      section !== 'introduction' &&
      /\b(?:there (?:was|is) no (?:calcinosis|calcification)\s*[.:;]|ruled out|excluded|refuted|disproved|discarded|rather than|instead of)\b/i.test(
        text,
      ),
  ) ?? null
