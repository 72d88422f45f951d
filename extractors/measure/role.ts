/** What a length is the length of, as far as the words around it tell: the size of a thing, or something else altogether. */

export type MeasureRole =
  | 'size'
  /** Where something lies: `3 cm below the costal margin`. */
  | 'position'
  /** A test or function: mouth opening, Schirmer's test, skin-prick wheals, sedimentation, ST segments. */
  | 'test'
  /** Something done or used: an incision, a punch, a needle, a slice, a margin. */
  | 'procedure'
  /** The body itself: height, limb length, girth. */
  | 'body'
  /** Millilitres: of a dose, an effusion, a blood loss. */
  | 'fluid'

/** Nobody carries a wider deposit; what is larger was a stature or a misread column. */
const LARGEST_SIZE_MM = 600

const POSITION_AFTER =
  /^[\s,-]*(?:(?:just|directly|immediately|only|distance|about)\s+)?(?:above|below|beneath|underneath|lateral(?:ly)?\s+to|medial(?:ly)?\s+to|proximal(?:ly)?\s+to|distal(?:ly)?\s+to|anterior(?:ly)?\s+to|posterior(?:ly)?\s+to|inferior(?:ly)?\s+to|superior(?:ly)?\s+to|caudal(?:ly)?\s+to|cranial(?:ly)?\s+to|cephalad|deep\s+to|from|away|off|apart|short\s+of|inside|outside|beyond|behind)\b/i
const MARGIN_AFTER = /^[\s,-]*(?:above|below|beneath)\s+(?:the\s+)?(?:right |left )?(?:costal|rib|sternal|clavic)/i
const SIZE_LEAD =
  /(?:measur(?:ing|ed|es)|sized?|diameter|of|mass|nodule|deposit|calcifications?)\s+(?:of|was|is|about|approximately|up to|\(|,|~)?\s*$/i

/** Up to three words between the number and the tool, none of them a lesion or a joint of the sentence. */
const BETWEEN = String.raw`(?:(?!(?:mass|nodul|lesion|deposit|calc|lump|tumou?r|plaque|swelling|growth|cyst|and|on|over|in|of|at|with|the|was|were|which|that|under|near|from|after)\w*)[\p{L}-]+®?[\s-]+){0,3}`
const TOOL = String.raw`(?:incisions?|punch|needles?|margins?|slices?|sections?|cuts|collimation|cannula|catheters?|trocars?|drain|intervals?|increments?|screws?|plates?|nails?|stents?|sutures?|curett?es?|burr|applicator|probe|spot|reconstructions?|gap|balloons?|stapler|rings?|(?:bio)?prosthes[ie]s|homograft|fib(?:er|re)s?|scar)`
const PROCEDURE_AFTER = new RegExp(String.raw`^[\s,-]*${BETWEEN}${TOOL}\b`, 'iu')
const PROCEDURE_BEFORE =
  /(?:incisions?|margins?|slice[-\s]?thickness(?: of (?:the )?\w+)?|section[-\s]?thickness|thickness of (?:the )?(?:slices?|sections?)|collimation|interval|needles?|punch(?: biopsy)?|spot size|laser focus|depth of penetration|slices?)\s*(?:\(|of|was|were|with|measuring|at|:|=|about|approximately|,|\s)*$/i

const TEST_BEFORE =
  /(?:oral aperture|mouth opening|oral opening|opening of (?:the|her|his) mouth|inter-?incis(?:al|or)(?: distance| opening)?|mouth(?: aperture)?|Schirmer(?:['’]?s)?(?: test)?|tuberculin|PPD|Mantoux|wheals?|induration|skin[\s-]prick|ST[\s-]+(?:segment[\s-]*)?(?:elevation|depression)|erythrocyte sedimentation(?: rate)?|\bESR|sedimentation rate|\bVSG|finger(?:tip)?[\s-]to[\s-](?:palm|floor)(?: distance)?|Schober(?:['’]?s)?(?: test)?|chest expansion|jugular venous (?:pressure|distension)|\bJVP|visual analog(?:ue)?(?: scale)?|\bVAS|pupils?|visual acuity)\s*(?:\([^)]*\)\s*)?(?:skin|limited|restricted|reduced|decreased|elevated|raised|increased|right|left|eye|showed|in|on|only|test|reading|result|by|\(|of|was|were|is|to|at|with|measur(?:ing|ed)|:|=|about|approximately|both|eyes|and|,|\s)*$/i
/** `(normal > 13 mm)`: what others have. */
const NORMAL_BEFORE =
  /\bnormal(?:ly)?\s*(?:range|value|limit|is|was|:|=|,|up to|below|above|less than|more than|[<>≤≥]|\s)*$/i
const TEST_AFTER =
  /^[\s,-]*(?:(?:wheals?|ST[\s-](?:seg|elev|depr)|mouth opening|oral aperture|inter-?incis|of mouth opening|on (?:the )?(?:visual analog|VAS)|in (?:the )?(?:first|1st|one|1) ?h(?:our)?\b|(?:at|after) (?:1|one|the first|48|72) ?h(?:ours?)?\b))/i

const BODY_BEFORE =
  /(?:\b(?:her|his|body|patient['’]?s|the)\s+(?:height|stature)|\bheight|\bstature|leg[\s-]length(?: discrepancy)?|limb[\s-]length(?: discrepancy)?|shortening|abdominal girth|waist circumference|head circumference|arm circumference)\s*(?:\([^)]*\)\s*)?(?:of|was|is|by|to|:|=|about|approximately|,|\s)*$/i
const BODY_AFTER =
  /^[\s,-]*(?:tall\b|in height and weigh|leg[\s-]length|limb[\s-]length|shortening|discrepancy|shorter)/i

/** Judges one measured expression from the text on both sides; `dimensions` is how many numbers were multiplied. */
export function roleOf(before: string, after: string, maxMm: number, dimensions: number): MeasureRole {
  if (PROCEDURE_AFTER.test(after) || PROCEDURE_BEFORE.test(before)) return 'procedure'
  if (NORMAL_BEFORE.test(before) || TEST_BEFORE.test(before) || TEST_AFTER.test(after)) return 'test'
  if (maxMm > LARGEST_SIZE_MM || BODY_AFTER.test(after)) return 'body'
  // "a calcified mass with a height of 3 cm" is a size, "his height was 165 cm" is not
  if (BODY_BEFORE.test(before) && (maxMm >= 400 || /length|shortening|girth|circumference/i.test(before.slice(-40))))
    return 'body'
  if (dimensions === 1 && MARGIN_AFTER.test(after)) return 'position'
  if (dimensions === 1 && POSITION_AFTER.test(after) && !SIZE_LEAD.test(before)) return 'position'
  return 'size'
}
