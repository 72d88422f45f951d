/**
 * Response events: words that tell how something went. What they mean is settled by their own words ("ineffective"),
 * by negation ("no improvement") and by what they are about (a laboratory value or a dose that fell is no response).
 */
import type { Span } from '../../corpus/document.ts'
import type { Response } from '../case-record.ts'
import type { Assertion } from '../language/assertion.ts'

export interface ResponseEvent extends Span {
  readonly value: Response
  readonly text: string
  /** What got better or worse, as far as the clause names it. */
  readonly about: 'calcinosis' | 'condition' | 'other' | null
}

type Told = 'resolved' | 'improved' | 'stable' | 'none' | 'worse' | 'recurred' | 'adverse'

const SYMPTOM = String.raw`(?:rash|nausea|vomiting|diarrh\w+|hepat\w+|transamin\w+|liver|(?:pan|leu[ck]o|thrombo)?cytop[ae]?\w*|leu[ck]openia|neutropenia|an[ae]mia|proteinuria|headaches?|dizziness|hypotension|(?:ankle |leg |peripheral )?o?edema|swollen|swelling|gastro\w*|epigastric|abdominal|dyspepsia|stomach|infections?|sepsis|septic\w*|zoster|pneumonia|pneumonitis|necrosis|burning|itching|pruritus|urticaria|angioedema|allerg\w+|hypersensitivity|bleeding|h[ae]morrhag\w*|cystitis|amenorrh\w*|alopecia|hair loss|cough|bradycardia|palpitations?|fatigue|malaise|fever|flushing|cramps|hypo\w+emia|hyper\w+emia|renal|creatinine|nephr\w+|osteonecrosis|(?:skin |local )?ulceration|cataracts?|glaucoma|weight gain|psychosis|insomnia|neuropathy|retinopathy|retinal|hyperpigmentation|discolou?ration|irritation|dermatitis|thrombosis|myopathy|toxicity|side[\s-]effects?|adverse|intolerance|reactions?|dehiscence|wound|fistula|bone pain|pain|crisis|complications?|leg ulcers|mucositis|cardiac|syncope|vertigo|tinnitus)`
const STOP = String.raw`(?:stopped|stop|discontinu\w+|withdrawn|withdrew|suspended|ceased|interrupted|abandoned|given up|gave up|replaced|substituted|changed|switched|not repeated|not continued|not tolerated)`
const ADVERSE = [
  String.raw`\b${STOP}\b[^.;]{0,40}?\b(?:because of|due to|owing to|on account of|for|after|following|as a result of|secondary to|in view of|because (?:she|he|it) (?:developed|had|caused)|when (?:she|he) developed)\s+(?:(?!lack|ineff|no |poor|insuff|fail|calcin)[\w-]+\s+){0,4}?${SYMPTOM}`,
  String.raw`\b(?:caused|induced|provoked|produced|triggered|resulted in|led to|(?:was|were) followed by|complicated by|brought on)\s+(?:(?!no |good |complete|improve|resol|reduc|regress|relief|partial|stabil|recover)[\w-]+\s+){0,3}?${SYMPTOM}`,
  String.raw`\bdeveloped\s+(?:[\w-]+\s+){0,3}?${SYMPTOM}[^.;]{0,50}\b(?:stopped|discontinued|given up|withdrawn|suspended)`,
  String.raw`\b(?:side[\s-]effects?|adverse (?:events?|effects?|(?:drug )?reactions?)|intoleran\w+|(?:not|poorly|no better|badly) tolerated|did not tolerate|could not tolerate|tolerated (?:it |this |them )?(?:poorly|badly)|hepato-?toxicity|nephro-?toxicity|drug reaction|allergic reaction|anaphyla\w+|agranulocytosis|h[ae]morrhagic cystitis)\b`,
].join('|')

/** Tried in this order at every place; what comes first takes the words. */
const EVENTS: readonly (readonly [Told, string])[] = [
  [
    'none',
    String.raw`\b(?:ineffective(?:ly|ness)?|inefficac\w+|unsuccessful(?:ly)?|to no avail|unresponsive(?: to)?|refractory(?: to)?|non-?respon\w+|treatment failures?|fail(?:ed|ure|s|ing)(?: of| to (?:respond|improve|help|relieve|control|show|produce|resolve|heal|work|achieve|reduce|induce))?|(?:lack|absence) of (?:\w+\s+)?(?:efficacy|response|improvement|effect|benefit)|inefficiency|(?:no|without|little|minimal|not any|n[’']t|not have)\s+(?:(?:any|significant|clinical|apparent|appreciable|obvious|objective|substantial|clear|noticeable|notable|major|further|sustained|beneficial|therapeutic|evident|lasting|visible|marked|demonstrable|measurable|real|satisfactory|good|convincing|or radiolog\w+|and radiolog\w+|radiolog\w+)\s+){0,4}(?:improvements?|effect(?:s|iveness)?|response|benefits?|success|relief|change|regression|efficacy|resolution|results?|reduction|influence|impact|amelioration|difference)|did not (?:help|work|respond|improve|benefit)|poor(?:ly)? respon\w+|not effective|not respond\w*|resistant(?: to)?|disappointing|did not (?:\w+\s+){0,3}(?:help|work|respond|improve|resolve|regress|observe a (?:significant |clinical )?response))\b`,
  ],
  [
    'resolved',
    String.raw`\b(?:no|without|free of|neither|not)\s+(?:(?:any|evidence of|signs? of|clinical|radiolog\w+|local|further|sign or symptom of|new|and|or)\s+){0,4}(?:recurren\w+|relapses?|re-?growth|reappearance|re-?accumulation)\b|\b(?:recurrence|relapse)[\s-]free\b|\b(?:did|has|have|had) not (?:recur|relapse|reappear|return|come back|re-?grow)\w*\b|\b(?:no longer|not any more) (?:be )?(?:found|visible|palpable|seen|detect\w+|present|felt|apparent|evident)\b|\bfree (?:of|from) (?:(?:any|new|further|calcified|more|local)\s+){0,2}(?:recurrence|relapse|nodules|lesions|calcinosis|calcifications?|disease|symptoms|deposits|lumps|pain)\b|\b(?:no|not any)\s+(?:evidence of\s+)?(?:residual|remaining)\s+(?:calcif\w+|calcinosis|mass|lesions?|disease)\b`,
  ],
  ['adverse', ADVERSE],
  [
    'resolved',
    String.raw`\b(?:complete(?:ly)?|total(?:ly)?|full|fully|entire(?:ly)?|near(?:ly)?[\s-]complete(?:ly)?|almost complete(?:ly)?)\s+(?:(?:clinical|radiolog\w+|and|symptom\w*|spontaneous|wound|pain)\s+){0,3}(?:resol\w+|regress\w+|disappear\w+|remission|clear\w+|heal\w*|recover\w+|respon\w+|cure[ds]?|relie\w+|dissol\w+|vanish\w+|subsid\w+)|\b(?:resol(?:ved|ution|ves|ving)|disappear(?:ed|ance|s)|vanished|dissolved|cleared(?: up)?|(?:had|was|were|is|are|has|have) gone|cured|remission|(?:became|remained|remains|remain|is|was|been) (?:symptom|pain|disease|lesion|calcinosis|asymptomatic)(?:[\s-]free)?)\b`,
  ],
  [
    'recurred',
    String.raw`\b(?:recur(?:red|rences?|s|ring)|relaps(?:e|ed|es)|reappear(?:ed|ance)|re-?grew|re-?growth|re-?accumulat\w+|came back|come back|(?:the|a|new|same) (?:mass|lesion|nodule|deposit|lump|swelling)s? (?:had |has )?returned|returned (?:with|after|within|in)|re-?filled|reopened|re-?formed|re-?developed)\b`,
  ],
  [
    'stable',
    String.raw`\b(?:stable|stabili[sz]\w+|unchanged|static|(?:no|without|not|halted|arrest(?:ed)?|stop(?:ped)?|prevent(?:ed)?|slow(?:ed|ing)?(?: the)?)\s+(?:(?:any|further|evidence of|signs? of|significant|clinical|radiolog\w+|disease|new|the|of|its|change in|development of|formation of|appearance of|apparent|more|additional)\s+){0,4}(?:progress\w*|deteriorat\w+|new (?:lesions?|calcif\w+|deposits?|nodules?|calcinosis)|lesions?|calcif\w+|calcinosis|deposits?|worsening|enlargement|growth|increase|nodules?)|neither (?:improved|progress\w+) nor \w+|persist(?:ed|ent|s|ence)|(?:remain\w*|was|were|is|are|measured|measures|stayed) (?:(?:the|of the|about the) same|unaltered|as (?:it|they) (?:was|were))|(?:the )?same size|as large as before|(?:has|have|had|did) not (?:changed?|grown?|increased?|progressed?|enlarged?)(?: in size)?(?: further| any further)?|not changed|unaltered)\b`,
  ],
  [
    'worse',
    String.raw`\b(?:worsen\w*|deteriorat\w+|progress(?:ed|ion|ive(?:ly)?)\b(?!\s+(?:systemic|muscular|supranuclear))|aggravat\w+|exacerbat\w+|(?:increased?|increasing|grew|grown|growth|enlarg\w+|extended|extension)\s+(?:in\s+)?(?:progressively\s+)?(?:size|number|larger|volume|diameter)|enlarg(?:ed|ing|ement)|gr(?:ew|own) (?:from|to|further|again|slowly|steadily|larger|in)|grew|(?:became|become|becoming|got) (?:longer|larger|bigger|wider|harder|more numerous|more painful)|(?:gradually|progressively|slowly|steadily) (?:extend\w*|spread\w*|increas\w*|enlarg\w*)|(?:had|has|have)? ?increased to|new (?:lesions?|calcif\w+|deposits?|nodules?) (?:appeared|developed|occurred|formed|were)|flare[ds]?(?: up)?|got worse)\b`,
  ],
  [
    'improved',
    String.raw`\b(?:improv(?:ed|ement|ements|ing|es|e)|ameliorat\w+|regress(?:ed|ion|ing)?|decreas(?:ed|e|es|ing)|reduc(?:ed|tion|tions|ing|es)|diminish(?:ed|ing)?|diminution|shr(?:ank|unk|inkage|inking)|soften(?:ed|ing)?|relie(?:f|ved|ving)|alleviat\w+|subsid(?:ed|ing|ence)|lessen(?:ed|ing)|abated|heal(?:ed|ing|s)|respon(?:ded|se|ses)(?! to (?:treatment|therapy) (?:is|was|were) (?:not|unknown))|favou?rabl[ey](?:\s+(?:outcome|evolution|course|result))?|beneficial|benefit(?:ed|ted|s)?|effective(?:ly)?|success(?:ful|fully)?|satisf(?:actory|ied)|excellent|good (?:result|outcome|functional|clinical|response)\w*|recover(?:ed|y)|smaller|softer|fewer|softened|settled|half (?:of )?its size|faded|restored|came down|come down|less painful|thinner|better|well[\s-]controlled|partial (?:resolution|remission|response)|gradual(?:ly)? resol\w+|partial(?:ly)? (?:resol\w+|regress\w+|dissol\w+))\b`,
  ],
]
/** "partially resolved" is an improvement, not a resolution; it has to be seen before "resolved". */
const PARTIAL = String.raw`\b(?:partial(?:ly)?|gradual(?:ly)? and partial|incomplete(?:ly)?|some|mild(?:ly)?|moderate(?:ly)?|slight(?:ly)?|minimal(?:ly)?|marked(?:ly)?|significant(?:ly)?|considerabl[ey]|substantial(?:ly)?|progressive|dramatic(?:ally)?|rapid(?:ly)?)\s+(?:(?:clinical|radiolog\w+|and|or)\s+){0,2}(?:resol\w+|remission|regress\w+|disappear\w+|dissol\w+|improve\w*|respon\w+|reduc\w+|decreas\w+|amelior\w+|relie\w+|soften\w+|shrink\w+)\b`

const ORDERED: readonly (readonly [Told, string])[] = [
  ['adverse', ADVERSE],
  ...EVENTS.filter(([told]) => told !== 'adverse').slice(0, 2),
  ['improved', PARTIAL],
  ...EVENTS.filter(([told]) => told !== 'adverse').slice(2),
]
const EVENT = new RegExp(ORDERED.map(([, words], index) => `(?<e${index}>${words})`).join('|'), 'giu')

/** What negation makes of an event whose own words do not deny. */
const DENIED: Readonly<Record<Told, Response | null>> = {
  improved: 'none',
  resolved: 'none',
  worse: 'stable',
  recurred: 'resolved',
  stable: null,
  none: null,
  adverse: null,
}

const CALCINOSIS =
  /calcif\w*|calcinosis|calcinotic|deposits?|nodul\w+|mass(?:es)?|lump\w*|lesions?|swellings?|plaques?|tumou?r\w*|protuberance|excision site|size/i
const CONDITION =
  /\b(?:skin|disease|condition|symptom\w*|pain|function\w*|mobility|motion|movement|strength|weakness|rash|ulcer\w*|arthritis|arthralgia|status|course|outcome|result|wound|inflammation|myositis|patient|she|he|we|therapy|treatment|response|discomfort|drainage|discharge|limitation|quality|Raynaud\S*|dysp\w+|state|postoperative|surgery|contractures?)\b/i
const LABORATORY =
  /\b(?:(?:serum|plasma|urin\w+)\s+\w+|levels?|(?:serum|total|ionized|corrected) calcium|phosph\w+|ESR|CRP|CK|creatine|creatinine|h[ae]+moglobin|titres?|titers?|PTH|uric acid|enzymes?|platelets?|count|sedimentation|markers?|blood pressure|weight|dose|doses|dosage|pressure|uptake on|signal|density|attenuation|vision|appetite|fever|lung volumes?|capacity|mouth opening|intake|absorption|hair|peristalsis|perfusion|flow|platelet|flexibility|aperture|oral opening|muscle mass|intensity|concentrations?|ejection fraction|range)\b[^,;.]{0,40}$/i

/** Every event of a sentence; `asserted` gives the assertion of a span of it. */
export function responsesIn(text: string, asserted: (span: Span) => Assertion): readonly ResponseEvent[] {
  return [...text.matchAll(EVENT)].flatMap((match): readonly ResponseEvent[] => {
    const span = { start: match.index, end: match.index + match[0].length }
    const told = ORDERED.find((_, index) => match.groups?.[`e${index}`] !== undefined)?.[0]
    const value = told ? responseOf(told, text, span, asserted(span)) : null
    return value ? [{ ...span, value, text: match[0], about: aboutOf(text, span) }] : []
  })
}

function responseOf(
  told: Told,
  text: string,
  span: Span,
  { polarity, temporality, experiencer }: Assertion,
): Response | null {
  if (temporality === 'hypothetical' || experiencer === 'other' || isWish(text, span) || isNoEvent(text, span))
    return null
  const before = text.slice(Math.max(0, span.start - 40), span.start)
  const denies =
    told === 'none' ||
    (told === 'stable' && /^(?:no|not|without|halt|arrest|stop|prevent|slow|neither)/i.test(text.slice(span.start))) ||
    (told === 'resolved' && /^(?:no|without|free|neither|not|did|has)/i.test(text.slice(span.start)))
  if (denies) return told
  const denied =
    polarity === 'negated' ||
    /\b(?:no|not|without|neither|never|nor|failed to|fails? to|lack of|n[’']t)\s+(?:[\w-]+\s+){0,3}$/i.test(before)
  return denied ? DENIED[told] : told
}

/** "to relieve pain", "for better function", "in the hope of improvement": wished for, not told. */
function isWish(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 50), start)
  if (
    /\bto\s+(?:\w+ly\s+)?$/i.test(before) &&
    !/\b(?:failed|began|begun|started|continu\w+|seem\w*|appear\w*|tend\w*|able|led|due|owing)\s+to\s+$/i.test(before)
  )
    return true
  if (
    /\b(?:if|until|unless|in (?:the )?hope of|hoping for|aim(?:ed|ing)? (?:at|of|to)|intended to|in order to|in an attempt to|with the (?:aim|goal|purpose) of|expect\w*|may|might|could|should|would|can)\s+(?:[\w-]+\s+){0,4}$/i.test(
      before,
    )
  )
    return true
  return (
    /\b(?:for|requiring|required)\s+(?:[\w-]+\s+)?$/i.test(before) && /relief|improvement/i.test(text.slice(start, end))
  )
}

/** Look-alikes: "progressive systemic sclerosis", "reduced dose", "stable vital signs", "persistent pain", "recurrent infections". */
function isNoEvent(text: string, { start, end }: Span): boolean {
  const after = text.slice(end, end + 40)
  const word = text.slice(start, end)
  if (
    /^\s*(?:range|motion|mobility|dose|dosage|renal function|vital|h[ae]modynamic\w*|oral aperture|peristalsis|breath|movement|sensation|muscle|strength|flexion|extension|air entry|DLCO|bone|vital signs|cough|fever|hypercalc\w+|vomiting)/i.test(
      after,
    ) &&
    /^(?:reduced|decreased|stable|diminished|persist\w+|increased|progressive|limited|improv\w+)/i.test(word)
  )
    return /^(?:reduced|decreased|stable|diminished|persist\w+|progressive)/i.test(word)
  if (
    /^(?:persistent|progressive(?:ly)?|better|excellent|smaller|stable)$/i.test(word) &&
    /^\s+(?!(?:condition|disease|course|result|outcome|control|after|with|at|on|during|over|for|since|until|in size|and|than)\b)[a-z]/i.test(
      after,
    )
  )
    return /^(?:persistent|progressive(?:ly)?|smaller|stable|better)$/i.test(word)
  return false
}

function aboutOf(text: string, { start, end }: Span): ResponseEvent['about'] {
  const before = /[^;.]*$/.exec(text.slice(Math.max(0, start - 110), start))?.[0] ?? ''
  const after = /^[^;.]*/.exec(text.slice(end, end + 60))?.[0] ?? ''
  const object = /^\s*(?:in|of|from)\s+(?:the\s+|her\s+|his\s+)?(?:[\w-]+\s+){0,4}/i.exec(after)?.[0] ?? ''
  if (object && LABORATORY.test(`${object} `.replace(/[,;.]/g, ''))) return 'other'
  if (object && CALCINOSIS.test(object)) return 'calcinosis'
  if (object && CONDITION.test(object)) return 'condition'
  const clause = /(?:^|,|\bbut\b|\band\b|\bwhile\b|\bwith\b)[^,]*$/i.exec(before)?.[0] ?? before
  if (LABORATORY.test(clause)) return 'other'
  if (CALCINOSIS.test(clause)) return 'calcinosis'
  if (CONDITION.test(clause)) return 'condition'
  if (CALCINOSIS.test(before)) return 'calcinosis'
  return CONDITION.test(before) ? 'condition' : null
}
