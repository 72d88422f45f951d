/**
 * Turns of phrase around a disease that say what a sentence makes of it. Each example is a test: the disease stands in brackets.
 * `before` ends where the disease begins, `after` begins where it ends.
 */
interface Turn {
  readonly example: string
  readonly before?: RegExp
  readonly after?: RegExp
}

const W = String.raw`[\w'’-]+\s+`
const BE = '(?:was|were|is|are|be|been|had been|has been)'
const before = (example: string, pattern: string): Turn => ({ example, before: new RegExp(`${pattern}$`, 'i') })
const after = (example: string, pattern: string): Turn => ({ example, after: new RegExp(`^${pattern}`, 'i') })
/** Other members of a list and its brackets: ", gout (tophaceous) and sarcoma". */
const LIST = String.raw`(?:\s*\([^)]*\))?(?:\s*,\s*(?:and\s+|or\s+)?[\w()'’ -]{2,50}?){0,8}(?:\s*,?\s+(?:and|or)\s+[\w()'’ -]{2,60}?)?`
const PEOPLE = '(?:patients|children|adults|women|men|individuals|people|persons|those|subjects|boys|girls|sufferers)'

export const EXCLUDED: readonly Turn[] = [
  before(
    'Radiographs ruled out [gout].',
    String.raw`\b(?:rul(?:ed|es|ing|e)\s+out|exclud(?:ed|es|ing|e)|eliminat(?:ed|es|ing)|exclusion\s+of|absence\s+of|negative\s+for|(?:spoke|argued|evidence)\s+against)\s+(?:[\w'’,()/-]+\s+){0,12}`,
  ),
  before(
    'There was no clinical evidence of [gout].',
    String.raw`\bno\s+(?:[\w-]+\s+(?:(?:or|and)\s+)?){0,3}?(?:evidence|signs?|history|features|stigmata|symptoms|suggestion|criteria|(?:clinical|laboratory)\s+(?:signs?|evidence|features))\s+(?:of|for|(?:to\s+)?suggest\w*(?:\s+of)?|in\s+favou?r\s+of|pointing\s+to\w*|indicat\w+(?:\s+of)?|support\w*)\s+(?:[\w'’,()/-]+\s+){0,12}`,
  ),
  before(
    'She had neither signs of [gout] nor fever.',
    String.raw`\bneither\s+(?:[\w-]+\s+){0,4}?(?:evidence|signs?|features|stigmata|symptoms|criteria)\s+(?:of|for)\s+(?:[\w'’,()/-]+\s+){0,12}`,
  ),
  before(
    'The child was well, without signs of [gout].',
    String.raw`\bwithout\s+(?:evidence|signs|features|stigmata|any)?\s*(?:of)?\s+(?:[\w'’,()/-]+\s+){0,12}`,
  ),
  before(
    'He did not have [gout].',
    String.raw`\b(?:not\s+have|did\s+not\s+(?:have|suffer\s+from|meet|fulfil\w*))\s+(?:[\w'’,()/-]+\s+){0,12}`,
  ),
  before('It was tuberculosis, not [gout].', String.raw`\bnot\s+(?:an?\s+|with\s+)?`),
  before(
    'Nothing pointed to [gout].',
    String.raw`\bnothing\s+(?:[\w-]+\s+){0,3}?(?:pointed\s+to|suggested|indicated|spoke\s+for|in\s+favou?r\s+of|of)\s+(?:[\w'’,()/-]+\s+){0,6}`,
  ),
  after(
    '[Gout] was later ruled out.',
    String.raw`[^.;]{0,80}?\b(?:${BE}\s+(?:\w+\s+)?(?:ruled\s+out|excluded|eliminated|unlikely|discarded|dismissed|refuted|disproved|disproven|rejected|never\s+(?:confirmed|proven|established)|not\s+(?:present|confirmed|found|supported|fulfilled|met|borne\s+out))|could\s+(?:not|never)\s+be\s+(?:confirmed|proven|established|substantiated|verified)|(?:could|can)\s+be\s+(?:ruled\s+out|excluded))\b`,
  ),
  after(
    'She was told she had [gout], which our rheumatologists could not confirm.',
    String.raw`,?\s*(?:which|but\s+(?:this|that|it)|a\s+diagnosis\s+(?:which|that))\s+[^.;,]{0,50}?\b(?:could|did|was|were)\s+not\s+(?:be\s+)?(?:confirm|verif|substantiat|support|bear|borne|prove)`,
  ),
]

export const TALK: readonly Turn[] = [
  before(
    'The differential diagnosis comprised [gout] and scars.',
    String.raw`\b(?:differential\s+diagnos[ei]s|differentials?)\b[^.;]*`,
  ),
  before(
    'The lump resembled [gout].',
    String.raw`\b(?:mimic(?:s|ked|king)?|resembl\w+|simulat\w+|similar\s+to|rather\s+than|instead\s+of|unlike|in\s+contrast\s+to|compared\s+(?:with|to)|versus|vs\.?|differentiat\w+\s+(?:it\s+)?from|distinguish\w*\s+(?:it\s+)?from|distinct\s+from|different\s+from|confused\s+with|as\s+(?:seen|observed|found|described|reported)\s+in|than\s+in|than\s+that\s+of|like\s+in)\s+(?:${W}){0,4}`,
  ),
  before(
    'The crystals are characteristic of [gout].',
    String.raw`\b(?:typical(?:ly)?|characteristic|pathognomonic|specific|diagnostic|hallmark|features?|stigmata|markers?|manifestation|complication|cutaneous\s+signs?|facies|signs?|symptoms?|evidence|history|criteria|criterion|possibility|likelihood|exclusion)\s+(?:of|for|in)\s+(?:${W}){0,3}`,
  ),
  before(
    'Such lumps were observed in [gout].',
    String.raw`\b(?:(?:seen|found|encountered|common|frequent|occurs?|occurring|observed|reported|described|prevalent|used|role)\s+in)\s+(?!(?:19|20)\d\d)(?:(?!for\b)${W}){0,4}`,
  ),
  before(
    'He was tested for [gout].',
    String.raw`\b(?:risk\s+(?:of|for)|at\s+risk|predispos\w+\s+to|prevent\w*|screen(?:ed|ing)?\s+for|test(?:ed|ing|s)?\s+for|evaluat\w+\s+for|investigat\w+\s+for|serolog\w+\s+for|exclud\w+|work-?up\s+for|search(?:ed|ing)?\s+for|look(?:ed|ing)?\s+for|check(?:ed|ing)?\s+for|assess(?:ed|ing|ment)?\s+for)\s+(?:${W}){0,4}`,
  ),
  before(
    'Crystal diseases such as [gout] were considered.',
    String.raw`\b(?:such\s+as|e\.\s?g\.,?|like|including)\s+(?:[\w'’,-]+\s+){0,6}`,
  ),
  before('It was asked whether [gout] was present.', String.raw`\bwhether\b[^,;]*`),
  before(
    'Colchicine was effective in [gout].',
    String.raw`\b(?:of\s+use|useful|benefit|effective|effects?|helpful|experience|success)\s+(?:\w+\s+){0,3}(?:in|for)\s+(?:${W}){0,4}`,
  ),
  before(
    'Of 41 patients 12 had [gout].',
    String.raw`(?<!\b(?:of|aged?)\s)(?<![\w.,/-])\d{1,3}(?:\s*\(\d+(?:\.\d+)?\s*%\))?\s+(?:(?:of\s+(?:the|them|these)\s+(?:\w+\s+)?)?(?:had|have|with|were)\s+)(?:[\w-]+\s+){0,3}`,
  ),
  before('The hands had features of lupus and of [gout].', String.raw`\bfeatures?\s+of\s+[^.;,]{3,60}\band\s+of\s+`),
  before(
    'Calcinosis came in children with [gout].',
    String.raw`\b${PEOPLE}\s+(?:with|suffering\s+from|affected\s+by|having|who\s+(?:have|had))\s+(?:${W}){0,4}`,
  ),
  before(
    'The treatment of [gout] had changed.',
    String.raw`\b(?:cases|forms|types|variants|subsets|spectrum|classification|pathogenesis|etiology|aetiology|treatment|management|therapy|prevalence|incidence)\s+(?:of|for|in)\s+(?:${W}){0,2}`,
  ),
]

/** Names that only contain the disease: "the scleroderma clinic", "Sjögren's antibodies". */
export const PART_OF_NAME: readonly Turn[] = [
  after(
    'The [gout] clinic had seen her.',
    String.raw`(?:['’]s)?[\s-]*(?:like\b|-like|mimic(?:s|kers?)?\b|panel|screen|criteria|clinic\b|unit\b|cent(?:er|re)\b|patients\b|features\b|pattern|specific|phenotype\s+mimic|society|foundation|registry|classification|(?:auto)?antibod|serolog)`,
  ),
]

export const POSSIBLE: readonly Turn[] = [
  before(
    'The biopsy raised the question of possible [gout].',
    String.raw`\b(?:self-reported|so-called|alleged(?:ly)?|suspect(?:ed|ing)?(?:\s+(?:of|to\s+have))?|suspicion\s+(?:of|for)|presumed|presumptive|provisional|tentative|working|preliminary|possible|possibly|probable|probably|likely|question(?:able|ed)?|suggest\w*(?:\s+of)?|considered|consider(?:ing)?|raised|concern\s+for|thought\s+(?:to\s+(?:be|have)|of)|feared|evoked|assumed|entertained|impression\s+(?:of|was))\s+(?:[\w'’(),-]+\s+){0,6}`,
  ),
  before(
    'He had been misdiagnosed as [gout].',
    String.raw`\b(?:mis-?diagnosed\s+(?:as|with)|mis-?labell?ed\s+(?:as|with)|(?:wrongly|falsely|incorrectly|mistakenly)\s+\w+\s+(?:as|with)|(?:mistaken|taken)\s+(?:for|to\s+be)|misinterpreted\s+as|erroneously|(?:was|were|been|being)\s+treated\s+as)\s+(?:[\w'’(),-]+\s+){0,6}`,
  ),
  before(
    'The biopsy was then read as [gout].',
    String.raw`\b(?:initially|originally|at\s+first|first|then)\s+(?:been\s+)?(?:thought|treated|considered|suspected|labell?ed|classified|interpreted|regarded|seen|read|reported|taken)\s+(?:[\w'’(),-]+\s+){0,6}`,
  ),
  before(
    'The referring diagnosis was [gout].',
    String.raw`\b(?:(?:referring|referral|admission|admitting|pre-?operative|outside|first)\s+(?:[\w'’]+\s+)?diagnosis\s+(?:of|was|had\s+been|:)|referring\s+[\w'’]+\s+diagnosis\s+(?:of|was|had\s+been)|initial\s+(?:clinical\s+)?(?:diagnosis|impression|suspicion)\s+(?:of|was))\s+(?:[\w'’(),-]+\s+){0,6}`,
  ),
  after(
    '[Gout], sarcoidosis (of the lung) and scars were listed as differential diagnoses.',
    String.raw`${LIST}\s+${BE}\s+(?:(?:initially|first|strongly|clinically|also|briefly|all|in|on|part\s+of|among|the|an?|our|other|further|alternative|main|leading|possible|initial|original|referring|working|provisional|presumptive)\s+)*(?:suspected|considered|presumed|thought|questioned|entertained|contemplated|proposed|raised|discussed|debated|suggested|evoked|assumed|feared|queried|mooted|envisaged|listed|mentioned|possibilit(?:y|ies)|considerations?|differentials?|differential\s+diagnos[ei]s|alternatives?|(?<=(?:initial|first|original|referring|working|provisional|presumptive)\s)(?:diagnosis|impression))\b`,
  ),
  after(
    '[Gout] came to mind.',
    String.raw`\s+(?:came|comes|crossed|sprang)\s+(?:first\s+)?(?:to\s+)?(?:our\s+|the\s+)?minds?\b`,
  ),
  after(
    'He was called a case of [gout], but the diagnosis was revised.',
    String.raw`[^.;]{0,60}\b(?:diagnosis\s+)?(?:was|were|had\s+been|has\s+been|had\s+to\s+be)\s+(?:\w+\s+)?(?:revised|changed|corrected|reconsidered|reclassified|abandoned|questioned|withdrawn|dropped|discarded|wrong)\b`,
  ),
]

/** "was suspected and confirmed by biopsy": the doubt is over. */
export const CONFIRMED: readonly Turn[] = [
  after(
    '[Gout] was suspected and later confirmed.',
    String.raw`[^.;]{0,40}\b(?:and|then|which\s+was)\s+(?:was\s+)?(?:later\s+|then\s+|subsequently\s+|finally\s+)?(?:confirmed|proven|proved|verified|established)\b`,
  ),
]

/** What a diagnosis was changed from is gone; what it was changed to holds. */
export const CHANGED_FROM: readonly Turn[] = [
  before(
    'The diagnosis was changed from [gout] to lupus.',
    String.raw`\b(?:changed|revised|modified|switched|reclassified|altered|amended|corrected)\s+from\s+(?:(?!to\b)${W}){0,4}`,
  ),
]
export const CHANGED_TO: readonly Turn[] = [
  before(
    'Her disease was re-classified as [gout].',
    String.raw`\b(?:re-?classified|re-?label+ed|re-?diagnosed|revised|changed|corrected)\s+(?:from\s+[^.;]{3,60}\s+)?(?:as|to)\s+(?:(?:having|that|of|an?|the)\s+){0,3}`,
  ),
]

export const DIAGNOSIS: readonly Turn[] = [
  before(
    'He had long been followed for [gout].',
    String.raw`\b(?:diagnos(?:ed|is|es|tic)|known|history\s+of|h\/o|case\s+of|suffer(?:ed|s|ing)?\s+from|affected\s+by|afflicted|with|has|had|having|developed|due\s+to|secondary\s+to|because\s+of|caused\s+by|owing\s+to|associated\s+with|complicat\w+|in\s+the\s+(?:setting|context)\s+of|background\s+of|underlying|established|confirmed|for|from|on\s+account\s+of|consistent\s+with|compatible\s+with|followed\s+for|treated\s+for|revealing|labell?ed|class(?:ed|ified)\s+as|evolv(?:ed|ing)\s+(?:in)?to|besides|retained|recogni[sz]ed)\b[^.;]{0,90}`,
  ),
  after(
    '[Gout] was established ten years ago.',
    String.raw`[^.;]{0,40}\b(?:was|were|is|had\s+been)\s+(?:\w+\s+)?(?:diagnosed|made|established|confirmed|known|present|retained|recogni[sz]ed)\b|^\s+(?:patient|woman|man|girl|boy|child|since|for\s+(?:the\s+)?(?:past|last|\d+)|of\s+\d+|diagnosed)\b`,
  ),
]

/** A disease that says "history of" or "feature of" outright: "a 12-year history of", "the presenting feature of". */
export const NEAR_DIAGNOSIS = new RegExp(
  String.raw`\b(?:diagnosed\s+(?:with|as\s+having|as)|known\s+case\s+of|suffer\w*\s+from|(?:medical|past|clinical|personal|years?|months?|long|long-?standing|known|prior|previous|an?|her|his|-year|with)[\s-]+(?:\w+\s+)?history\s+of|history\s+(?:was\s+)?(?:significant|notable|remarkable|positive)\s+for|the\s+diagnosis\s+(?:of|was)|diagnosis\s+of|(?:presenting|first|initial|early|earliest|sole|only)\s+(?:\w+\s+)?(?:features?|manifestations?|signs?|symptoms?)\s+of)\s+(?:${W}){0,4}$`,
  'i',
)

/** Whether one of the turns stands around the disease. */
export const turnsAround = (turns: readonly Turn[], front: string, back: string): boolean =>
  turns.some((turn) => turn.before?.test(front) || turn.after?.test(back))
