/**
 * Heads: the words of a sentence that sites and sizes belong to. "Calcifications over both elbows" has the head
 * calcifications, "an ulcer on the left heel" the head ulcer; a site belongs to one head only, so that sclerodactyly of
 * the fingers is no calcinosis of the fingers.
 */
import type { Span } from '../../corpus/document.ts'
import { CALCIUM, MASS, OTHER, VIEW } from './head-words.ts'

export type HeadKind =
  /** Says calcium by itself: calcifications, calcinosis, calcified nodule, calcium deposits. */
  | 'calcification'
  /** A lump that is a deposit in a patient whose calcinosis is told elsewhere: mass, nodule, the lesions. */
  | 'mass'
  /** Something else that has a place: ulcer, pain, erosion, incision. */
  | 'other'
  /** A look at a place: X-ray, CT, biopsy, palpation. */
  | 'view'

export interface Head extends Span {
  readonly kind: HeadKind
  readonly text: string
  /** Of a word that refers back ("they"): the lump it stands for, as written there. */
  readonly lump?: string
}

const HEAD = new RegExp(
  `(?<calcification>${CALCIUM.join('|')})|(?<view>${VIEW})|(?<mass>${MASS.join('|')})|(?<other>${OTHER})`,
  'giu',
)

/** Calcium where it is no deposit of calcinosis: vessels, valves, lymph nodes, stones. */
const NO_DEPOSIT =
  /\b(?:vascular|arterial|coronary|aortic|valvular|valve|annul\w+|artery|arteries|vessels?|granulomas?|lymph nodes?|pineal|choroid plexus|basal ganglia|atheromatous|intimal)\s*$/i
const NO_DEPOSIT_AFTER =
  /^\s*(?:of\s+(?:the\s+)?(?:\w+\s+){0,2}(?:vessels?|arter\w+|aorta|valves?|annulus)|(?:(?:hilar |mediastinal |axillary |cervical )?(?:granulomas?|lymph nodes?)|vessels?|arter\w+|atheroma\w*|fibroids?|tendinitis score|scores?|inhibitors?|propensity))\b/i
const NO_MASS =
  /(?:thyroid|pulmonary|lung|hepatic|liver|renal|adrenal|pancreatic|mediastinal|ovarian|uterine|vocal cord|rheumatoid|muscle|body|bone|lean|fat|cerebral|brain|Heberden\S*|Bouchard\S*|lymph|malignant|benign)\s+$/i
const NO_MASS_AFTER =
  /^\s+(?:index|size|stage|of (?:morphea|psoriasis|lichen|eczema|lupus|sarcoid\w*|vitiligo)|of the (?:lung|liver|thyroid|kidney|pancreas|brain)|effect|marker|necrosis factor|board|suppressor|necrosis)/i

/** The heads of a sentence in text order; offsets are of `text`. */
export function headsIn(text: string): readonly Head[] {
  return [...text.matchAll(HEAD)]
    .map((match) => {
      const start = match.index
      const end = start + match[0].length
      return { kind: kindOf(match.groups ?? {}, text.slice(0, start), text.slice(end)), text: match[0], start, end }
    })
    .filter((head) => !isWhere(text, head))
}

/** "lumps in the old scars, at first in the left thigh": where something lies, not what. */
const isWhere = (text: string, { text: word, start }: Head): boolean =>
  /^scars?$/i.test(word) &&
  /\b(?:in|over|on|within|beneath|under|around|at|along|near)\s+(?:(?:the|her|his|an?|old|previous|former|surgical|burn|healed|operative)\s+){0,3}$/i.test(
    text.slice(0, start),
  )

function kindOf(groups: Partial<Record<string, string>>, before: string, after: string): HeadKind {
  if (groups.calcification) return NO_DEPOSIT.test(before) || NO_DEPOSIT_AFTER.test(after) ? 'other' : 'calcification'
  if (groups.mass) return isOtherLump(groups.mass, before, after) ? 'other' : 'mass'
  return groups.view ? 'view' : 'other'
}

/** "carcinoma of the breast (tumor size, 2.3 cm)": the tumour of a sentence that names one. */
const isOtherLump = (written: string, before: string, after: string): boolean =>
  NO_MASS.test(before) ||
  NO_MASS_AFTER.test(after) ||
  (/tumou?r/i.test(written) && /\b(?:carcinoma|cancer|adenoma|lymphoma)\b/i.test(before + after)) ||
  MALIGNANT.test(before + after)

/** "a mass in the breast; biopsy revealed carcinoma"; a malignancy that is only excluded is another matter. */
const MALIGNANT =
  /\b(?:reveal|show|confirm|prov|demonstrat|consistent with|diagnos)\w*\s+(?:(?:to be|as|of|an?|the)\s+)*(?:[\w-]+\s+){0,2}(?:carcinoma|cancer|adenocarcinoma|lymphoma|metasta\w+|melanoma)\b/i
