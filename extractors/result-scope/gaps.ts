/** What may stand between the names of a list, and between a name and its result. */

/** "ANA was positive", "the titre of which remained negative". */
export const COPULA =
  /^[\s)\]]*(?:,?\s*which\s+)?(?:titers?|titres?|levels?|tests?|results?|concentrations?|values?)?\s*(?:(?:was|were|is|are|be|been|being|has|have|had|came|come|returned|remained|became|turned|tested|turned\s+out|found|to\s+be|proved|resulted|showed?|all|both|also|again|still|initially|only|each|strongly|weakly|highly|persistently|slightly|consistently|repeatedly|markedly|mildly|the|a|results?|back|out|as|test|for\s+\w+)\s+)+(?:to\s+be\s+)?$/i
/** "ANA-positive", "ANA: positive", "ANA (positive". */
export const ATTACHED = /^\s*[-–:=(,]?\s*\(?\s*$/
/** "positive (autoantibodies): ANA", "elevated serum levels of calcium". */
export const ONLY_ADJECTIVES =
  /^[\s(:–-]*(?:(?:and|or|both|for|the|any|all|serum|blood|plasma|total|circulating|autoantibod(?:y|ies)|antibod(?:y|ies)|markers?|tests?|titers?|titres?|levels?|values?|concentrations?|of|IgG|IgM|high|low|strong|strongly|specific|results?|to|against|an?|her|his|in|with|autoimmune|serolog(?:y|ies)|disease-specific|screen(?:ing)?|intact|inorganic)[\s:–-]+)*$/i
const COORDINATION =
  /^[\s,)\]]*(?:(?:and|or|as\s+well\s+as|nor|plus|&)\s*\/?\s*(?:or\s+)?)?(?:(?:the|also|other|specific|both|serum)\s+)*$/i
const LIST_WORDS =
  /\b(?:was|were|is|are|had|has|showed|revealed|presented|underwent|received|diagnosed|treated|started|complained|developed|tested|performed)\b/i
const MAX_GAP_WORDS = 12

/** Only commas, conjunctions, brackets, titres and the like between two names of one list. */
export function isListGap(gap: string): boolean {
  if (COORDINATION.test(gap)) return true
  const plain = withoutBrackets(gap)
  return !LIST_WORDS.test(plain) && !plain.includes(';') && wordCount(plain) <= MAX_GAP_WORDS
}

/** May a cue speak of the name in front, with these words between? Titres, patterns and brackets may come between. */
export function reachesOver(gap: string): boolean {
  if (COPULA.test(gap) || ATTACHED.test(gap)) return true
  const plain = withoutBrackets(gap)
  return !/;|\b(?:but|whereas|while)\b/i.test(plain) && wordCount(plain) <= MAX_GAP_WORDS
}

const withoutBrackets = (gap: string): string => gap.replace(/\([^()]*\)/g, ' ').replace(/\[[^[\]]*\]/g, ' ')
const wordCount = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length
