/** How clinicians say that something helped, failed, came back or did harm; patterns in the order in which they are tried. */

export type Told = 'resolved' | 'improved' | 'stable' | 'none' | 'worse' | 'recurred' | 'adverse'

const QUALIFIER = String.raw`(?:(?:any|significant|clinical|apparent|appreciable|obvious|objective|substantial|clear|noticeable|notable|major|further|sustained|beneficial|therapeutic|evident|lasting|visible|marked|demonstrable|measurable|real|satisfactory|good|convincing|or|and|radiolog\w+|much|great|definite|such)\s+){0,4}`
const LUMPS = String.raw`(?:calcif\w+|calcinosis|deposits?|lesions?|nodules?|lumps?|masses|mass|plaques?|swellings?|formation)`
const SYMPTOM = String.raw`(?:rash|nausea|vomiting|diarrh\w+|hepat\w+|transamin\w+|liver|(?:pan|leu[ck]o|thrombo)?cytop[ae]?\w*|leu[ck]openia|neutropenia|an[ae]mia|proteinuria|headaches?|dizziness|hypotension|(?:ankle |leg |peripheral )?o?edema|swollen|swelling|gastro\w*|epigastric|abdominal|dyspepsia|stomach|infections?|sepsis|septic\w*|zoster|pneumonia|pneumonitis|necrosis|gangrene|burning|itching|pruritus|urticaria|angioedema|allerg\w+|hypersensitivity|bleeding|h[ae]morrhag\w*|cystitis|amenorrh\w*|alopecia|hair loss|cough|bradycardia|palpitations?|fatigue|malaise|fever|flushing|cramps|hypo\w+[ae]?emia|hyper\w+[ae]?emia|renal|creatinine|nephr\w+|osteonecrosis|(?:skin |local )?ulceration|cataracts?|glaucoma|weight gain|psychosis|insomnia|neuropathy|retinopathy|retinal|hyperpigmentation|discolou?ration|irritation|dermatitis|thrombosis|myopathy|toxicity|side[\s-]effects?|adverse|intolerance|reactions?|dehiscence|fistula|bone pain|pain|crisis|complications?|leg ulcers|mucositis|cardiac|syncope|vertigo|tinnitus)`
const STOP = String.raw`(?:stopped|stop|discontinu\w+|withdrawn|withdrew|suspended|ceased|interrupted|abandoned|given up|gave up|replaced|substituted|changed|switched|exchanged|not repeated|not continued|not tolerated)`

const NONE = [
  String.raw`in\s+vain`,
  String.raw`of\s+(?:no|little)\s+(?:help|use|avail|value|benefit|effect)`,
  'to no avail',
  String.raw`(?:made|brought|gave|had|showed|with|was|were|is)?\s?no\s+better(?!\s+tolerated)`,
  String.raw`neither\s+(?:(?:of\s+)?(?:them|these|which|drug)\s+)?(?:helped|worked|improved|was\s+effective|were\s+effective|had\s+(?:any\s+)?effect)`,
  String.raw`(?:did|does|has|have|had)\s+not\s+(?:influence|affect|alter|modify|shrink|halt|prevent|help|work|respond|improve|benefit|change the)\w*`,
  String.raw`did\s+not\s+(?:\w+\s+){0,3}(?:help|work|respond|improve|resolve|regress)`,
  String.raw`(?:ineffective(?:ly|ness)?|unhelpful|useless|fruitless|futile|inefficac\w+|inefficiency|unsuccessful(?:ly)?|unresponsive(?:\s+to)?|refractory(?:\s+to)?|resistant(?:\s+to)?|non-?respon\w+|disappointing|not\s+effective|not\s+respond\w*|poor(?:ly)?\s+respon\w+|treatment\s+failures?)`,
  String.raw`fail(?:ed|s|ing|ure(?=\s+(?:of|to)\b))(?:\s+of|\s+to\s+(?:\w+ly\s+)?(?:respond|improve|help|relieve|control|show|produce|resolve|heal|work|achieve|reduce|induce|soften|shrink|(?:halt|stop|arrest|prevent|slow(?:\s+down)?|control)(?:\s+(?:the|its|further|disease|calcinosis)){0,2}(?:\s+(?:progression|growth|spread|deterioration|formation|enlargement))?))?`,
  String.raw`(?:lack|absence)\s+of\s+(?:\w+\s+)?(?:efficacy|response|improvement|effect|benefit)`,
  String.raw`(?:no|without|little|minimal|not any|n[’']t|not have|nor any)\s+${QUALIFIER}(?:improvements?|effect(?:s|iveness)?|response|benefits?|success|relief|change|regression|efficacy|resolution|results?|reduction|influence|impact|amelioration|difference|help)`,
]
const NO_RECURRENCE = [
  String.raw`(?:no|without|free of|neither|not)\s+(?:(?:any|evidence of|signs? of|clinical|radiolog\w+|local|further|sign or symptom of|new|and|or|calcinosis|calcification)\s+){0,4}(?:recurren\w+|relapses?|re-?growth|re-?formation|reappearance|re-?accumulation)`,
  String.raw`(?:recurrence|relapse)[\s-]free`,
  String.raw`(?:did|has|have|had)\s+not\s+(?:recur|relapse|reappear|come back|re-?grow)\w*`,
  String.raw`(?:did|has|have|had)\s+not\s+return\w*`,
  String.raw`(?:no longer|not any more)\s+(?:to\s+)?(?:be\s+)?(?:found|visible|palpable|seen|detect\w+|present|felt|apparent|evident|demonstrable)`,
  String.raw`free\s+(?:of|from)\s+(?:(?:any|further|local)\s+){0,2}(?:recurrence|relapse|disease|symptoms|calcium)`,
  String.raw`(?:remain\w*|been|is\s+now|are\s+now)\s+free\s+(?:of|from)\s+(?:(?:any|new|further|calcified|more)\s+){0,2}${LUMPS}`,
  String.raw`free\s+(?:of|from)\s+(?:new|further)\s+${LUMPS}`,
  String.raw`remain\w*\s+without\s+(?:any\s+|new\s+|further\s+)?${LUMPS}`,
  String.raw`(?:no|not any)\s+(?:evidence of\s+)?(?:residual|remaining)\s+(?:calcif\w+|calcinosis|mass|lesions?|disease)`,
]
const ADVERSE = [
  String.raw`${STOP}\b[^.;]{0,40}?\b(?:because of|due to|owing to|on account of|for|after|following|as a result of|secondary to|in view of|because (?:she|he|it) (?:developed|had|caused)|when (?:she|he) developed)\s+(?:(?!lack|ineff|no |poor|insuff|fail|calcin)[\w-]+\s+){0,4}?${SYMPTOM}`,
  String.raw`(?:caused|induced|provoked|produced|triggered|resulted in|led to|(?:was|were) followed by|complicated by|brought on)\s+(?:(?!no |good |complete|improve|resol|reduc|regress|relief|partial|stabil|recover)[\w-]+\s+){0,3}?${SYMPTOM}`,
  String.raw`developed\s+(?:[\w-]+\s+){0,3}?${SYMPTOM}[^.;]{0,50}\b(?:stopped|discontinued|given up|withdrawn|suspended)`,
  String.raw`(?:side[\s-]effects?|adverse\s+(?:events?|effects?|(?:drug\s+)?reactions?)|intoleran\w+|(?:not|poorly|no better|badly)\s+tolerated|(?:did|could)\s+not\s+tolerate|tolerated\s+(?:it\s+|this\s+|them\s+)?(?:poorly|badly)|hepato-?toxicity|nephro-?toxicity|drug reaction|allergic reaction|anaphyla\w+|agranulocytosis|h[ae]morrhagic cystitis)`,
]
const PARTLY = [
  String.raw`(?:partial(?:ly)?|incomplete(?:ly)?|some|mild(?:ly)?|moderate(?:ly)?|slight(?:ly)?|minimal(?:ly)?|marked(?:ly)?|significant(?:ly)?|considerabl[ey]|substantial(?:ly)?|progressive|dramatic(?:ally)?|rapid(?:ly)?)\s+(?:(?:clinical|radiolog\w+|and|or)\s+){0,2}(?:resol\w+|remission|regress\w+|disappear\w+|dissol\w+|improve\w*|respon\w+|reduc\w+|decreas\w+|amelior\w+|relie\w+|soften\w+|shrink\w+)`,
]
const RESOLVED = [
  String.raw`(?:complete(?:ly)?|total(?:ly)?|full|fully|entire(?:ly)?|near(?:ly)?[\s-]complete(?:ly)?|almost complete(?:ly)?|virtually complete)\s+(?:(?:clinical|radiolog\w+|and|symptom\w*|spontaneous|wound|pain)\s+){0,3}(?:resol\w+|regress\w+|disappear\w+|remission|clear\w+|heal\w*|recover\w+|respon\w+|cure[ds]?|relie\w+|dissol\w+|vanish\w+|subsid\w+)`,
  String.raw`(?:resol(?:ved|ution|ves|ving)|(?:made\s+[^.;,]{3,40}\s)?disappear(?:ed|ance|s|ing)?|vanished|dissolved|cleared(?:\s+up)?|cured|remission)`,
  String.raw`(?:had|was|were|is|are|has|have)\s+(?:\w+ly\s+)?gone`,
  String.raw`(?:became|remained|remains|remain|is|was|been)\s+(?:symptom|pain|disease|lesion|calcinosis|asymptomatic)(?:[\s-]free)?`,
]
const RECURRED = [
  String.raw`(?:recur(?:red|rences?|s|ring)|relaps(?:e|ed|es)|reappear(?:ed|ance)|re-?gr(?:ew|owth|own)|re-?accumulat\w+|c[ao]me\s+back|re-?filled|re-?opened|re-?formed|re-?developed)`,
  String.raw`recurrent\s+${LUMPS}\s+(?:of\s+[\d.,]+\s?(?:mm|cm)\s+)?(?:was|were|had|has|appeared|developed)`,
  String.raw`(?:the|a|new|same)\s+(?:mass|lesion|nodule|deposit|lump|swelling)s?\s+(?:had\s+|has\s+)?returned`,
  String.raw`returned\s+(?:with\s+(?:a\s+)?(?:new|recurrent)|within)`,
]
const STABLE = [
  String.raw`(?:stable|stabili[sz]\w+|unchanged|unaltered|unmodified|static|persist(?:ed|ent|s|ence))`,
  String.raw`(?:no|without|not|halted|arrest(?:ed)?|stop(?:ped)?|prevent(?:ed)?|slow(?:ed|ing)?(?:\s+the)?)\s+(?:(?:any|further|evidence of|signs? of|significant|clinical|radiolog\w+|disease|new|the|of|its|change in|development of|formation of|appearance of|apparent|more|additional)\s+){0,4}(?:progress\w*|deteriorat\w+|worsen\w*|enlargement|growth|increase)`,
  String.raw`(?:no|without|nor|prevented|stopped|halted)\s+(?:(?:any|the|evidence of|development of|formation of|appearance of)\s+){0,2}new\s+(?:[\w-]+\s+)?${LUMPS}`,
  String.raw`(?:no|without(?:\s+any)?)\s+new\s+ones?`,
  String.raw`neither\s+(?:improved|progress\w+)\s+nor\s+\w+`,
  String.raw`(?:remain\w*|was|were|is|are|measured|measures|stayed|has stayed)\s+(?:(?:the|of the|about the)\s+same|as\s+(?:it|they)\s+(?:was|were))`,
  String.raw`(?:the\s+)?same\s+size|as\s+large\s+as\s+before|not\s+changed`,
  String.raw`(?:has|have|had|did)\s+not\s+(?:changed?|grown?|increased?|progressed?|enlarged?)(?:\s+in\s+size)?(?:\s+further|\s+any\s+further)?`,
]
const WORSE = [
  String.raw`(?:continu\w+\s+to\s+(?:grow|enlarge|increase|progress|worsen|spread)|(?:kept|went|continued)\s+(?:on\s+)?(?:growing|enlarging|increasing|spreading|progressing))`,
  String.raw`(?:had|has|have)\s+(?:\w+ly\s+)?(?:increased|enlarged|grown)`,
  String.raw`(?:worse(?:n\w*)?|deteriorat\w+|aggravat\w+|exacerbat\w+|got\s+worse|flare[ds]?(?:\s+up)?|enlarg(?:ed|ing|ement))`,
  String.raw`progress(?:ed|ion|ive(?:ly)?)\b(?!\s+(?:systemic|muscular|supranuclear))`,
  String.raw`(?:increased?|increasing|grew|grown|growth|enlarg\w+|extended|extension)\s+(?:in\s+)?(?:progressively\s+)?(?:size|number|larger|volume|diameter)`,
  String.raw`(?:increased|grew|grown)\s+to\s+\d+(?:[.,]\d+)?\s?(?:mm|cm)|grew|had\s+grown`,
  String.raw`(?:became|become|becoming|got)\s+(?:longer|larger|bigger|wider|harder|more\s+numerous|more\s+painful)`,
  String.raw`(?:gradually|progressively|slowly|steadily)\s+(?:extend\w*|spread\w*|increas\w*|enlarg\w*)`,
  String.raw`new\s+(?:[\w-]+\s+)?(?:${LUMPS}|ones)\s+(?:of\s+[\d.,]+\s?(?:mm|cm)\s+)?(?:(?:had|have|has|were|was)\s+)?(?:appeared|appear|developed|occurred|formed|emerged|observed|noted|noticed|seen|found|detected|were)`,
]
const IMPROVED = [
  String.raw`(?:improv(?:ed|ement|ements|ing|es|e)|ameliorat\w+|regress(?:ed|ion|ing)?|decreas(?:ed|e|es|ing)|reduc(?:ed|tion|tions|ing|es)|diminish(?:ed|ing)?|diminution|shr(?:ank|unk|inkage|inking)|soften(?:ed|ing)?|relie(?:f|ved|ving)|alleviat\w+|subsid(?:ed|ing|ence)|lessen(?:ed|ing)|abated|heal(?:ed|ing|s)|recover(?:ed|y)|settled|faded|restored)`,
  String.raw`(?:redness|pain|swelling|inflammation|tenderness|discharge)\s+(?:had\s+)?(?:went|gone|ceased|stopped|vanished)`,
  String.raw`respon(?:ded|se|ses)(?!\s+to\s+(?:treatment|therapy)\s+(?:is|was|were)\s+(?:not|unknown))`,
  String.raw`(?:favou?rabl[ey](?:\s+(?:outcome|evolution|course|result))?|beneficial|benefit(?:ed|ted|s)?|efficacious|effective(?:ly)?|success(?:ful|fully)?|satisf(?:actory|ied)|excellent|good\s+(?:result|outcome|functional|clinical|response|control)\w*|well[\s-]controlled)`,
  String.raw`(?:smaller|softer|flatter|fewer|less\s+painful|thinner|better|(?:fell|dropped|declined)(?=\s+(?:from|by|to)\b)|\d+\s?%\s+(?:lower|smaller|less)|half\s+(?:of\s+)?its\s+size|c[ao]me\s+down)`,
]

const any = (patterns: readonly string[]): string => String.raw`\b(?:${patterns.join('|')})\b`

/** Tried in this order at every place of a sentence; what comes first takes the words. */
export const RESPONSE_WORDS: readonly (readonly [Told, string])[] = [
  ['adverse', any(ADVERSE)],
  ['none', any(NONE)],
  ['resolved', any(NO_RECURRENCE)],
  ['improved', any(PARTLY)],
  ['resolved', any(RESOLVED)],
  ['recurred', any(RECURRED)],
  ['stable', any(STABLE)],
  ['worse', any(WORSE)],
  ['improved', any(IMPROVED)],
]
