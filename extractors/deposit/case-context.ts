/** What is known of a patient as a whole: that there is calcinosis, or that it was thought of and ruled out. */

import type { Reading, ReadSentence } from '../language/reading.ts'
import { headsIn } from './head.ts'
import { isSought } from './presence.ts'

/** "Tophi masquerading as calcinosis": what only looked like it. */
const MIMICKED =
  /\b(?:masquerad|mimic|simulat|mistak|misdiagnos|misread|misinterpret|imitat|resembl|taken for|not|instead of|rather than|look-?alike)\w*\s+(?:\w+\s+){0,2}calc(?:inos|if)\w*/gi

/** A paper that says calcinosis or calcification in its title. */
export function isAboutCalcinosis({ document }: Reading): boolean {
  const opening = document.blocks[0]
  const start = opening ? document.text.slice(opening.span.start, opening.span.end).slice(0, 200) : ''
  return /calcinos|calcif/i.test(`${document.metadata.title?.value ?? ''} ${start}`.replace(MIMICKED, ' '))
}

/** Whether the paper tells of calcium in any of its patients: then a lump of another of them is of the same kind. */
export const hasCalcinosis = (reading: Reading): boolean =>
  isAboutCalcinosis(reading) ||
  reading.sentences.some((sentence) => sentence.subject.who === 'patient' && saysCalcium(reading, sentence))

const FOUND = String.raw`(?:diagnos\w+|consistent with|prov(?:ed|en) to be|turned out to be|consisted of|identified as|found to be|confirmed|revealed|showed|demonstrated|colou?r-coded)`
/** "A diagnosis of tophi was made", "histology showed lamellar bone". */
const OTHER_STUFF = new RegExp(
  String.raw`\b${FOUND}\b[^.;]{0,50}\b(?:tophi|tophus|tophaceous|monosodium urate|urate crystals|xanthomas?|rheumatoid nodules?|lipomas?|neurofibromas?|steatocystoma\w*|pilomatri\w+|osteoma cutis|synovial sarcoma|heterotopic ossification|myositis ossificans|lamellar bone|mature bone|trabecular bone)\b`,
  'i',
)
const NO_CALCIUM =
  /\bno\s+(?:calcium(?:-containing)?|calcif\w+|calcinosis|mineral\w*)\b|\b(?:without|nor|not)\s+(?:any\s+)?(?:calcif\w+|calcinosis|calcium)\b|\b(?:von Kossa|alizarin red)\b[^.;]{0,30}\bnegative\b/i
/** Calcium that was seen and not only thought of. */
const SEEN =
  /\b(?:radiogra\w+|X-?rays?|films?|CT|tomogra\w+|ultraso\w+|biops\w+|histo\w+|microscop\w+)\b[^.;]{0,80}\b(?:show\w*|reveal\w*|demonstrat\w*|confirm\w*|disclos\w*|display\w*)\s+(?:(?!no\b|without\b|neither\b)\w+,?\s+){0,5}calc(?:if|inos|ium)\w*/i
/** Calcified things that are no calcinosis: "calcified leiomyoma", "a bladder stone". */
const OTHER_THING =
  /\bcalcified\s+(?:\w+\s+){0,2}(?:fibroids?|leiomyomas?|myomas?|meningiomas?|teratomas?|hydatid|granulomas?|lymph nodes?|ha?ematomas?|aneurysms?|thrombus|valves?|cysts?)\b|\b(?:bladder|kidney|renal|ureteric|urinary|gall|vesical)\s?(?:stones?|calcul(?:us|i))\b/i
const CALCINOSIS =
  /calcinos|soft[\s-]tissue calcif|calcium deposit|subcutaneous calcif|calcif\w+ (?:nodules?|plaques?)/i

/** Whether the story of a patient tells that the lumps are something else: none of them is a deposit of calcinosis. */
export function isRefuted(told: readonly ReadSentence[]): boolean {
  const says = (pattern: RegExp) => told.some(({ text }) => pattern.test(text))
  return (says(OTHER_STUFF) && says(NO_CALCIUM) && !says(SEEN)) || (says(OTHER_THING) && !says(CALCINOSIS))
}

/** Organs by their adjectives, and lesions that calcify within. */
const INNER =
  /\b(?:o?esophageal|gastric|hepatic|splenic|renal|pulmonary|pleural|pericardial|cardiac|valv\w+|aort\w+|coronary|vascular|thyroid|adrenal|prostatic|uterine|ovarian|maxilla\w*|dental|tooth|teeth|odonto\w+|intracranial|cerebral|tumou?r capsule|lytic|expansile|polyp|intra-?luminal|tablets?)\b/i

/** A calcified valve or pancreas, or the calcium inside a lytic lesion, is no calcinosis. */
const isOfOrgan = (reading: Reading, sentence: ReadSentence): boolean =>
  INNER.test(sentence.text) ||
  reading.mentionsIn(sentence, 'site').some(({ term }) => term.kind === 'organ' || term.kind === 'vessel')

function saysCalcium(reading: Reading, sentence: ReadSentence): boolean {
  if (!/calc[ai]|hydroxyapatite|chalky|radio-?(?:opa|dens)|deposit/i.test(sentence.text)) return false
  return headsIn(sentence.text).some((head) => {
    if (head.kind !== 'calcification' || isSought(sentence.text, head)) return false
    if (!/calcinos|calcinotic/i.test(head.text) && isOfOrgan(reading, sentence)) return false
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
