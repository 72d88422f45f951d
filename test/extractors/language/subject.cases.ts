/** [why, text, beginning of the asked sentence, whose it is]. Texts are read as plain text: blank lines part paragraphs. */
export type SubjectCase = readonly [why: string, text: string, asked: string, subject: string]

const LETTER = `Stony lumps of the back in scleroderma

Sir,

Calcinosis is a frequent complication of systemic sclerosis (1). It usually affects the fingers, and large deposits are rarely seen (2, 3).

We saw a 52-year-old woman with limited systemic sclerosis who noticed lumps of the back. Radiographs showed calcified masses. Anticentromere antibodies were positive. She declined surgery. Her mother had psoriasis.

In large cohorts calcinosis was associated with anticentromere antibodies (4). Lund et al. reported a 40-year-old man with anti-Scl-70 antibodies. He was treated with minocycline. Diltiazem may help some patients. Our patient refused every drug. She was last seen in May.

References

1. Berg A. Calcinosis. J Skin 2001;3:4-5.`

const SECTIONED = `Case report

Introduction

Dermatomyositis is an autoimmune disease. We report a boy with calcinosis.

Case presentation

A 9-year-old boy was referred with weakness. Biopsy showed inflammation. Calcified plaques were found on the elbows. Patients with anti-NXP2 antibodies develop calcinosis more often [4]. Written informed consent was obtained from his parents.

Discussion

Calcinosis is seen in a third of the children with dermatomyositis [5]. In our patient it appeared after two years. The plaques were hard and did not shrink. Unlike our patient, most children reported in the literature have normal calcium [6].

Conclusion

Early treatment should be considered.`

const SERIES = `Calcinosis in three women

We describe three women with systemic sclerosis and calcinosis.

Case 1. A 61-year-old woman had calcinosis of the hands. She was given diltiazem.

Case 2. A 45-year-old woman came with a mass of the hip. It was excised.

Case 3. This 38-year-old woman had ulcers. Patient 1 was her aunt.

Discussion

All three patients had anticentromere antibodies. Two of our three patients were operated on. Case 2 shows that masses may grow fast; large masses have been reported by others (3). In the literature surgery prevails.`

const SIBLINGS = `Familial calcinosis

Both sisters were seen in our clinic.

The elder sister, aged 40, had a mass of the hip. It was removed.

The younger sister had no mass. Her phosphate was high.`

const QUIZ = `Hard lumps of the breast

A 60-year-old woman was sent for mammography. There were coarse calcifications.

Comment

Dystrophic calcification follows tissue damage. In lupus, calcification may be seen.

Diagnosis: dystrophic calcification in systemic sclerosis`

const REVIEW = `Calcinosis: a review of the literature

A 55-year-old woman finds a hard spot on her thumb. It drains chalk. The patient is referred to a surgeon.

Diltiazem has been used in many patients (1). Warfarin was ineffective (2).`

export const SUBJECTS: readonly SubjectCase[] = [
  ['textbook sentences before the patient enters', LETTER, 'Calcinosis is a frequent', 'literature 1'],
  ['the patient enters', LETTER, 'We saw a 52-year-old', 'patient 1'],
  ['the narrative goes on without naming her', LETTER, 'Radiographs showed', 'patient 1'],
  ['a relative stands in a sentence of the patient; assertion tells her apart', LETTER, 'Her mother had', 'patient 1'],
  ['a cohort', LETTER, 'In large cohorts', 'literature 4'],
  ['other authors and their patient', LETTER, 'Lund et al.', 'literature'],
  ['trap: "he" is the other authors’ patient', LETTER, 'He was treated', 'literature'],
  ['trap: advice in general', LETTER, 'Diltiazem may help', 'literature'],
  ['back to our patient', LETTER, 'Our patient refused', 'patient 1'],
  ['and she stays it', LETTER, 'She was last seen', 'patient 1'],
  ['references are nobody’s', LETTER, '1. Berg', 'nobody'],
  ['introduction', SECTIONED, 'Dermatomyositis is an', 'literature'],
  ['introduction that announces the case', SECTIONED, 'We report a boy', 'patient 1'],
  ['case section', SECTIONED, 'Biopsy showed', 'patient 1'],
  ['trap: a textbook sentence in the case section', SECTIONED, 'Patients with anti-NXP2', 'literature 4'],
  ['consent', SECTIONED, 'Written informed', 'nobody'],
  ['our patient in the discussion', SECTIONED, 'In our patient', 'patient 1'],
  ['told in the past right after him', SECTIONED, 'The plaques were hard', 'patient 1'],
  ['trap: compared with our patient', SECTIONED, 'Unlike our patient', 'literature 6'],
  ['advice', SECTIONED, 'Early treatment', 'literature'],
  ['all patients of a series', SERIES, 'We describe three', 'patient 1,2,3'],
  ['a labelled case', SERIES, 'A 61-year-old', 'patient 1'],
  ['the story goes on', SERIES, 'She was given', 'patient 1'],
  ['the next one', SERIES, 'It was excised', 'patient 2'],
  ['another case named inside a story', SERIES, 'Patient 1 was her aunt', 'patient 1'],
  ['all of them', SERIES, 'All three patients', 'patient 1,2,3'],
  ['trap: some of them, nobody knows which', SERIES, 'Two of our three', 'nobody'],
  ['a clause about case 2', SERIES, 'Case 2 shows', 'patient 2'],
  ['trap: the other clause is about others', SERIES, 'large masses have been', 'literature 3'],
  ['the elder sister is a patient', SIBLINGS, 'It was removed', 'patient 1'],
  ['the younger one too', SIBLINGS, 'Her phosphate', 'patient 2'],
  ['both', SIBLINGS, 'Both sisters', 'patient 1,2'],
  ['comment of a quiz', QUIZ, 'In lupus', 'literature'],
  ['the final diagnosis of a quiz counts', QUIZ, 'Diagnosis:', 'patient 1'],
  ['trap: a vignette in a review is nobody', REVIEW, 'A 55-year-old', 'literature'],
  ['trap: nor is what follows', REVIEW, 'The patient is referred', 'literature'],
  ['trap: imagined patients', 'A case\n\nImagine a 40-year-old man with lumps.', 'Imagine', 'other'],
  ['trap: a joke', 'A case\n\nA 900-year-old man had scleroderma.', 'A 900', 'other'],
  [
    'trap: a reader’s letter about another case',
    'Stiff hand\n\nA 50-year-old woman had a stiff hand.\n\nReaders write\n\nSir – Your case of gout reminds me of a man of 60 with calcinosis.',
    'Sir – Your',
    'other',
  ],
  [
    'trap: the answer to last issue’s quiz',
    'Red nodules\n\nThe 58-year-old man shown in our May issue had gout.\n\nA stiff hand\n\nA 50-year-old woman had a stiff hand.',
    'The 58-year-old',
    'other',
  ],
  [
    'he after a woman of other authors is our man',
    'Lumps\n\nCase report\n\nA 33-year-old man had calcinosis.\n\nDiscussion\n\nFarah reported a 42-year-old woman. She improved. He received diltiazem for a year.',
    'He received',
    'patient 1',
  ],
  [
    'trap: and she is not',
    'Lumps\n\nCase report\n\nA 33-year-old man had calcinosis.\n\nDiscussion\n\nFarah reported a 42-year-old woman. She improved. He received diltiazem for a year.',
    'She improved',
    'literature',
  ],
  [
    'cases told in the methods',
    'Lumps of three men\n\nPatients and methods\n\nPatient 1 was 34 years old. He had 20 nodules. Patient 2 was 41 years old.',
    'He had 20',
    'patient 1',
  ],
  [
    'trap: another patient in the discussion',
    'Lumps\n\nCase report\n\nA 33-year-old man had calcinosis.\n\nDiscussion\n\nA 66-year-old woman of another hospital took baricitinib.',
    'A 66-year-old',
    'literature',
  ],
]

const QUIZ_CHOICES = `Hard nodules of the scrotum in a young lorry driver\n\nCase report\n\nA 30-year-old man had nodules.\n\nWhat is your diagnosis?\n\n1) gout of long standing\n2) calcinosis of hyperparathyroidism\n3) an old abscess\n\nThe nodules were excised and he was well.`
const NOTES = `Ectopic calcification\n\nCase reports\n\nPatient 1\n\nA 30-year-old man had nodules.\n\nPatient 2\n\nA 63-year-old woman had nodules.\n\nWhat helps?\n\nScleroderma: surgery.\n\nTake home\n\nMeasure phosphate.`
const DECK = `Case conference\n\n[Slide 1]\nUNKNOWN 1\n68-year-old woman\n\n[Slide 2]\nUNKNOWN 1 - Findings\n\u2022 Deposits of the thumb\n\u2022 Joints preserved\n\n[Slide 3]\nLabs\n\u2022 ANA 1:320\n\u2022 Calcium normal\n\n[Slide 4]\nPitfalls\n\u2022 Gout calcifies late\n\u2022 Cysticercosis\n\n[Slide 5]\nUNKNOWN 2\n12-year-old girl\n\u2022 Stiff elbows\n\n[Slide 6]\nApproach\n\u2022 Where?\n\u2022 What shape?`

/** More rows of the same kind as SUBJECTS. */
export const SUBJECTS_BY_LAYOUT: readonly SubjectCase[] = [
  ['trap: choices of a quiz', QUIZ_CHOICES, 'calcinosis of hyper', 'literature'],
  ['the history goes on behind them', QUIZ_CHOICES, 'The nodules were', 'patient 1'],
  ['trap: a lesson among case notes', NOTES, 'Scleroderma: surgery', 'literature'],
  ['a marked deck: a labelled slide', DECK, 'Deposits of the thumb', 'patient 1'],
  ['a slide of laboratory values goes on', DECK, 'ANA 1:320', 'patient 1'],
  ['trap: a slide of pitfalls', DECK, 'Gout calcifies', 'literature'],
  ['the next patient', DECK, 'Stiff elbows', 'patient 2'],
  [
    'trap: both patients of others',
    'Lumps\n\nCase report\n\nA 33-year-old man had lumps.\n\nDiscussion\n\nSuch deposits have been reported twice; both patients had anti-RNP antibodies.',
    'both patients',
    'literature',
  ],
  [
    'a differential does not end the history',
    'Lumps\n\nCase report\n\nA 33-year-old man had lumps.\n\nDifferential diagnoses are gout and sarcoma in such patients.\n\nCreatinine 90, calcium 2.3.',
    'Creatinine',
    'patient 1',
  ],
]

const SINGLE_LINE = (entry: string): string =>
  `Hard lumps\n\nCalcinosis is rare in this setting.\n\n${entry} Radiographs showed calcified masses.`

/** How patients enter: [why, how the story begins, the case's age and sex]. */
export const ENTRANCES: readonly (readonly [why: string, text: string, expected: string])[] = [
  [
    'asked by a patient',
    SINGLE_LINE('We were consulted by a woman with limited systemic sclerosis. She had lumps.'),
    '1 - female',
  ],
  ['added', SINGLE_LINE('To these we add one man, 48 years old, who had lumps.'), '1 48 male'],
  ['telegraphic', SINGLE_LINE('History: man, 66 years, on dialysis for 9 years.'), '1 66 male'],
  ['label of the web', SINGLE_LINE('Patient: 59 years, female. Lumps of the hand.'), '1 59 female'],
  ['trade and now', SINGLE_LINE('For ten years a retired tailor, now 73, had felt lumps. He was well.'), '1 73 male'],
  ['of', SINGLE_LINE('In spring a gardener of 52 came to our outpatient clinic.'), '1 52 -'],
  ['of, in words', SINGLE_LINE('We report a girl of five and a half years.'), '1 5.5 female'],
  ['beside the patient', SINGLE_LINE('The patient, a boy of 15, had been weak since he was 9.'), '1 15 male'],
  ['nominal', SINGLE_LINE('This 6-year-old was brought by her mother. She had lumps.'), '1 6 female'],
  [
    'a newborn without an age',
    SINGLE_LINE('A premature baby had a hard plaque of the foot. The baby was well.'),
    '1 - -',
  ],
  ['definite', SINGLE_LINE('The infant of this report was 21 days old when the plaque was noticed.'), '1 0.057 -'],
  ['to us', SINGLE_LINE('A salesman of 47 years was sent to us with lumps.'), '1 47 male'],
  ['a decade without a number', SINGLE_LINE('We treated a lady in her seventies. She had lumps.'), '1 - female'],
  [
    'roll call',
    'Three children on pamidronate\n\nCalcinosis is rare.\n\nThe children were a boy of 12 years, a girl of 12 years and a girl of 7 years. All three had massive deposits.',
    '1 12 male, 2 12 female, 3 7 female',
  ],
  [
    'two of whom only one is told',
    'Tumoral calcinosis in two boys from one village\n\nCase 1. A 6-year-old boy had lumps.',
    '1 6 male, 2 - male',
  ],
  [
    'a group of three is three patients',
    'Calciphylaxis in three women\n\nAll three patients had lost a kidney graft.',
    '1 - female, 2 - female, 3 - female',
  ],
  [
    'proceedings: the first abstract has no number',
    'Book of abstracts\n\nCase report\n\nA 58-year-old male was followed for lumps.\n\nTwo more\n\nCase 1. A 7-year-old boy had lumps.\n\nCase 2. A 61-year-old woman had lumps.',
    '1 58 male, 2 7 male, 3 61 female',
  ],
  [
    'trap: a cohort',
    'Calcinosis in 64 patients\n\nObjective: to describe them.\n\nResults: 50 of the 64 patients were women. Nineteen were treated with drugs only. Diltiazem was given to 9 of 17 patients.',
    '',
  ],
  [
    'trap: a comment on another paper',
    'Comment on: calcinosis under denosumab\n\nDear Editor,\n\nWe read with great interest the report by Holm. The authors describe a 64-year-old woman with calcinosis. The patient received rituximab before. This patient declined surgery.',
    '',
  ],
  [
    'a comment that adds a patient',
    'Comment on: calcinosis under denosumab\n\nDear Editor,\n\nWe read with interest the report by Holm. We would like to add a patient of our own. A 58-year-old man had lumps.',
    '1 58 male',
  ],
  [
    'trap: a review under its rubric',
    'REVIEW\n\nCalcinosis cutis: mechanisms and treatment\n\nThe questionnaire records the view of the patient. A 41-year-old woman lost her deposits after rituximab.',
    '',
  ],
]
