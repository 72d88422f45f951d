/** The little grammar that reach depends on: finite verbs, clause openers, list marks. Closed classes only. */
import type { Token } from './tokens.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Finite verbs as case reports use them; participles that mostly follow a copula ("noted", "found") are left out. */
const FINITE = words(
  `was were is are am has had have having been be showed shows revealed reveals demonstrated demonstrates disclosed presented presents developed develops
  underwent undergoes received receives complained complains reports reported states stated appears appeared remained remains became becomes did does do can could will would may might should
  must started began begins continued continues occurred occurs persisted resolved improved worsened suggested suggests indicated indicates confirmed confirms measured measures showing
  led leads required requires refused experienced describes described gave given took takes came comes went displayed displays exhibited exhibits exhibits involved involves lacked
  tolerated attended died recurred recovered healed noticed recalls recalled admitted`,
)
/** Things that "no" may stand before without denying what they are said of: "no evident change in the calcifications". */
export const CHANGES = words(
  'change changes increase decrease improvement progression worsening effect difference reduction growth regression response benefit influence',
)
const REPORTING = words(
  'describing showing revealing demonstrating confirming suggesting indicating allowing leading causing resulting presenting',
)
const AUXILIARIES = words('have has had did does do having')
export const COPULAS = words(
  'was were is are been be being remained returned remains tested found proved all both also initially again still repeatedly became came back',
)
const PRONOUNS = words('he she it they we there i you that')
const DETERMINERS = words(
  'the a an his her its their our this these that those patient patients another each all both most some examination',
)
const PREPOSITIONS = words(
  'in on at of for with by from to during after before over under within among between until upon throughout since as',
)
const RELATIVES = words('which who that whose where')

export const isFiniteVerb = (token: Token | undefined): boolean => token !== undefined && FINITE.has(token.text)
export const isCopula = (token: Token | undefined): boolean => token !== undefined && COPULAS.has(token.text)
export const isPronoun = (token: Token | undefined): boolean => token !== undefined && PRONOUNS.has(token.text)
export const isDeterminer = (token: Token | undefined): boolean => token !== undefined && DETERMINERS.has(token.text)
export const isPreposition = (token: Token | undefined): boolean => token !== undefined && PREPOSITIONS.has(token.text)
export const isRelative = (token: Token | undefined): boolean => token !== undefined && RELATIVES.has(token.text)

/** A comma or a conjunction between equals: where a list goes on or a new clause begins. */
export const isJoint = (token: Token): boolean =>
  token.text === ',' || token.text === 'and' || token.text === 'or' || token.text === '&'

/** Ends every reach: a semicolon, or a full stop that ends a sentence inside the string. */
export function isFullStop(tokens: readonly Token[], at: number, sentence: string): boolean {
  const { text, end } = tokens[at]!
  if (text === ';' || text === '!' || text === '•') return true
  if (text !== '.' && text !== '?') return false
  const next = tokens[at + 1]
  if (!next) return true
  if (next.start === end) return false
  const first = sentence[next.start]!
  // "vs. colitis", "approx. 3 cm" go on; "No edema. Lungs clear" does not
  return first !== first.toLowerCase() || /[-*\d]/.test(first) === false
    ? first === first.toUpperCase() && /\p{L}/u.test(first)
    : false
}
export const isReporting = (token: Token | undefined): boolean => token !== undefined && REPORTING.has(token.text)
export const isAuxiliary = (token: Token | undefined): boolean => token !== undefined && AUXILIARIES.has(token.text)
