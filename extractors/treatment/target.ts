/** What a treatment was for: said outright, or what a drug of its class is for in a patient with calcinosis. */
import type { TreatmentFact } from '../case-record.ts'
import { isA, termOf } from '../language/load-terms.ts'
import type { Term } from '../language/term.ts'

const CALCINOSIS = /calcif|calcinos|calcinot|deposit|nodul|mass\b|masses|lump|lesion|swelling|tumou?r/i
const PURPOSE =
  /\b(?:for|to treat|treatment of|against|management of|therapy of|because of|due to|in view of)\s+(?:the\s+|her\s+|his\s+|an?\s+)?((?:[\w'-]+\s*){1,6})/i

const FOR_CALCINOSIS = [
  'bisphosphonates',
  'chelator',
  'phosphate_binders',
  'al_hydroxide',
  'probenecid',
  'colchicine',
  'diltiazem',
  'warfarin',
  'minocycline',
  'sts',
  'edta',
  'laser',
  'eswl',
  'low_p_diet',
  'il_steroid',
  'burosumab',
  'snf472',
  'acetazolamide',
]
/** Operations that take out something; in a patient with calcinosis the deposit, unless another organ is named. */
const LUMP_SURGERY: readonly string[] = [
  'excision',
  'debulking',
  'curettage',
  'aspiration',
  'extraction',
  'burr',
  'drainage',
  'co2_laser',
]
const FOR_DISEASE = [
  'immunosuppressants',
  'csdmards',
  'antimalarials',
  'corticosteroids',
  'biologics',
  'jak_inhibitors',
  'immunoglobulin_class',
  'prostacyclins',
  'era',
  'pde5',
  'hsct',
  'plasmapheresis',
  'ccb',
  'dialysis',
  'kidney_tx',
  'antifibrotics',
  'photopheresis',
  'phototherapy',
  'calcimimetics',
  'parathyroidectomy',
  'chemo',
]

/** `before` and `after` are the words around the treatment in its clause. */
export function targetOf(term: Term, before: string, after: string): TreatmentFact['target'] {
  const purpose = PURPOSE.exec(after)?.[1] ?? ''
  if (/calcinos|calcif/i.test(purpose) || /\bcalcinos\w*[^.;]{0,40}\btreated with\b[^.;]{0,30}$/i.test(before))
    return 'calcinosis'
  if (/scleroderma|sclerosis|dermatomyositis|lupus|arthritis|myositis|Raynaud|disease|lung|vasculitis/i.test(purpose))
    return 'disease'
  if (FOR_DISEASE.some((key) => isUnder(term, key)) && isA(term, 'surgery')) return 'disease'
  if (LUMP_SURGERY.includes(term.key)) return 'calcinosis'
  if (isA(term, 'surgery')) return CALCINOSIS.test(after) || CALCINOSIS.test(before) ? 'calcinosis' : 'other'
  if (FOR_CALCINOSIS.some((key) => isUnder(term, key))) return 'calcinosis'
  return FOR_DISEASE.some((key) => isUnder(term, key)) ? 'disease' : 'other'
}

const isUnder = (term: Term, key: string): boolean => isA(term, key)

/** The label of the nearest broader class: `bisphosphonates` for alendronic acid, `surgical procedure` for an excision. */
export function classOf(term: Term): string | null {
  if (term.kind === 'drug-class') return term.label
  const [parent] = term.parents
  if (!parent) return null
  const broader = termOf('treatment', parent)
  return broader.kind === 'drug-class' || broader.key === 'surgery'
    ? broader.label
    : (classOf(broader) ?? broader.label)
}
