/**
 * Case records of patients who do not exist, spread as the reported ones are: mostly single cases, mostly women, mostly
 * systemic sclerosis and dermatomyositis, sizes log-normal, many things not mentioned. Same seed, same records.
 */
import { createHash } from 'node:crypto'
import type {
  AntibodyFact,
  CaseRecord,
  Claim,
  Concept,
  DepositFact,
  DiseaseFact,
  Evidence,
  EvidenceList,
  PatientCase,
  TreatmentFact,
} from '../../extractors/case-record.ts'
import { loadTerms } from '../../extractors/language/load-terms.ts'
import type { TermFamily } from '../../extractors/language/term.ts'
import { type Random, seededRandom } from './random.ts'

/** Records of about `cases` patients in all, one by one. */
export function* syntheticRecords(cases: number, seed = 1): Generator<CaseRecord> {
  const random = seededRandom(seed)
  for (let made = 0, paper = 0; made < cases; paper++) {
    const size = Math.min(cases - made, random.weighted(CASES_PER_PAPER))
    yield syntheticRecord(random, `${seed}-${paper}`, size)
    made += size
  }
}

const CASES_PER_PAPER = [
  [1, 78],
  [2, 9],
  [3, 5],
  [4, 3],
  [6, 3],
  [10, 2],
] as const

interface Kind {
  readonly disease: string
  readonly subtype: string | null
  readonly female: number
  readonly medianAge: number
  /** Chance of being tested for, and then of being positive for, an antibody. */
  readonly antibodies: readonly (readonly [string, number, number])[]
  readonly medianMm: number
}

const SSC_PANEL = [
  ['ana', 0.8, 0.93],
  ['ssdna', 0.05, 0.1],
  ['rf', 0.3, 0.3],
] as const
const KINDS: readonly (readonly [Kind, number])[] = [
  [
    {
      disease: 'ssc',
      subtype: 'lcssc',
      female: 0.88,
      medianAge: 56,
      medianMm: 18,
      antibodies: [...SSC_PANEL, ['aca', 0.7, 0.65], ['scl70', 0.6, 0.12]],
    },
    30,
  ],
  [
    {
      disease: 'ssc',
      subtype: 'dcssc',
      female: 0.8,
      medianAge: 48,
      medianMm: 35,
      antibodies: [...SSC_PANEL, ['aca', 0.55, 0.06], ['scl70', 0.7, 0.62], ['rnap3', 0.2, 0.3]],
    },
    16,
  ],
  [
    {
      disease: 'ssc',
      subtype: null,
      female: 0.85,
      medianAge: 53,
      medianMm: 22,
      antibodies: [...SSC_PANEL, ['aca', 0.4, 0.4], ['scl70', 0.4, 0.3], ['pmscl', 0.1, 0.4]],
    },
    10,
  ],
  [
    {
      disease: 'dm',
      subtype: null,
      female: 0.7,
      medianAge: 44,
      medianMm: 30,
      antibodies: [
        ['ana', 0.7, 0.6],
        ['mi2', 0.3, 0.15],
        ['nxp2', 0.3, 0.45],
        ['mda5', 0.3, 0.2],
        ['jo1', 0.4, 0.05],
      ],
    },
    16,
  ],
  [
    {
      disease: 'dm',
      subtype: 'jdm',
      female: 0.62,
      medianAge: 10,
      medianMm: 28,
      antibodies: [
        ['ana', 0.6, 0.5],
        ['nxp2', 0.4, 0.5],
        ['tif1g', 0.3, 0.3],
      ],
    },
    12,
  ],
  [
    {
      disease: 'sle',
      subtype: null,
      female: 0.9,
      medianAge: 38,
      medianMm: 25,
      antibodies: [
        ['ana', 0.9, 0.98],
        ['dsdna', 0.8, 0.7],
        ['sm', 0.4, 0.3],
      ],
    },
    6,
  ],
  [
    {
      disease: 'mctd',
      subtype: null,
      female: 0.85,
      medianAge: 41,
      medianMm: 20,
      antibodies: [
        ['ana', 0.9, 1],
        ['u1rnp', 0.9, 1],
        ['scl70', 0.4, 0],
      ],
    },
    3,
  ],
  [{ disease: 'ckd', subtype: null, female: 0.5, medianAge: 52, medianMm: 60, antibodies: [] }, 4],
  [{ disease: 'ftc', subtype: null, female: 0.5, medianAge: 22, medianMm: 80, antibodies: [] }, 3],
]

const SITES = [
  ['hand', 20],
  ['finger', 22],
  ['elbow', 14],
  ['forearm', 8],
  ['knee', 9],
  ['thigh', 8],
  ['buttock', 7],
  ['hip', 6],
  ['shoulder', 6],
  ['foot', 4],
  ['l5', 2],
  ['c2', 1],
  ['breast', 1],
  ['abdominal_wall', 2],
  ['scalp', 1],
] as const
const TREATMENTS = [
  ['diltiazem', 12],
  ['pamidronate', 5],
  ['alendronate', 4],
  ['colchicine', 6],
  ['warfarin', 3],
  ['minocycline', 3],
  ['excision', 14],
  ['sts_topical', 4],
  ['ivig', 4],
  ['rituximab', 3],
  ['methotrexate', 8],
  ['prednisone', 10],
  ['probenecid', 2],
  ['eswl', 2],
] as const
const RESPONSES = [
  ['unknown', 45],
  ['improved', 18],
  ['resolved', 8],
  ['none', 14],
  ['stable', 7],
  ['worse', 4],
  ['recurred', 2],
  ['adverse', 2],
] as const
const FINDINGS = ['digital_ulcer', 'raynaud_phenomenon', 'sclerodactyly', 'telangiectasia', 'osteoporosis'] as const
const LABS = ['calcium', 'phosphate', 'pth', 'creatinine', 'crp'] as const

function syntheticRecord(random: Random, name: string, size: number): CaseRecord {
  const document = `sha256:${createHash('sha256').update(name).digest('hex')}`
  const places = new Places(random)
  const cases = Array.from({ length: size }, (_, index) => syntheticPatient(random, places, index + 1, size))
  return {
    schema: 'case-record/1',
    document,
    file: `synthetic-${name}.pdf`,
    title: `Synthetic calcinosis ${name}`,
    kind: size > 1 ? 'case-series' : 'case-report',
    language: 'en',
    doi: random.chance(0.8) ? `10.5555/synthetic.${name}` : null,
    pmid: null,
    year: random.whole(1985, 2026),
    journal: null,
    authors: Array.from({ length: random.whole(2, 6) }, () => `Author ${random.whole(1, 40_000)}`),
    pages: random.whole(2, 9),
    extractor: { name: 'synthetic', version: '1', fingerprint: 'synthetic' },
    cases,
    claims: Array.from({ length: random.whole(0, 2) }, () => syntheticClaim(random, places)),
    warnings: [],
  }
}

/** Places in the text, one after the other. */
class Places {
  #at = 200
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  says(text: string, rule: string): EvidenceList {
    const evidence = this.#next(text, rule)
    return this.#random.chance(0.15) ? [evidence, this.#next(text, rule)] : [evidence]
  }

  #next(text: string, rule: string): Evidence {
    this.#at += this.#random.whole(20, 160)
    const start = this.#at
    const page = 1 + Math.floor(start / 3000)
    const boxes = [{ page, x: 56.7, y: this.#random.whole(60, 780), width: text.length * 4.6, height: 11.2 }]
    return {
      page,
      start,
      end: start + text.length,
      text,
      sentence: text,
      boxes,
      rule,
      confidence: this.#random.whole(70, 99) / 100,
    }
  }
}

function syntheticPatient(random: Random, places: Places, number: number, size: number): PatientCase {
  const kind = random.weighted(KINDS)
  const age = Math.max(1, Math.min(95, Math.round(random.logNormal(kind.medianAge, 0.3))))
  const sex = random.chance(kind.female) ? 'female' : 'male'
  const who = places.says(
    `A ${age}-year-old ${sex === 'female' ? 'woman' : 'man'} presented with hard lumps`,
    'demographics/age-sex',
  )
  const antibodies = kind.antibodies.flatMap(([key, tested, positive]) =>
    random.chance(tested) ? [syntheticAntibody(random, places, key, positive)] : [],
  )
  const isTopo = antibodies.some(({ text, result }) => text === 'scl70' && result === 'positive')
  return {
    case: number,
    label: size > 1 ? `Patient ${number}` : null,
    age: random.chance(0.96) ? { years: age, text: `${age}-year-old`, evidence: who } : null,
    sex: random.chance(0.97) ? { value: sex, evidence: who } : null,
    diseases: [syntheticDisease(random, places, kind)],
    calcinosisTypes: random.chance(0.35)
      ? [
          {
            ...concept('calcinosis', random.pick(['universalis', 'circumscripta', 'tumoral', 'dystrophic'])),
            evidence: places.says('calcinosis of this kind was diagnosed', 'calcinosis/named'),
          },
        ]
      : [],
    antibodies,
    deposits: distinctDeposits(
      Array.from(
        {
          length: random.weighted([
            [1, 40],
            [2, 28],
            [3, 16],
            [4, 9],
            [6, 5],
            [9, 2],
          ]),
        },
        () => syntheticDeposit(random, places, kind.medianMm * (isTopo ? 1.8 : 1)),
      ),
    ),
    treatments: distinct(
      Array.from(
        {
          length: random.weighted([
            [0, 25],
            [1, 30],
            [2, 24],
            [3, 13],
            [5, 8],
          ]),
        },
        () => syntheticTreatment(random, places),
      ),
    ),
    findings: FINDINGS.flatMap((key) =>
      random.chance(0.22)
        ? [
            {
              ...concept('finding', key),
              status: random.chance(0.85) ? ('present' as const) : ('absent' as const),
              evidence: places.says(`examination showed ${key.replaceAll('_', ' ')}`, 'finding/stated'),
            },
          ]
        : [],
    ),
    labs: LABS.flatMap((key) =>
      random.chance(0.3)
        ? [
            {
              ...concept('lab', key),
              value: null,
              unit: null,
              interpretation: random.weighted([
                ['normal', 80],
                ['high', 14],
                ['low', 6],
              ] as const),
              evidence: places.says(`serum ${key} was within its limits or not`, 'lab/interpretation'),
            },
          ]
        : [],
    ),
    outcome: random.chance(0.4)
      ? {
          value: random.weighted([
            ['improved', 30],
            ['resolved', 18],
            ['stable', 22],
            ['worse', 12],
            ['recurred', 12],
            ['died', 6],
          ] as const),
          followUpMonths: random.chance(0.7) ? random.whole(1, 60) : null,
          evidence: places.says('at the last visit the deposits were as stated', 'outcome/last-visit'),
        }
      : null,
  }
}

function syntheticDisease(random: Random, places: Places, { disease, subtype }: Kind): DiseaseFact {
  const evidence = places.says(`had been diagnosed with ${subtype ?? disease} years before`, 'disease/diagnosed')
  return {
    ...concept('disease', disease),
    text: disease,
    subtype: subtype ? concept('disease', subtype) : null,
    status: random.chance(0.98) ? 'present' : 'possible',
    duration_years: random.chance(0.5) ? random.whole(0, 30) : null,
    evidence,
  }
}

function syntheticAntibody(random: Random, places: Places, key: string, positive: number): AntibodyFact {
  const result = random.chance(0.01) ? 'equivocal' : random.chance(positive) ? 'positive' : 'negative'
  const titre = result === 'positive' && random.chance(0.4) ? `1:${40 * 2 ** random.whole(1, 7)}` : null
  const pattern = key === 'ana' && titre ? random.pick(['speckled', 'nucleolar', 'centromere', 'homogeneous']) : null
  return {
    ...concept('antibody', key),
    text: key,
    result,
    titre,
    value: null,
    unit: null,
    pattern,
    evidence: places.says(`antibodies against ${key} were ${result}`, 'antibody/result'),
  }
}

function syntheticDeposit(random: Random, places: Places, medianMm: number): DepositFact {
  const key = random.weighted(SITES)
  const max = random.chance(0.45)
    ? Math.min(400, Math.max(1, Math.round(random.logNormal(medianMm, 0.8) * 2) / 2))
    : null
  const laterality = random.weighted([
    [null, 30],
    ['left', 22],
    ['right', 24],
    ['bilateral', 24],
  ] as const)
  const evidence = places.says(
    `calcified masses of the ${laterality ?? ''} ${key} measuring ${max ?? 'some'} mm`,
    'deposit/site-size',
  )
  return {
    site: { ...concept('site', key), text: key },
    laterality,
    status: random.weighted([
      ['present', 95],
      ['absent', 4],
      ['possible', 1],
    ] as const),
    dims_mm: max === null ? [] : random.chance(0.5) ? [max] : [max, max / 2],
    max_mm: max,
    count: null,
    form: random.chance(0.25) ? random.pick(['tumoral', 'nodular', 'plaque', 'sheet', 'punctate'] as const) : null,
    modality: random.chance(0.5)
      ? random.weighted([
          ['radiograph', 50],
          ['ct', 25],
          ['mri', 10],
          ['ultrasound', 10],
          ['examination', 5],
        ] as const)
      : null,
    evidence,
  }
}

function syntheticTreatment(random: Random, places: Places): TreatmentFact {
  const key = random.weighted(TREATMENTS)
  const response = random.weighted(RESPONSES)
  return {
    ...concept('treatment', key),
    text: key,
    class: null,
    target: random.weighted([
      ['calcinosis', 65],
      ['disease', 30],
      ['other', 5],
    ] as const),
    status: random.weighted([
      ['given', 86],
      ['stopped', 8],
      ['considered', 4],
      ['refused', 2],
    ] as const),
    dose: random.chance(0.3) ? '120 mg/day' : null,
    route: random.chance(0.2) ? 'oral' : null,
    response,
    evidence: places.says(`treatment with ${key} brought ${response}`, 'treatment/response'),
  }
}

function syntheticClaim(random: Random, places: Places): Claim {
  return {
    kind: 'association',
    subject: concept('antibody', random.pick(['aca', 'scl70', 'nxp2', 'pmscl'])),
    object: concept('calcinosis', 'calcinosis'),
    polarity: random.weighted([
      ['affirmed', 70],
      ['negated', 20],
      ['possible', 10],
    ] as const),
    cites: [String(random.whole(1, 30))],
    evidence: places.says('others found calcinosis more often in such patients', 'claim/association'),
  }
}

/** One row per site and side. */
function distinctDeposits(deposits: readonly DepositFact[]): readonly DepositFact[] {
  return [...new Map(deposits.map((deposit) => [`${deposit.site.id} ${deposit.laterality}`, deposit])).values()]
}

function distinct<T extends Concept>(facts: readonly T[]): readonly T[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()]
}

const concepts = new Map<string, Concept>()

function concept(family: TermFamily, key: string): Concept {
  const known = concepts.get(`${family} ${key}`)
  if (known) return known
  const term = loadTerms(family).find((term) => term.key === key)
  if (!term) throw new Error(`The ${family} terms have no key "${key}"; the synthetic records name it.`)
  const made = { id: term.id, label: term.label }
  concepts.set(`${family} ${key}`, made)
  return made
}
