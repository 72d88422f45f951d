/** Axis names written beside a number: `60 mm (transverse diameter)`, `4 cm long`, `a major axis of 12 cm`. */

export type Axis =
  | 'length'
  | 'width'
  | 'height'
  | 'depth'
  | 'diameter'
  | 'transverse'
  | 'sagittal'
  | 'craniocaudal'
  | 'circumference'

const NAMES: readonly (readonly [RegExp, Axis])[] = [
  [/cranio-?\s?caudal|caudo-?cranial|\bCC\b|supero-?\s?inferior|vertical|longitudinal|\bSI\b/i, 'craniocaudal'],
  [
    /transverse|\bTR?\b|\bTD\b|horizontal|medio-?\s?lateral|\bLL\b|latero-?lateral|right-(?:to-)?left|\bRL\b|\bML\b/i,
    'transverse',
  ],
  [/sagittal|antero-?\s?posterior|\bA-?P\b|dorso-?ventral|front-to-back/i, 'sagittal'],
  [/circumferen/i, 'circumference'],
  [/length|\blong\b|long axis|major axis|long diameter/i, 'length'],
  [/width|\bwide\b|breadth|broad|short axis|minor axis/i, 'width'],
  [/height|\bhigh\b|\btall\b/i, 'height'],
  [/depth|\bdeep\b|thick/i, 'depth'],
  [/diameter|across|dimension|\bsize\b|\bextent\b|\baxis\b|\bØ/i, 'diameter'],
]
const ADJECTIVE = String.raw`(?:(?:its|their|the|a|an|each|maximum|maximal|max\.?|greatest|largest|longest|widest|overall|average|mean|total|approximate|estimated)\s+)*`
const PLANE = String.raw`\b(?:cranio-?\s?caudal|caudo-?cranial|supero-?\s?inferior|vertical|longitudinal|transverse|horizontal|medio-?\s?lateral|latero-?lateral|(?:mid-?)?sagittal|antero-?\s?posterior|dorso-?ventral|AP|A-P|CC|TR|ML|SI|RL|LL|long|short|major|minor)`
const NOUN = `(?:diameters?|dimensions?|lengths?|widths?|breadths?|heights?|depths?|thickness(?:es)?|circumferences?|axis|axes|size|extents?|extensions?|planes?|directions?)`
const AFTER = [
  String.raw`\s?\(\s*${ADJECTIVE}(?:${PLANE}|${NOUN})(?:[\s,/-]+(?:${PLANE}|${NOUN}))*\s*\)`,
  String.raw`\s?\(\s*(?:L|W|H|D|T|AP|CC|TR?|ML|SI)\s*\)`,
  String.raw`[\s-]+(?:in|along|of|on)\s+${ADJECTIVE}(?:${PLANE}(?:\s+(?:and|or|by)\s+${PLANE})?\s*)?${NOUN}\b`,
  String.raw`[\s-]+in\s+(?:its|the)\s+${PLANE}\b`,
  String.raw`[\s-]+(?:${PLANE}\s+)?(?:${NOUN})\b(?!\s+(?:of|discrepancy))`,
  String.raw`[\s-]+(?:long|wide|broad|thick|deep|high|tall|across|transversely|cranio-?caudally|antero-?posteriorly|longitudinally|vertically|transverse|anteroposterior|craniocaudal|sagittal)\b(?!-)`,
]
const AXIS_AFTER = new RegExp(`^(?:${AFTER.join('|')})`, 'i')
const AXIS_BEFORE = new RegExp(
  String.raw`(?:${PLANE}(?:\s+${NOUN})?|(?:outer|inner|external|cross-sectional)?\s?${NOUN}|Ø)\s*(?:[:=,(]|of|was|is|being|measured|measuring|were|reached|reaching|up\s+to|about|approximately|around|ca\.?|circa|~|≈|nearly|almost|\s)*$`,
  'i',
)

/** The axis named right after a quantity, with the length of its words. */
export function axisAfter(after: string): { readonly axis: Axis; readonly length: number } | null {
  const words = AXIS_AFTER.exec(after)?.[0]
  const axis = words ? axisOf(words) : null
  return words && axis ? { axis, length: words.length } : null
}

/** The axis named right before a quantity (`diameter of `, `length: `), with the length of its words. */
export function axisBefore(before: string): { readonly axis: Axis; readonly length: number } | null {
  const words = AXIS_BEFORE.exec(before.slice(-60))?.[0]
  const axis = words ? axisOf(words) : null
  return words && axis ? { axis, length: words.trimStart().length } : null
}

function axisOf(words: string): Axis | null {
  if (/\(\s*L\s*\)/.test(words)) return 'length'
  if (/\(\s*W\s*\)/.test(words)) return 'width'
  if (/\(\s*H\s*\)/.test(words)) return 'height'
  if (/\(\s*D\s*\)/.test(words)) return 'depth'
  return NAMES.find(([name]) => name.test(words))?.[1] ?? null
}
