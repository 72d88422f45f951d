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
