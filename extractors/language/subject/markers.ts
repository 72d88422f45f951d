/** The turns of phrase by which authors show whose facts a sentence states. Each has an own example. */
import { PERSON_WORD } from '../person-words.ts'
import { isCited } from './citation.ts'
import { isOfGroup, isOwn } from './own-marks.ts'

/** "the patient", "on admission": a definite single person; in an introduction or a discussion weaker than OWN. */
const DEFINITE = new RegExp(
  String.raw`(?<!necrosis of )\b(?:the|a single) (?:(?!(?:male|female|adult|individual|person|worker|of|in|with|for|and|or|to|a|an)\b)[\w-]+ ){0,2}?(?!(?:male|female|adult|individual|person|worker|smoker)\b)${PERSON_WORD}(?:'s|’s)?\b`,
  'i',
)
const NARRATIVE = new RegExp(
  [
    String.raw`\b(?:on|at|upon|his|her|the) (?:admission|presentation|discharge|physical examination|clinical examination)\b`,
    String.raw`\b(?:physical|clinical|laboratory|radiological|histological|histopathological|microscopic|ultrasound|radiographic|general) (?:examination|findings|tests?|studies|evaluation|work-?up|investigations?|data|results?)\b[^.]{0,60}\b(?:revealed|showed|disclosed|demonstrated|were|was|included|confirmed)\b`,
    String.raw`\b(?:x-?rays?|radiographs?|ct|mri|ultrasonography|ultrasound|scan|biopsy|scintigraphy|tomography|roentgenograms?|serology)\b[^.]{0,40}\b(?:revealed|showed|disclosed|demonstrated|confirmed)\b`,
    String.raw`\b(?:was|were) (?:admitted|referred|discharged|hospitali[sz]ed|operated|seen in (?:our|the)|started on|treated with|given|prescribed|lost to follow)\b`,
  ].join('|'),
  'i',
)

/** "has been reported", "in the literature", "cohort", "40% of patients". */
const OTHERS = new RegExp(
  [
    String.raw`\b(?:has|have|had) (?:\w+ ){0,2}(?:been|previously) (?:\w+ ){0,2}(?:reported|described|published|documented|proposed|suggested|implicated|associated|shown|used|tried|recommended|observed|advocated|found|linked|noted|attempted|successful|employed)\b`,
    String.raw`\b(?:previously|recently|first|originally|earlier) (?:reported|described|published)\b`,
    String.raw`\b(?:in|from|of) the (?:\w+ )?literature\b|\bliterature\b|\b(?:recent|previous|prior|earlier|several|many|some|other|few|retrospective|prospective|cohort|case-control|population|epidemiologic\w*|observational|multicent\w+|animal|experimental|controlled|pilot|published|larger?|different) (?:\w+ )?stud(?:y|ies)\b|\bstud(?:y|ies) (?:has|have|by|suggest\w*|indicate\w*|that|in which|are|is|on|from)\b|\ba (?:\w+ )?study (?:of|with|in)\b|\b(?:cohorts?|meta-analys[ei]s|trials?|registry|surveys?|(?<!^\W*)reports? of|case reports|case series|authors(?! (?:report|present|describe)\b)|investigators|researchers|colleagues|series of|et al)\b`,
    String.raw`\b(?:reported|described|published|reviewed|recommended|proposed|documented) (?:by|in|cases?|patients?)\b|\b(?:reported|described|found|observed|noted) (?:a|an|one|two|three|four|five|\d+) (?:\w+ ){0,3}(?:cases?|patients?)\b`,
    String.raw`\d ?%? (?:to|-|–|and) \d+ ?% of|\d ?% of|\d ?%\) ?of|\b(?:incidence|prevalence|frequency) (?:of|is|was|ranges|varies)\b|\bpatients\b[^.]{0,40}\d ?%|\bin \d+ ?%`,
    String.raw`\b(?:was|were|is|are) reported (?:to (?:be|have)|as)\b`,
    String.raw`\b(?:their|whose) (?:own )?(?:patients?|cases?)\b`,
    String.raw`\b(?:other|previous|earlier|most|many|some|several|few|reported|published) (?:\w+ )?(?:authors?|cases|patients|reports|series|groups|workers)\b`,
  ].join('|'),
  'i',
)
/** "Ngata reported", "Lund and Berg described": a surname and what it published. */
const NAMED_SOURCE =
  /\b(?!(?:She|He|They|We|It|Patients?|Pathology|Radiology|Histology|Examination|Parents?|Mother|Father|Biopsy|Surgery|Case|Laboratory|Neither|Nobody|Relatives|Family|Oncology|Cytology)\b)\p{Lu}[\p{Ll}’'-]{2,}(?: (?:and|&) \p{Lu}\p{Ll}+)? (?:reported|described|published|suggested|proposed|reviewed|collected|advocated|recommended|treated)\b/u
/** "is a rare disorder", "usually involves", "patients with X develop": textbook knowledge. */
const GENERIC = new RegExp(
  [
    String.raw`\b(?:is|are|represents?|constitutes?) (?:\w+ ){0,2}(?:an? |the )?(?:\w+ly )?(?:rare|common|frequent|infrequent|unfrequent|uncommon|unusual|well[- ]known|well[- ]recogni[sz]ed|hereditary|inherited|systemic|chronic|multisystem\w*|benign|autoimmune|idiopathic|heterogeneous|disabling|debilitating|poorly understood|difficult to treat|unknown|unclear|a (?:term|condition|disorder|disease|form|type|complication|manifestation|feature|group|metabolic|condition))\b`,
    String.raw`\b(?:is|are) (?:\w+ly )?(?:characteri[sz]ed|defined|classified|divided|categori[sz]ed|thought|believed|considered|known|associated|caused|seen|found|encountered|observed|located|locali[sz]ed|recommended|indicated|reserved|due|related|diagnosed|treated|used|composed|recogni[sz]ed|referred|described|reported|preferred|required|involved|present)\b`,
    String.raw`\b(?:usually|commonly|typically|generally|frequently|often|rarely|seldom|sometimes|occasionally|mostly|preferentially|predominantly) (?:\w+ ){0,1}(?:occurs?|affects?|involves?|develops?|appears?|seen|found|located|present|associated|asymptomatic|linear|leads?|causes?|arises?|manifests?|responds?|show|shows|is|are|be)\b`,
    String.raw`\b(?:may|can|could|might|should|must) (?:also |be |often |sometimes |rarely |usually |not )*(?:be|occur|cause|lead|have|affect|develop|result|present|involve|appear|mimic|precede|complicate|include|help|improve|reduce|show|remain|represent|vary|become|aggravate|regress)\b`,
    String.raw`\bpatients (?:with|who|suffering|having|on|treated|undergoing)\b|\b(?:in|among|of) (?:\w+ )?(?:patients|individuals|adults|children|women|men|cases)\b|\bpathogenesis\b|\b(?:a?etiology|mechanisms?) (?:of|is|are|remains?|unknown)\b|\btreatment (?:options|modalities|strategies|includes?|of (?:calcinosis|choice))\b|\btherap(?:y|ies|eutic) (?:options|modalities|includes?)\b|\bno (?:standard|consensus|effective|specific|approved|established|curative|cure)\b|\bdifferential diagnos[ei]s\b`,
    String.raw`\b(?:types?|forms?|variants?|subsets?|hypothes[ei]s|theor(?:y|ies)) (?:of|include|are|have)\b|\b(?:occurs?|affects?|involves?|develops|leads to|results? (?:in|from)|causes?|arises?|predisposes?|consists? of|depends? on|includes?|refers? to|tends? to|remains|varies|ranges) `,
  ].join('|'),
  'i',
)
/** Addresses, funding, ethics, dates of receipt, journal furniture. */
const OFFICE =
  /\b(?:informed consent|written consent|verbal consent|consent (?:was|for publication|to publish)|ethics? (?:committee|approval)|institutional review|conflicts? of interests?|competing interests?|no (?:\w+ )?(?:funding|financial|disclosures)|financial (?:support|or spiritual)|grant(?:ed)? (?:from|by|no)|corresponding author|correspondence|address (?:for|correspondence)|reprint|e-?mail|orcid|copyright|creative commons|open access|all rights reserved|licen[cs]e|received (?:in revised|:)|accepted:|available online|peer review|author(?:s['’])? contributions?|acknowledge?ments?|we (?:thank|are grateful)|the authors (?:thank|declare|have no|report no)|declare (?:that|no)|how to cite|cite this)\b|@\w|https?:\/\/|\bdoi:/i
/** An address names institutions, in capitals nearly throughout. */
const INSTITUTION =
  /\b(?:Departments?|Divisions?|Service|Institut\w*|Faculty|School|Universit\w+|Hospital|H[ôo]pital|Clinics?|Cent(?:er|re)|Unit|College|Laboratory)\b/

function isAddress(text: string): boolean {
  if (!INSTITUTION.test(text) || !text.includes(',')) return false
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? []
  const names = words.filter(
    (word) => /^\p{Lu}/u.test(word) || /^(?:of|and|the|de|di|for|del|la|le|et|und|für)$/.test(word),
  )
  return names.length >= words.length * 0.8
}

/** Consent and approval in passing do not take a sentence away that tells what was done. */
const DONE =
  /\b(?:underwent|undergone|performed|carried out|excis\w+|surgery|operated|brought|resect\w+|was given|treated|started)\b/i
/** "Final diagnosis: calcinosis in scleroderma": the answer of a quiz is its patient's. */
export const FINAL_DIAGNOSIS =
  /^\W{0,4}(?:the |your |final |correct |our |clinical )?(?:diagnos[ei]s|answer)(?: is| was)?\W{0,3}\s*[:.–—-]\W{0,3}\s*\S/i
/** Nobody was examined: "imagine a patient", "a 900-year-old man". */
const INVENTED =
  /\b(?:imagine|suppose|typical patient|hypothetical|fictitious|fictional|imaginary|vignette|let us assume|jedi|star wars|cartoon|what would you do)\b/i
const PRONOUN = /\b(?:she|he|her|his|him|hers)\b/i
/** Pictures of somebody else's patient. */
const BORROWED =
  /\b(?:different patient|another patient|other patient|not (?:our|this|the same) patient|(?:reproduced|adapted|reprinted|modified|taken|borrowed) (?:with permission |by permission )?from|courtesy of)\b/i

/** What the words of one sentence say about its subject. */
export interface Marks {
  readonly own: boolean
  /** Figures of a group, in which no patient is told apart. */
  readonly group: boolean
  readonly definite: boolean
  readonly narrative: boolean
  readonly pronoun: boolean
  readonly cited: boolean
  readonly others: boolean
  readonly generic: boolean
  readonly office: boolean
  readonly invented: boolean
  readonly borrowed: boolean
}

export function marksOf(text: string): Marks {
  return {
    own: isOwn(text),
    group: isOfGroup(text),
    definite: DEFINITE.test(text),
    narrative: NARRATIVE.test(text),
    pronoun: PRONOUN.test(text),
    cited: isCited(text),
    others: OTHERS.test(text) || NAMED_SOURCE.test(text),
    generic: GENERIC.test(text),
    office: (OFFICE.test(text) && !DONE.test(text)) || isAddress(text),
    invented: INVENTED.test(text),
    borrowed: BORROWED.test(text),
  }
}
