/**
 * The words that places and sizes belong to, as data; head.ts makes one finder of them. A lump is a word for a thing that
 * can be felt or seen, a stuff is what such a thing is made of or gives off.
 */

/** What calcium takes the shape of: "calcified mass", "deposits of calcium". */
export const LUMP = String.raw`(?:mass(?:es)?|nodul(?:es?|ations?|arit(?:y|ies))|lumps?|bumps?|tumou?rs?|swellings?|tumefactions?|plaques?|papules?|deposit(?:s|ions?)?|lesions?|plates?|grains?|granules?|bod(?:y|ies)|concretions?|collections?|accumulations?|conglomerates?|aggregates?|clumps?|foc(?:us|i)|densit(?:y|ies)|opacit(?:y|ies)|shadows?|material|areas?|formations?|outgrowths?|protuberances?|pseudo-?tumou?rs?|streaks?|sheets?|spots?|specks?|flecks?|clusters?|stones?)`

/** Words that end the name of a lump: "calcified in the", "calcified and". */
const NAME_ENDS = String.raw`(?!in\b|on\b|of\b|at\b|over\b|and\b|with\b|was\b|were\b|is\b|the\b|to\b|near\b|around\b|from\b|about\b)`

/** Calcium that lies somewhere, not the calcium of the blood or of a tablet: "calcium around the joint", "hard calcium". */
const BARE_CALCIUM = [
  // "calcium was seen beneath the skin of the back"
  String.raw`(?<!\b(?:serum|plasma|blood|urinary|urine|total|ioni[sz]ed|corrected|adjusted|oral|intravenous|IV|dietary|low|high|normal|raised|elevated|reduced|of|daily|took|taking|given|with|and|albumin)\s)\bcalcium(?=\s+(?:(?:was|were|is|had been|has been|had|has)\s+(?:then\s+|also\s+)?(?:accumulated|collected|settled|precipitated|seen|visible|present|found|deposited|laid down|extruded|expressed|met|demonstrated|evident|noted|detected|palpable|shown)\s+(?:both\s+|only\s+|also\s+|mainly\s+)?)?(?:(?:around|beneath|underneath|under|within|inside|outside|between|along|over|about|behind|near|in|at|on|from)\s+(?:and\s+)?){1,2}(?:the|her|his|both|each|a|left|right|soft|muscles?|skin|fingers?|fingertips?)\b)`,
  String.raw`(?<=\b(?:hard|white|whitish|chalky|solid|visible|radio-?opaque|gritty|liquid|semi-?liquid|pasty|flecks of|specks of|streaks of|lumps of|plates of|crusts of|extrud(?:ed|ing)|contain(?:ed|s|ing)|discharg(?:ed|ing)|exud(?:ed|ing)|drain(?:ed|ing)|express(?:ed|ing))\s)calcium\b(?!\s+(?:channel|gluconate|chloride|carbonate|acetate|citrate|supplement|antagonist|level|ion))`,
  String.raw`\bmilk[\s-]of[\s-]calcium(?:\s+(?:collections?|fluid))?`,
]

/** Words that say calcium by themselves; the lump is taken along: "calcified subcutaneous nodules" is one head. */
export const CALCIUM: readonly string[] = [
  String.raw`(?<!de|an|un|non-?)(?:micro-?|macro-?)?calci(?:fied|fying|fic|notic|fications?|noses|nosis)\b(?:\s+(?:cutis|universalis|circumscripta))?(?:[\s,-]+${NAME_ENDS}[\w-]+){0,2}?\s+${LUMP}\b`,
  String.raw`(?<!de|an|un|non-?)(?:micro-?|macro-?)?calcif(?:ications?|ied|ying|ic|y|ies)\b|\bcalcs\b`,
  String.raw`\bcalcinos[ie]s\b(?:\s+(?:cutis\s+)?(?:cutis|universalis|circumscripta))?`,
  String.raw`\bcalcinotic\b|\bcalc(?:areous|ic)\b(?:\s+${LUMP}\b)?`,
  String.raw`\bcalcium(?:[\s-]+(?:salts?|phosphate|pyrophosphate|hydroxyapatite|crystals?|apatite|carbonate|containing|rich))*[\s-]+(?:${LUMP}|build-?up)\b`,
  String.raw`(?<=\b(?:no|without|any|nor)\s)calcium\b(?=\s*[.,;)]|\s+(?:in|on|at|was|were)\b)`,
  String.raw`\b(?:${LUMP}|deposition|elimination|extrusion)\s+of\s+(?:\w+\s+)?(?:calcium|hydroxyapatite|calcification|calcinosis)\b(?:\s+(?:salts?|phosphate|crystals?|material|hydroxyapatite))?`,
  String.raw`\bhydroxyapatite\s+(?:crystals?|deposit\w*)|\bradio-?(?:opaque|dense)\s+${LUMP}|\bradio-?opacit(?:y|ies)\b`,
  ...BARE_CALCIUM,
]

/** Things that deposits of another stuff are called by: "immune complex deposits", "deposits of urate". */
const OTHER_STUFF = String.raw`immune|IgG|IgM|IgA|C3|complement|fibrin|amyloid|urate|iron|fat|lipid|mucin|collagen|protein|granular|complex|tophaceous|metastatic|tumou?r|malignant|secondary|nodal|pigment|melanin|hemosiderin|carcinoma`
const STUFF = String.raw`(?:material|substance|matter|paste|fluid|liquid|discharge|debris|granules|particles|secretions?|exudate|drainage|contents?)`

/** Words that make a lump another thing or end its name: "palpable purpuric lesions", "a rash of the face and swelling". */
const NO_LUMP = String.raw`(?!skin|calci|purpur|vasculit|ulcer|discoid|psoria|erythemat|urticari|vesic|bullous|petech|oral|mucosal|lung|lytic|sclerotic|\w*pigment|annular|telangiect|livedo|necrotic|pustul|acne|pitting|(?:in|of|on|and|or|with|for|to|from|after|lesions?)\b)`

/** Lumps that are deposits in a patient whose calcinosis is told elsewhere. */
export const MASS: readonly string[] = [
  // nothing says of what: "no palpable deposits"
  String.raw`(?<!(?:${OTHER_STUFF})[\s-])\bdeposits?\b(?!\s+of\s+(?:urate|uric|iron|fat|lipid|amyloid|collagen|mucin|immun\w+|Ig\w|complement))`,
  String.raw`\b(?:sub-?\s?cutaneous\s)?(?:masses|mass(?!\s+(?:index|spectrometry))|nodules?|nodulation|nodularit(?:y|ies)|lumps?|bumps|tumou?rs?|pseudo-?tumou?rs?|tumefactions?|protuberances?|outgrowths?|concretions?|conglomerates?|plates|clumps?|clusters?|collections?)\b`,
  // "Lesions of the right arm came later"; those with a name of their own ("skin lesions") are others
  String.raw`(?<=(?:^|[.;:,]|\b(?:the|these|new|such|similar|her|his|and|of|with|for|no|more|other))\s*)\blesions?(?=\s+(?:of|on|over|in|at|around)\s+(?:the|her|his|both|left|right|an?)\b)`,
  String.raw`\b(?:another one|(?:a )?(?:second|third|further|smaller|larger|similar) one|(?:several|two|three|few|many) (?:more|others)|(?:smaller|larger) ones)\b`,
  String.raw`(?<!(?:scaly|psoria\w+|violaceous|sclerotic|pigmented|urticarial|atherosclerotic|atheromatous|senile|morph[oe]+a|discoid|atrophic|erythematous|lichenoid|keratotic)[\s-])\bplaques?\b`,
  String.raw`\b(?:the|these|those|this|similar|such|hard|firm|stony|white|whitish|yellowish|chalky|palpable|tumou?ral|multiple|several|numerous|many|largest|larger|painless|painful|cystic|exophytic|bony|bony-hard|plate-like|fluctuant|nodular|lobulated|locali[sz]ed|circumscribed|rubbery|rounded|ovoid|mobile|immobile|slow-growing|growing|enlarging|huge|large)(?:[\s,-]+${NO_LUMP}[\w-]+){0,2}\s+(?:lesions?|papules?|swellings?|plates?|indurations?|nodes?(?<!lymph nodes?)|balls?|beads?|grains?|spots?)\b`,
  String.raw`\b(?:a|an)\s+(?:${NO_LUMP}[\w-]+,?\s+){0,4}(?:swelling|lump|bump|growth|foc(?:us|i)(?!\s+of))\b`,
  String.raw`\b(?:echogenic|hyperechoic|dense|hyperdense|further|smaller|larger|second|third|\d+(?:[.,]\d+)?[\s-]?[cm]m)\s+foc(?:us|i)\b`,
  String.raw`(?<=\bno\s(?:(?:palpable|visible|similar|such|other|further|obvious)\s)?)(?:lesions?|swellings?)\b`,
  // "a 1-cm right index finger lesion", "nodular growths"
  String.raw`(?<=\b(?:finger|thumb|elbow|knee|hip|shoulder|thigh|buttock|gluteal|forearm|wrist|heel|foot|toe|shin|calf|axillary|scrotal|auricular|digital|breast|flank|groin|ankle|scapular|olecranon|trochanteric|ischial|sternal|paraspinal|spinal)\s)lesions?\b|\bgrowths\b`,
  // what oozes from them: "toothpaste-like material", "a milky white fluid"
  String.raw`\b(?:chalk(?:y|-like)?|tooth-?paste-like|cheese-like|cheesy|gritty|pasty|paste-like|putty-like|milky|creamy|white|whitish|yellowish)(?:[\s,-]+(?:and|or|white|whitish|yellow|yellowish|creamy|thick|hard|gritty|pasty|semi-?solid|milky|granular|amorphous)){0,3}\s+(?:${STUFF}|${LUMP})\b`,
]

/** Looks at a place. */
export const VIEW = String.raw`\b(?:X-?\s?rays?|XR|roentgenogra\w+|roentgenogram\w*|radiogra(?:phs?|phy|phies|phic\w*|ms?)|(?:direct|plain)\s+gra(?:phy|phies|phs?)|plain films?|films?|CT(?:[\s-]scans?)?|(?:computed|computeri[sz]ed|computer)\s+tomogra\w+|tomogra(?:phy|ms?|phic)|MRI|MR imaging|magnetic resonance imaging|ultrasound|ultrasonogra\w+|sonogra\w+|mammogra\w+|scintigra\w+|bone scans?|scans?|SPECT|PET(?:[\s/-]CT)?|biops(?:y|ies)|biopsied|FNAC?|aspirates?|fine[\s-]needle aspiration(?: cytology)?|(?:physical|clinical|local|musculoskeletal|cutaneous|dermatologic\w*)\s+examinations?|on examination|examination|palpation|inspection|histolog\w+|histopatholog\w+|imaging|images?|photographs?|views?)\b`

/** Other things with a place, by what they are. */
const OTHERS: Readonly<Record<string, string>> = {
  skin: String.raw`ulcers?|ulcerations?|scars?|scarring|(?:skin\s+)?(?:thickening|tightening|thickness|tightness|induration|sclerosis|fibrosis)|sclerodactyly|acrosclerosis|telangiectas\w+|pigmentation|hyperpigmentation|hypopigmentation|rash(?:es)?|erythema|papules?|Gottron\S*|dryness|involvement of the skin|gangrene|gangrenous|necrosis|pits?|pitting|livedo|calluses|hyperkeratosis|bruises|purpura|alopecia|clubbing|nails?|hair loss|moles?|striae|xerosis|desquamation|blisters?|vesicles?|lipodystrophy`,
  complaint: String.raw`pains?|tenderness|aches?|arthralgias?|myalgias?|numbness|par[ae]+sthesias?|stiffness|weakness|dysphagia|burning|itching|pruritus|tingling|cramps?|spasms?|sensation|sensitivity|complaints?|claudication|warmth|reflux|dysmotility`,
  joint: String.raw`arthritis|synovitis|contractures?|limitations?|movements?|mobility|motion|deformit(?:y|ies)|ankylosis|effusions?|bursitis|tendinitis|tendonitis|abduction|flexion|extension|rotation|elevation|grip|gait|subluxation|dislocation|narrowing|osteophytes?|reflexes|pulses|temperature|function`,
  bone: String.raw`erosions?|resorption|acro-?osteolysis|osteolysis|fractures?|osteopor\w+|osteopenia|destruction|ossification|spondylosis|scoliosis|lordosis|degeneration|displacement|encroachment|indentation|compression|stenosis`,
  tissue: String.raw`o?edema|puffiness|atrophy|wasting|infections?|cellulitis|abscess(?:es)?|wounds?|lymphadenopathy|infiltrates?|swelling|discharge|cysts?|lymph nodes?|tears?|defects?|fistulas?|sinus(?:es)?(?=\s+(?:near|over|at|on|of|tracts?))|granulomas?|uptake|denervation|attenuation|consolidation|opacification|enlargement|hypertrophy|dilatation|dilation|masses of the lung|adenomas?|carcinomas?|cancers?|neoplasms?|lymphomas?|polyps?|goit(?:er|re)s?|disease|transplant\w*|grafts?|intake`,
  vessel: String.raw`Raynaud\S*|isch[ae]+mia|vasculitis|hypertension|thrombosis|aneurysms?|neuropathy|catheter|cannula|vein|artery|angiography`,
  deed: String.raw`amputations?|incisions?|injections?|trauma|injur(?:y|ies)|fall|surger(?:y|ies)|arthroplasty|replacement|approach|failure|decompression|neurolysis|release`,
}

export const OTHER = String.raw`\b(?:${Object.values(OTHERS).join('|')})\b`
