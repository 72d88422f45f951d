/**
 * Treatments as case reports tell them; all sentences are invented. Expected: `label status response`, responses left out
 * where unknown, joined by ` | ` in alphabetical order; empty for none.
 */
export type TreatmentCase = readonly [why: string, text: string, expected: string]

export const statuses: readonly TreatmentCase[] = [
  ['treated with', 'She was treated with diltiazem.', 'diltiazem given'],
  [
    'a list',
    'She received prednisone, methotrexate and hydroxychloroquine.',
    'hydroxychloroquine given | methotrexate given | prednisone given',
  ],
  ['on a drug', 'She was on low-dose warfarin.', 'warfarin given'],
  ['past perfect', 'He had been given colchicine for two years.', 'colchicine given'],
  ['a procedure', 'The mass was excised under general anaesthesia.', 'surgical excision given'],
  ['removal', 'Surgical removal of the calcified mass was performed.', 'surgical excision given'],
  ['underwent', 'She underwent curettage of the deposit.', 'curettage given'],
  ['stopped', 'Methotrexate was discontinued.', 'methotrexate stopped'],
  ['replaced', 'Cyclophosphamide was replaced by azathioprine.', 'azathioprine given | cyclophosphamide stopped'],
  ['stopped and started', 'Calcitriol was stopped and sevelamer was started.', 'calcitriol stopped | sevelamer given'],
  ['considered', 'Surgical excision was considered.', 'surgical excision considered'],
  ['proposed', 'Sodium thiosulfate was proposed.', 'sodium thiosulfate considered'],
  ['planned', 'Excision is planned.', 'surgical excision considered'],
  ['refused', 'She refused surgery.', 'surgical procedure refused'],
  ['offered and declined', 'Excision was offered, but the patient declined.', 'surgical excision refused'],
  ['does not wish', 'Her parents do not wish it to be excised.', 'surgical excision refused'],
  ['no treatment', 'No pharmacological or surgical approach was proposed.', 'surgical procedure not-given'],
  ['not given', 'Bisphosphonates were not given.', 'bisphosphonates not-given'],
  ['never received', 'She had never received corticosteroids.', 'corticosteroids not-given'],
  ['not used because', 'Diltiazem was not used because of bradycardia.', 'diltiazem not-given'],
  ['has not taken it', 'Warfarin is often tried; she has not taken it.', 'warfarin not-given'],
  ['too risky', 'An operation was judged too risky.', 'surgical procedure not-given'],
  ['trap: said of everybody', 'Minocycline has been used in three other patients.', ''],
  ['trap: options', 'Treatment options include diltiazem and warfarin.', ''],
  ['trap: allergy', 'She was allergic to penicillin.', ''],
  ['trap: department', 'She was referred to the department of plastic surgery.', ''],
  ['trap: induced', 'A steroid-induced myopathy was found.', ''],
  ['trap: the specimen', 'The excision specimen contained calcium.', ''],
]

export const responses: readonly TreatmentCase[] = [
  ['without improvement', 'She was treated with diltiazem without improvement.', 'diltiazem given none'],
  [
    'no effect over a list',
    'She has taken diltiazem, warfarin and colchicine; we did not observe a significant response.',
    'colchicine given none | diltiazem given none | warfarin given none',
  ],
  [
    'neither nor',
    'Neither rituximab nor alendronate was effective.',
    'alendronic acid given none | rituximab given none',
  ],
  [
    'ineffective',
    'Probenecid and aluminium hydroxide were ineffective.',
    'aluminium hydroxide given none | probenecid given none',
  ],
  ['failed', 'Minocycline failed to improve the lesions.', 'minocycline given none'],
  ['refractory to', 'The calcinosis was refractory to colchicine.', 'colchicine given none'],
  ['to no avail', 'Diltiazem was tried for a year, to no avail.', 'diltiazem given none'],
  ['of no help', 'Warfarin was of no help.', 'warfarin given none'],
  ['but without effect', 'She was given etidronate but without effect.', 'etidronic acid given none'],
  [
    'neither helped',
    'Warfarin and then minocycline were prescribed; neither helped.',
    'minocycline given none | warfarin given none',
  ],
  [
    'complete resolution',
    'Sodium thiosulfate led to complete resolution of the nodules.',
    'sodium thiosulfate given resolved',
  ],
  ['partial response', 'There was a partial response to pamidronate.', 'pamidronic acid given improved'],
  ['improved after', 'The deposits improved after rituximab.', 'rituximab given improved'],
  [
    'favourable outcome',
    'Local excision of the mass was performed with a favourable outcome.',
    'surgical excision given improved',
  ],
  [
    'in the next sentence',
    'Alendronate was started. The nodules decreased in size within six months.',
    'alendronic acid given improved',
  ],
  [
    'nothing in the next sentence',
    'Diltiazem was started. No improvement was seen after one year of treatment.',
    'diltiazem given none',
  ],
  ['stable', 'Under colchicine the calcinosis remained stable.', 'colchicine given stable'],
  ['worse', 'The calcinosis progressed despite methotrexate.', 'methotrexate given worse'],
  ['recurred', 'The mass was excised but recurred after six months.', 'surgical excision given recurred'],
  [
    'recurrence told later',
    'The mass was excised. She was discharged. She was seen again. A recurrence was noted after one year.',
    'surgical excision given recurred',
  ],
  [
    'no recurrence',
    'The nodules were excised. There was no recurrence after two years.',
    'surgical excision given resolved',
  ],
  ['did not come back', 'The mass was removed and did not come back.', 'surgical excision given resolved'],
  ['stopped for a side effect', 'Colchicine was stopped because of diarrhoea.', 'colchicine stopped adverse'],
  ['caused', 'Hydroxychloroquine caused a rash and was withdrawn.', 'hydroxychloroquine stopped adverse'],
  ['not tolerated', 'Cinacalcet was not tolerated because of vomiting.', 'cinacalcet stopped adverse'],
  [
    'it had to be stopped',
    'She was given sildenafil, but it had to be stopped for headache.',
    'sildenafil stopped adverse',
  ],
  ['stopped for want of effect', 'Warfarin was discontinued because of lack of efficacy.', 'warfarin stopped none'],
  [
    'each its own',
    'Diltiazem was ineffective, but rituximab led to regression of the deposits.',
    'diltiazem given none | rituximab given improved',
  ],
  [
    'progressed under, stabilised after',
    'Her lung disease progressed under cyclophosphamide and stabilised after rituximab.',
    'cyclophosphamide given worse | rituximab given stable',
  ],
  ['trap: a laboratory value', 'Sevelamer was given and the phosphate level decreased.', 'sevelamer given'],
  ['trap: a wish', 'Diltiazem was given to reduce the deposits.', 'diltiazem given'],
  ['trap: how it began', 'She took calcium carbonate. A lump appeared and grew steadily.', 'calcium carbonate given'],
  ['trap: the dose', 'Prednisone was reduced to 5 mg.', 'prednisone given'],
]
