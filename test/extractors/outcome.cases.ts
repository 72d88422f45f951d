/** Outcomes of the calcinosis; all sentences are invented. Expected: `value months`, months left out where not told; `-` for none. */
export type OutcomeCase = readonly [why: string, text: string, expected: string]

export const outcomes: readonly OutcomeCase[] = [
  ['no recurrence at follow-up', 'The mass was excised. At 12-month follow-up there was no recurrence.', 'resolved 12'],
  ['no recurrence for years', 'The mass was excised. There has been no recurrence for three years.', 'resolved 36'],
  [
    'complete resolution',
    'Diltiazem was given and the calcinosis resolved completely within 18 months.',
    'resolved 18',
  ],
  ['no longer visible', 'Injections were given. The deposits were no longer visible after six months.', 'resolved 6'],
  ['smaller', 'Rituximab was given. After one year the calcified mass had decreased in size.', 'improved 12'],
  ['favourable', 'Excision of the calcified mass was performed with a favourable outcome.', 'improved'],
  ['softer', 'Alendronate was given. Six months later the nodules were softer and fewer.', 'improved 6'],
  ['unchanged', 'At the last visit, two years later, the calcifications were unchanged.', 'stable 24'],
  ['no response', 'She was treated with diltiazem without effect on the deposits.', 'stable'],
  ['not grown', 'Two years later the mass had not grown.', 'stable 24'],
  ['progressed', 'Despite colchicine the calcinosis progressed over the next three years.', 'worse 36'],
  ['new lesions', 'Warfarin was given, but new nodules appeared within a year.', 'worse 12'],
  ['recurred', 'The mass was excised but recurred after nine months.', 'recurred 9'],
  ['came back', 'The lump was removed. It came back within one year.', 'recurred 12'],
  ['died', 'She died of sepsis.', 'died'],
  [
    'part unchanged in one look',
    'Rituximab was given. After a year the plaque was smaller. The elbow was unchanged.',
    'improved 12',
  ],
  [
    'a drug of calcinosis',
    'Intravenous pamidronate resulted in significant clinical and radiological improvement.',
    'improved',
  ],
  ['no recurrence at years', 'She underwent excision of the lesions with no recurrence at 2 years.', 'resolved 24'],
  ['watched', 'Conservative management was chosen, and the lesion has remained stable for 18 months.', 'stable 18'],
  ['trap: nothing told', 'The mass was excised.', '-'],
  ['trap: other organ', 'Cyclophosphamide was given and the lung function improved.', '-'],
  ['trap: laboratory', 'Sevelamer was given and the phosphate level decreased.', '-'],
  ['trap: how it began', 'A lump had appeared three years before and grew slowly.', '-'],
  ['trap: a relative', 'Her father had died of lung cancer.', '-'],
  ['trap: ulcers', 'Iloprost was given and the digital ulcers healed.', '-'],
  ['trap: wished for', 'Diltiazem was started in the hope of regression.', '-'],
]
