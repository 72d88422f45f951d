/**
 * Heads: the words of a sentence that sites and sizes belong to. "Calcifications over both elbows" has the head
 * calcifications, "an ulcer on the left heel" the head ulcer; a site belongs to one head only, so that sclerodactyly of
 * the fingers is no calcinosis of the fingers.
 */
import type { Span } from '../../corpus/document.ts'

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
}

const LUMP = String.raw`(?:mass(?:es)?|nodul(?:es?|ations?|arit(?:y|ies))|lumps?|tumou?rs?|swellings?|tumefactions?|plaques?|papules?|deposit(?:s|ions?)?|lesions?|plates?|grains?|bod(?:y|ies)|concretions?|collections?|accumulations?|conglomerates?|aggregates?|foc(?:us|i)|densit(?:y|ies)|opacit(?:y|ies)|material|areas?|formations?|outgrowths?|protuberances?|pseudo-?tumou?rs?|streaks?|sheets?|spots?|specks|clusters?|stones?)`
const CALCIUM = [
  // the lump is taken along: "calcified subcutaneous nodules" is one head
  String.raw`(?<!de|an|un|non-?)(?:micro-?|macro-?)?calci(?:fied|fying|fic|notic|fications?|noses|nosis)\b(?:\s+(?:cutis|universalis|circumscripta))?(?:[\s,-]+(?!in\b|on\b|of\b|at\b|over\b|and\b|with\b|was\b|were\b|is\b|the\b|to\b|near\b|around\b|from\b|about\b)[\w-]+){0,2}?\s+${LUMP}\b`,
  String.raw`(?<!de|an|un|non-?)(?:micro-?|macro-?)?calcif(?:ications?|ied|ying|ic|y|ies)\b`,
  String.raw`\bcalcinos[ie]s\b(?:\s+(?:cutis\s+)?(?:cutis|universalis|circumscripta))?`,
  String.raw`\bcalcinotic\b|\bcalc(?:areous|ic)\b(?:\s+${LUMP}\b)?`,
  String.raw`\bcalcium(?:[\s-]+(?:salts?|phosphate|pyrophosphate|hydroxyapatite|crystals?|apatite|carbonate|containing|rich))*[\s-]+(?:${LUMP}|build-?up)\b`,
  String.raw`(?<=\b(?:no|without|any)\s)calcium\b(?=\s*[.,;)]|\s+(?:in|on|at|was|were)\b)`,
  String.raw`\b(?:${LUMP}|deposition)\s+of\s+(?:\w+\s+)?(?:calcium|hydroxyapatite|calcification|calcinosis)\b(?:\s+(?:salts?|phosphate|crystals?|material|hydroxyapatite))?`,
  String.raw`\bhydroxyapatite\s+(?:crystals?|deposit\w*)|\bchalky(?:\s+white)?\s+${LUMP}|\bradio-?(?:opaque|dense)\s+${LUMP}|\bradio-?opacit(?:y|ies)\b`,
].join('|')
/** What a deposit is when nothing says of what: "no palpable deposits"; those of iron, urate or antibodies are others. */
const BARE_DEPOSIT = String.raw`(?<!(?:immune|IgG|IgM|IgA|C3|complement|fibrin|amyloid|urate|iron|fat|lipid|mucin|collagen|protein|granular|complex|tophaceous|metastatic|tumou?r|malignant|secondary|nodal|pigment|melanin|hemosiderin|carcinoma)[\s-])\bdeposits?\b(?!\s+of\s+(?:urate|uric|iron|fat|lipid|amyloid|collagen|mucin|immun\w+|Ig\w|complement))`
const MASS = String.raw`\b(?:sub-?\s?cutaneous\s)?(?:masses|mass(?!\s+(?:index|spectrometry))|nodules?|nodulation|nodularit(?:y|ies)|lumps?|tumou?rs?|pseudo-?tumou?rs?|tumefactions?|protuberances?|outgrowths?|concretions?|conglomerates?|plates|another one|(?:a )?(?:second|third|further|smaller|larger|similar) one|(?:several|two|three|few|many) (?:more|others)|(?:smaller|larger) ones)\b|(?<!(?:scaly|psoria\w+|violaceous|sclerotic|pigmented|urticarial|atherosclerotic|atheromatous|senile|morph[oe]+a)[\s-])\bplaques?\b|\b(?:the|these|those|this|similar|such|hard|firm|stony|white|whitish|yellowish|chalky|palpable|tumou?ral|multiple|several|numerous|largest|larger|painless|painful|cystic|exophytic|bony|plate-like)(?:[\s,-]+(?!skin|calci|in\b|of\b|on\b)[\w-]+){0,2}\s+(?:lesions?|papules?|swellings?|plates?|indurations?)\b|\b(?:a|an)\s+(?:(?!calci)[\w-]+,?\s+){0,4}(?:swelling|lump)\b|(?<=\bno\s(?:(?:palpable|visible|similar|such|other|further|obvious)\s)?)(?:lesions?|swellings?)\b`
const VIEW = String.raw`\b(?:X-?\s?rays?|roentgenogra\w+|roentgenogram\w*|radiogra(?:phs?|phy|phies|phic\w*|ms?)|plain films?|films?|CT(?:[\s-]scans?)?|(?:computed|computeri[sz]ed|computer)\s+tomogra\w+|tomogra(?:phy|ms?|phic)|MRI|MR imaging|magnetic resonance imaging|ultrasound|ultrasonogra\w+|sonogra\w+|mammogra\w+|scintigra\w+|bone scans?|scans?|SPECT|PET(?:[\s/-]CT)?|biops(?:y|ies)|biopsied|FNAC?|aspirates?|fine[\s-]needle aspiration(?: cytology)?|(?:physical|clinical|local|musculoskeletal|cutaneous|dermatologic\w*)\s+examinations?|on examination|examination|palpation|inspection|histolog\w+|histopatholog\w+|imaging|images?|photographs?|views?)\b`
const OTHER = String.raw`\b(?:ulcers?|ulcerations?|scars?|scarring|erosions?|(?:skin\s+)?(?:thickening|tightening|thickness|tightness|induration|sclerosis|fibrosis)|sclerodactyly|acrosclerosis|pains?|tenderness|aches?|arthralgias?|myalgias?|arthritis|synovitis|o?edema|puffiness|weakness|atrophy|wasting|contractures?|resorption|acro-?osteolysis|osteolysis|telangiectas\w+|pigmentation|hyperpigmentation|hypopigmentation|rash(?:es)?|erythema|papules?|Raynaud\S*|isch[ae]+mia|gangrene|necrosis|fractures?|infections?|cellulitis|abscess(?:es)?|wounds?|numbness|par[ae]+sthesias?|stiffness|limitations?|movements?|mobility|motion|deformit(?:y|ies)|amputations?|incisions?|ankylosis|osteopor\w+|osteopenia|effusions?|lymphadenopathy|infiltrates?|Gottron\S*|injections?|trauma|injur(?:y|ies)|fall|surger(?:y|ies)|arthroplasty|replacement|bursitis|tendinitis|tendonitis|dryness|involvement of the skin|hypertension|reflux|dysphagia|neuropathy|claudication|swelling|warmth|discharge|cysts?|lymph nodes?|tears?|defects?|gangrenous|fistulas?|pits?|pitting|lipodystrophy|vasculitis|livedo|calluses|hyperkeratosis|bruises|purpura|alopecia|destruction|narrowing|subluxation|dislocation|ossification|uptake|denervation|compression|stenosis|function|dilatation|dilation|attenuation|consolidation|enlargement|hypertrophy|degeneration|dysmotility|thrombosis|aneurysms?|masses of the lung|opacification|granulomas?|osteophytes?|spondylosis|scoliosis|lordosis|clubbing|nails?|hair loss|moles?|striae|xerosis|desquamation|blisters?|vesicles?|burning|itching|pruritus|tingling|cramps?|spasms?|sensation|sensitivity|reflexes|pulses|temperature|complaints?|displacement|encroachment|indentation|elevation|abduction|flexion|extension|rotation|approach|failure|grip|gait|angiography|catheter|cannula|vein|artery)\b`

const HEAD = new RegExp(
  `(?<calcification>${CALCIUM}|${BARE_DEPOSIT})|(?<view>${VIEW})|(?<mass>${MASS})|(?<other>${OTHER})`,
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
  /^\s+(?:index|of the (?:lung|liver|thyroid|kidney|pancreas|brain)|effect|marker|necrosis factor|board|suppressor|necrosis)/i

/** The heads of a sentence in text order; offsets are of `text`. */
export function headsIn(text: string): readonly Head[] {
  return [...text.matchAll(HEAD)].map((match) => {
    const start = match.index
    const end = start + match[0].length
    return { kind: kindOf(match.groups ?? {}, text.slice(0, start), text.slice(end)), text: match[0], start, end }
  })
}

function kindOf(groups: Partial<Record<string, string>>, before: string, after: string): HeadKind {
  if (groups.calcification) return NO_DEPOSIT.test(before) || NO_DEPOSIT_AFTER.test(after) ? 'other' : 'calcification'
  if (groups.mass) return NO_MASS.test(before) || NO_MASS_AFTER.test(after) ? 'other' : 'mass'
  return groups.view ? 'view' : 'other'
}
