/** The little grammar that reach depends on: finite verbs, clause openers, list marks. Closed classes only. */
import type { Token } from './tokens.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Finite verbs as notes and reports use them; participles that mostly follow a copula ("noted", "found") are left out. */
const FINITE = words(
  `was were is are am has had have been be showed shows revealed reveals demonstrated demonstrates disclosed presented presents developed develops
  underwent undergoes received receives complained complains reports reported states stated appears appeared remained remains became becomes did does do can could will would may might should
  must started began begins continued continues occurred occurs persisted persists resolved improved improves worsened worsens suggested suggests indicated indicates confirmed confirms measured measures showing
  led leads required requires refused experienced describes described gave given took takes came comes went displayed displays exhibited exhibits exhibits involved involves lacked
  tolerated tolerates attended died recurred recurs recovered healed noticed recalls recalled admitted admits denies denied endorses endorsed cares lives works visits feels looks seems makes awoke fell wants needs says said`,
)
/** Things that "no" may stand before without denying what they are said of: "no evident change in the calcifications". */
export const CHANGES = words(
  'change changes increase decrease improvement progression worsening effect difference reduction growth regression response benefit influence relief resolution enlargement impact',
)
const REPORTING = words(
  'describing showing revealing demonstrating confirming suggesting indicating allowing leading causing resulting presenting tolerating complaining reporting denying ambulating',
)
const AUXILIARIES = words('have has had did does do having')
export const COPULAS = words(
  'was were is are been be being remained returned remains tested found proved all both also initially again still repeatedly became came back',
)
/** Participles between a copula and what it states: "was felt to be unlikely", "were noted to be absent". */
const REPORTED = words(
  'noted felt thought deemed considered seen judged believed reported said known shown determined presumed',
)
const PRONOUNS = words('he she it they we there i you that')
const PERSONS = words('he she they we')
const DETERMINERS = words(
  'the a an his her its their our this these that those patient patients another each all both most some examination',
)
const PREPOSITIONS = words(
  'in on at of for with from by to during after before over under within among between until upon throughout since as',
)
const PLACE_PREPOSITIONS = words('in on at within over under around between among along throughout')
/** Open an adjunct whose noun is taken for granted: "no bleeding since the hysterectomy". */
const TIME_PREPOSITIONS = words('after before since following during until when upon while')
const AMOUNTS = words(
  'a an the about approximately approx nearly almost over several many few some one two three four five six seven eight nine ten eleven twelve half - ~ >',
)
const RELATIVES = words('which who that whose where')
/** Begin a finding that is there: "no effusion, mild regurgitation". */
const DEGREES = words(
  'mild mildly moderate moderately severe severely small tiny large trace minimal slight slightly marked markedly some few several multiple many numerous occasional scattered diffuse stable unchanged normal increased decreased elevated preserved retained intact persistent ongoing residual',
)
const ADVERBS = words(
  'rather yet also now currently at all any very highly most quite so further actually really again ever even',
)
/** End in -ly and are no adverbs, or weaken the denial ("not fully seen"). */
const NO_ADVERBS = words(
  'only family anomaly early july fully completely entirely totally adequately optimally partially nearly incompletely',
)
/** What a cause is called: "no cause was found for the anaemia" takes the anaemia for granted. */
const ORIGINS = words('cause causes source sources etiology aetiology explanation reason reasons origin')
const ADJUNCTS = words('x × times since given because due at on in by per as considering based despite today currently')

/** "ten", "4", "about", "several": what may stand before a unit of time. */
export const isAmount = (token: Token | undefined): boolean =>
  token !== undefined && (AMOUNTS.has(token.text) || /^\d/.test(token.text))
export const isFiniteVerb = (token: Token | undefined): boolean => token !== undefined && FINITE.has(token.text)
export const isCopula = (token: Token | undefined): boolean => token !== undefined && COPULAS.has(token.text)
export const isReported = (token: Token | undefined): boolean => token !== undefined && REPORTED.has(token.text)
export const isPronoun = (token: Token | undefined): boolean => token !== undefined && PRONOUNS.has(token.text)
export const isPerson = (token: Token | undefined): boolean => token !== undefined && PERSONS.has(token.text)
export const isDeterminer = (token: Token | undefined): boolean => token !== undefined && DETERMINERS.has(token.text)
export const isPreposition = (token: Token | undefined): boolean => token !== undefined && PREPOSITIONS.has(token.text)
export const isPlacePreposition = (token: Token | undefined): boolean =>
  token !== undefined && PLACE_PREPOSITIONS.has(token.text)
export const isTimePreposition = (token: Token): boolean => TIME_PREPOSITIONS.has(token.text)
export const isRelative = (token: Token | undefined): boolean => token !== undefined && RELATIVES.has(token.text)
export const isDegree = (token: Token | undefined): boolean => token !== undefined && DEGREES.has(token.text)
export const isReporting = (token: Token | undefined): boolean => token !== undefined && REPORTING.has(token.text)
export const isAuxiliary = (token: Token | undefined): boolean => token !== undefined && AUXILIARIES.has(token.text)
/** Words that may follow a result without being its noun: "troponins negative x 2", "sepsis unlikely given". */
export const isAdjunct = (token: Token): boolean => ADJUNCTS.has(token.text) || /^x\d/.test(token.text)
export const isOriginNoun = (token: Token): boolean => ORIGINS.has(token.text)
export const isAdverb = (token: Token | undefined): boolean =>
  token !== undefined &&
  (ADVERBS.has(token.text) ||
    (token.text.endsWith('ly') && !NO_ADVERBS.has(token.text) && !token.text.endsWith('megaly')))

/** A comma or a conjunction between equals: where a list goes on or a new clause begins. */
export const isJoint = (token: Token): boolean =>
  token.text === ',' || token.text === 'and' || token.text === 'or' || token.text === '&'
