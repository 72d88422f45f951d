/** What the words around a disease make of it: the patient's diagnosis, a thing considered, or a thing only talked about. */
import type { Span } from '../../corpus/document.ts'

export type DiagnosisContext =
  /** "was diagnosed with", "known case of", "due to": says that the patient has it. */
  | 'diagnosis'
  /** "was suspected and confirmed": the doubt in the sentence is over. */
  | 'confirmed'
  /** Named of the patient without more. */
  | 'mention'
  /** "was suspected", "initially treated as". */
  | 'possible'
  /** "ruled out". */
  | 'excluded'
  /** Compared, explained or listed: no statement about the patient. */
  | 'talk'

const TALK_BEFORE = new RegExp(
  [
    String.raw`\b(?:differential\s+diagnos[ei]s|differentials?)\b[^.;]*$`,
    String.raw`\b(?:mimic(?:s|ked|king)?|resembl\w+|simulat\w+|similar\s+to|rather\s+than|instead\s+of|unlike|in\s+contrast\s+to|compared\s+(?:with|to)|versus|vs\.?|differentiat\w+\s+(?:it\s+)?from|distinguish\w*\s+(?:it\s+)?from|distinct\s+from|different\s+from|confused\s+with|as\s+(?:seen|observed|found|described|reported)\s+in|than\s+in|than\s+that\s+of|like\s+in)\s+(?:[\w'’-]+\s+){0,4}$`,
    String.raw`\b(?:typical(?:ly)?|characteristic|pathognomonic|specific|diagnostic|hallmark|feature|features|stigmata|marker|markers|manifestation|complication|cutaneous\s+signs?|facies|signs?|symptoms?|evidence|history|criteria|criterion|possibility|likelihood|exclusion)\s+(?:of|for|in)\s+(?:[\w'’-]+\s+){0,3}$`,
    String.raw`\b(?:(?:seen|found|encountered|common|frequent|occurs?|occurring|observed|reported|described|prevalent|used|role)\s+in)\s+(?!(?:19|20)\d\d)(?:(?!for\b)[\w'’-]+\s+){0,4}$`,
    String.raw`\b(?:risk\s+(?:of|for)|at\s+risk|predispos\w+\s+to|prevent\w*|screen(?:ed|ing)?\s+for|test(?:ed|ing|s)?\s+for|evaluat\w+\s+for|investigat\w+\s+for|serolog\w+\s+for|exclud\w+|work-?up\s+for|search(?:ed|ing)?\s+for|look(?:ed|ing)?\s+for|check(?:ed|ing)?\s+for|assess(?:ed|ing|ment)?\s+for)\s+(?:[\w'’-]+\s+){0,4}$`,
    String.raw`\b(?:such\s+as|e\.\s?g\.,?|like|including)\s+(?:[\w'’,-]+\s+){0,6}$`,
    String.raw`\bwhether\b[^,;]*$|\b(?:of\s+use|useful|benefit|effective|effects?|helpful|experience|success)\s+(?:\w+\s+){0,3}(?:in|for)\s+(?:[\w'’-]+\s+){0,4}$`,
    String.raw`(?<![\w.,/-])\d{1,3}(?:\s*\(\d+(?:\.\d+)?\s*%\))?\s+(?:(?:of\s+(?:the|them|these)\s+(?:\w+\s+)?)?(?:had|have|with|were)\s+)(?:[\w-]+\s+){0,3}$`,
    String.raw`\bfeatures?\s+of\s+[^.;,]{3,60}\band\s+of\s+$`,
    String.raw`\bpatients\s+(?:with|suffering\s+from|affected\s+by|having)\s+(?:[\w'’-]+\s+){0,4}$`,
    String.raw`\b(?:cases|forms|types|variants|subsets|spectrum|classification|pathogenesis|etiology|aetiology|treatment|management|therapy|prevalence|incidence)\s+(?:of|for|in)\s+(?:[\w'’-]+\s+){0,2}$`,
  ].join('|'),
  'i',
)
/** "12 had limited and 8 diffuse systemic sclerosis": patients counted. */
const COUNT_BEFORE = /(?<!(?:case|patient|pt|no\.?)\s)(?<![\w.,/-])\d{1,3}\s+$/i
/** "as used by Mancini in a girl with dermatomyositis": a named author's patient. */
const BY_AUTHOR =
  /\b(?:used|reported|described|noted|observed|published|treated|studied|found)\s+(?:\w+\s+){0,3}?by\s+[A-Z][^;]*$/
const TALK_AFTER =
  /^[\s-]*(?:like\b|-like|mimic(?:s|kers?)?\b|panel|screen|criteria|clinic\b|unit\b|cent(?:er|re)\b|patients\b|features\b|pattern|specific|phenotype\s+mimic|society|foundation|registry|classification)/i
const FULFILLED =
  /\b(?:fulfil\w*|met|meets?|meeting|satisf\w+|according\s+to|based\s+on)\b[^.;]*\b(?:criteria|criterion)\s+(?:of|for)\s+(?:[\w'’-]+\s+){0,4}$/i
const UNFULFILLED = /\b(?:not|n['’]t|insufficient\w*)\s+(?:\w+\s+){0,2}(?:fulfil\w*|meet|met|satisf\w+)\b/i

/** "the classification criteria for systemic sclerosis were met". */
const CRITERIA_FOR = /\bcriteria\s+(?:of|for)\s+(?:[\w'’-]+\s+){0,4}$/i
const MET = /^[^.;]{0,40}\b(?:were|was|are|is)\s+(?:all\s+)?(?:met|fulfilled|satisfied)\b/i
const POSSIBLE_BEFORE =
  /\b(?:self-reported|so-called|alleged(?:ly)?|suspect(?:ed|ing)?(?:\s+(?:of|to\s+have))?|suspicion\s+(?:of|for)|presumed|presumptive|provisional|tentative|working|preliminary|possible|possibly|probable|probably|likely|question(?:able|ed)?|suggest\w*(?:\s+of)?|considered|consider(?:ing)?|raised|concern\s+for|thought\s+to\s+(?:be|have)|mis-?diagnosed\s+(?:as|with)|entertained|(?:wrongly|falsely|incorrectly|mistakenly)\s+\w+\s+(?:as|with)|mistaken\s+for|misinterpreted\s+as|erroneously|(?:initially|originally|at\s+first)\s+(?:been\s+)?(?:thought|treated|considered|suspected|labell?ed|classified|interpreted|regarded|seen)|(?:was|were|been|being)\s+treated\s+as|(?:referring|referral|admission|admitting|pre-?operative|outside|first)\s+(?:[\w'’]+\s+)?diagnosis\s+(?:of|was|had\s+been|:)|referring\s+[\w'’]+\s+diagnosis\s+(?:of|was|had\s+been)|initial\s+(?:clinical\s+)?(?:diagnosis|impression|suspicion)\s+(?:of|was)|impression\s+(?:of|was))\s+(?:[\w'’(),-]+\s+){0,6}$/i
/** "The diagnosis was changed from polymyositis to dermatomyositis". */
const CHANGED_FROM =
  /\b(?:changed|revised|modified|switched|reclassified|altered|amended|corrected)\s+from\s+(?:(?!to\b)[\w'’-]+\s+){0,4}$/i
/** "was re-classified as systemic sclerosis". */
const CHANGED_TO =
  /\b(?:re-?classified|re-?label+ed|re-?diagnosed|revised|changed|corrected)\s+(?:from\s+[^.;]{3,60}\s+)?(?:as|to)\s+(?:(?:having|that|of|an?|the)\s+){0,3}$/i
const POSSIBLE_AFTER =
  /^[^.;,]{0,40}\b(?:was|were|is|had\s+been|has\s+been)\s+(?:(?:initially|first|strongly|clinically|also|briefly|among|the|an?|our|other|further|alternative|main|leading|possible|initial|original|referring|working|provisional|presumptive)\s+)*(?:suspected|considered|presumed|thought|questioned|entertained|contemplated|proposed|raised|discussed|debated|suggested|possibilit(?:y|ies)|considerations?|differentials?|differential\s+diagnos[ei]s|alternatives?|(?<=(?:initial|first|original|referring|working|provisional|presumptive)\s)(?:diagnosis|impression))\b/i
/** "initially diagnosed as rheumatoid arthritis, but the diagnosis was revised". */
const REVISED_AFTER =
  /^[^.;]{0,60}\b(?:diagnosis\s+)?(?:was|were|had\s+been|has\s+been|had\s+to\s+be)\s+(?:\w+\s+)?(?:revised|changed|corrected|reconsidered|reclassified|abandoned|questioned|withdrawn|dropped|discarded|wrong)\b/i
/** "was suspected and confirmed by biopsy". */
const CONFIRMED_AFTER =
  /^[^.;]{0,40}\b(?:and|then|which\s+was)\s+(?:was\s+)?(?:later\s+|then\s+|subsequently\s+|finally\s+)?(?:confirmed|proven|proved|verified|established)\b/i
const EXCLUDED_BEFORE =
  /\b(?:rul(?:ed|es|ing|e)\s+out|exclud(?:ed|es|ing|e)|exclusion\s+of|absence\s+of|no\s+(?:[\w-]+\s+(?:(?:or|and)\s+)?){0,3}?(?:evidence|signs?|history|features|stigmata|symptoms|suggestion|criteria|clinical\s+(?:signs?|evidence|features)|laboratory\s+evidence)\s+(?:of|for|(?:to\s+)?suggest\w*(?:\s+of)?|in\s+favou?r\s+of|pointing\s+to\w*|indicat\w+(?:\s+of)?|support\w*)|neither\s+(?:[\w-]+\s+){0,4}?(?:evidence|signs?|features|stigmata|symptoms|criteria)\s+(?:of|for)|without\s+(?:evidence|signs|features|stigmata|any)?\s*(?:of)?|negative\s+for|not\s+have|did\s+not\s+(?:have|suffer\s+from|meet|fulfil\w*))\s+(?:[\w'’,()/-]+\s+){0,12}$/i
const EXCLUDED_AFTER =
  /^[^.;]{0,80}?\b(?:(?:was|were|is|are|been|be)\s+(?:\w+\s+)?(?:ruled\s+out|excluded|unlikely|discarded|dismissed|refuted|disproved|disproven|rejected|never\s+(?:confirmed|proven|established)|not\s+(?:present|confirmed|found|supported|fulfilled|met))|could\s+(?:not|never)\s+be\s+(?:confirmed|proven|established|substantiated|verified)|(?:could|can)\s+be\s+(?:ruled\s+out|excluded))\b/i

/** "had been told she had lupus, which our rheumatologists could not confirm". */
const UNCONFIRMED_AFTER =
  /^,?\s*(?:which|but\s+(?:this|that|it)|a\s+diagnosis\s+(?:which|that))\s+[^.;,]{0,50}?\b(?:could|did|was|were)\s+not\s+(?:be\s+)?(?:confirm|verif|substantiat|support|bear|borne|prove)/i
/** "Work-up for sarcoidosis and multiple myeloma was negative". */
const SOUGHT_BEFORE =
  /\b(?:work-?up|screen(?:ing)?|investigations?|evaluation|tests?|testing|search)\s+(?:for|of)\s+[^.;]{0,120}$/i
const NOT_FOUND_AFTER =
  /^[^.;]{0,120}?\b(?:was|were|remained|proved|came\s+back|returned)\s+(?:all\s+|entirely\s+|repeatedly\s+)?(?:negative|unrevealing|unremarkable|non-?contributory|normal|fruitless|inconclusive)\b/i

const DIAGNOSIS_BEFORE =
  /\b(?:diagnos(?:ed|is|es|tic)|known|history\s+of|h\/o|case\s+of|suffer(?:ed|s|ing)?\s+from|affected\s+by|afflicted|with|has|had|having|developed|due\s+to|secondary\s+to|because\s+of|caused\s+by|owing\s+to|associated\s+with|complicat\w+|in\s+the\s+(?:setting|context)\s+of|background\s+of|underlying|established|confirmed|for|from|on\s+account\s+of|consistent\s+with|compatible\s+with|followed\s+for|treated\s+for|revealing|labell?ed)\b[^.;]{0,90}$/i
const DIAGNOSIS_AFTER =
  /^[^.;]{0,40}\b(?:was|were|is|had\s+been)\s+(?:\w+\s+)?(?:diagnosed|made|established|confirmed|known|present)\b|^\s+(?:patient|woman|man|girl|boy|child|since|for\s+(?:the\s+)?(?:past|last|\d+)|of\s+\d+|diagnosed)\b/i

/** Judged from the sentence's words around the mention. */
export function diagnosisContext(sentence: string, { start, end }: Span): DiagnosisContext {
  const before = clauseBefore(sentence, start)
  const after = sentence.slice(end, end + 160)
  if (EXCLUDED_BEFORE.test(before) || /\bnot\s+(?:an?\s+|with\s+)?$/i.test(before) || EXCLUDED_AFTER.test(after))
    return 'excluded'
  if (UNCONFIRMED_AFTER.test(after) || (SOUGHT_BEFORE.test(before) && NOT_FOUND_AFTER.test(after))) return 'excluded'
  if (CRITERIA_FOR.test(before) && MET.test(after)) return 'diagnosis'
  if (FULFILLED.test(before)) return UNFULFILLED.test(before) ? 'excluded' : 'diagnosis'
  if (COUNT_BEFORE.test(before) && /^(?:limited|diffuse|lc|dc)/i.test(sentence.slice(start, end))) return 'talk'
  if (TALK_AFTER.test(after) || BY_AUTHOR.test(before)) return 'talk'
  if (isTextbook(sentence)) return 'talk'
  const strong = DIAGNOSIS_BEFORE.test(before) || DIAGNOSIS_AFTER.test(after)
  if (CONFIRMED_AFTER.test(after)) return 'confirmed'
  if (TALK_BEFORE.test(before) && !NEAR_DIAGNOSIS.test(before)) return 'talk'
  if (CHANGED_FROM.test(before)) return 'possible'
  if (CHANGED_TO.test(before)) return 'diagnosis'
  if (POSSIBLE_BEFORE.test(before) || POSSIBLE_AFTER.test(after) || REVISED_AFTER.test(after)) return 'possible'
  return strong ? 'diagnosis' : 'mention'
}

const OF_PATIENT =
  /\b(?:she|he|her|his|him|we)\b|\b(?:the|our|this|present|an?)\s+(?:[\w-]+\s+){0,3}(?:patient|boy|girl|woman|man|child|infant|lady|gentleman|case|proband|brother|sister)\b|\bpatient['’]s\b|\b(?:was|were|been)\s+diagnosed\b/i
const CITATION = /\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]|\(\d{1,2}(?:\s*[,;–-]\s*\d{1,2})*\)|[a-z,.)][¹²³⁴-⁹]+/
const PAST = /\b(?:was|were|had|did|underwent|[a-z]{3,}ed)\b/i
const GENERAL =
  /\b(?:may|might|can|could|should|must|usually|commonly|typically|often|always|rarely|frequently|generally|commonest|most\s+(?:common|frequent))\b/i

/** "Gout may look alike on the first film", "it was used in calciphylaxis (2, 3)": knowledge, though it stands in the history. */
function isTextbook(sentence: string): boolean {
  if (OF_PATIENT.test(sentence.replace(/\bin\s+a\s+(?:child|patient|woman|man|case)\b/gi, ''))) return false
  if (CITATION.test(sentence) || GENERAL.test(sentence)) return true
  return /\b(?:is|are|affects|occurs|represents|develops|causes|remains)\b/i.test(sentence) && !PAST.test(sentence)
}

/** "a 12-year history of", "a history of systemic sclerosis including": says it outright. */
const NEAR_DIAGNOSIS =
  /\b(?:diagnosed\s+(?:with|as\s+having|as)|known\s+case\s+of|suffer\w*\s+from|(?:medical|past|clinical|personal|years?|months?|long|long-?standing|known|prior|previous|an?|her|his|-year|with)[\s-]+(?:\w+\s+)?history\s+of|history\s+(?:was\s+)?(?:significant|notable|remarkable|positive)\s+for|the\s+diagnosis\s+(?:of|was)|diagnosis\s+of|(?:presenting|first|initial|early|earliest|sole|only)\s+(?:\w+\s+)?(?:features?|manifestations?|signs?|symptoms?)\s+of)\s+(?:[\w'’-]+\s+){0,4}$/i

/** Up to 220 characters in front, not across a semicolon or "but". */
function clauseBefore(sentence: string, start: number): string {
  const window = sentence.slice(Math.max(0, start - 220), start)
  const breaks = [...window.matchAll(/;|\b(?:but|whereas|although|however)\b|[.:]\s+(?=[A-Z])/gi)]
  const last = breaks.at(-1)
  return last ? window.slice(last.index + last[0].length) : window
}
