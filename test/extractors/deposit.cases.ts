/**
 * Deposits as case reports tell them; all sentences are invented. Expected: one line a row, `status side label size`, sides
 * as left, right, both, mid or `-`, joined by ` | ` in alphabetical order; empty for none.
 */
export type DepositCase = readonly [why: string, text: string, expected: string]

export const places: readonly DepositCase[] = [
  [
    'list after the head',
    'She had subcutaneous calcifications over both elbows and the left buttock.',
    'present both elbow | present left buttock',
  ],
  ['film of a region', 'X-ray of the hands showed calcinosis.', 'present both hand'],
  ['region before the film', 'Hand radiographs revealed extensive calcinosis.', 'present - hand'],
  ['premodifier', 'Examination revealed left thigh calcifications.', 'present left thigh'],
  ['fronted place', 'In the right hip, coarse calcifications were seen on CT.', 'present right hip'],
  ['predicate', 'The left prepatellar bursa was calcified.', 'present left prepatellar region'],
  ['around a place', 'CT demonstrated calcium deposits around the right shoulder.', 'present right shoulder'],
  [
    'surrounding a place',
    'A large calcinotic accumulation surrounded the left femoral neck.',
    'present left femoral neck',
  ],
  [
    'involving places',
    'Calcinosis cutis involving the forearms, the knees and the trunk was noted.',
    'present - trunk | present both forearm | present both knee',
  ],
  ['plural of a paired part', 'Plain films disclosed soft tissue calcification of the thighs.', 'present both thigh'],
  ['plural of many', 'There were calcified nodules on the fingers.', 'present - finger'],
  ['fingers of one hand', 'There were calcified nodules on the fingers of the right hand.', 'present right finger'],
  ['side behind the place', 'Calcified nodules were palpable at the elbow (right).', 'present right elbow'],
  [
    'bilaterally behind the place',
    'Calcifications were found in the gluteal region bilaterally.',
    'present both buttock',
  ],
  [
    'bilaterally before the place',
    'Calcifications lay bilaterally near the sternoclavicular joint.',
    'present both sternoclavicular joint',
  ],
  ['a side shared', 'CT showed calcification of the right hip and thigh.', 'present right hip | present right thigh'],
  [
    'each its own side',
    'CT showed calcification of the right hip and the left knee.',
    'present left knee | present right hip',
  ],
  ['left and right', 'There was calcification of the left and right wrist.', 'present both wrist'],
  [
    'upper and lower extremities',
    'Calcinosis of the upper and lower extremities was extensive.',
    'present both lower limb | present both upper limb',
  ],
  [
    'numbered fingers',
    'Calcifications were seen in the second and third fingers of the left hand.',
    'present left index finger | present left middle finger',
  ],
  ['vertebral level', 'CT showed a calcified mass near the spinous process of L4.', 'present - L4 vertebra'],
  ['range of levels', 'There was calcification around the C5-C6 facet joint on the left.', 'present left C5 vertebra'],
  ['tissue of a region', 'Calcifications in the soft tissues of the left calf were seen.', 'present left calf'],
  ['a tissue where no site is told', 'Note extensive soft tissue calcifications.', 'present - soft tissue'],
  ['scrotum', 'He had multiple calcified nodules of the scrotum.', 'present - scrotum'],
  ['breasts', 'Chest X-ray showed coarse calcifications in both breasts.', 'present both breast'],
  [
    'lump and its calcium',
    'A firm mass over the left shoulder was noticed. CT confirmed calcification of the mass.',
    'present left shoulder',
  ],
  [
    'nodules proved by biopsy',
    'Hard nodules were felt on the right forearm. Biopsy showed calcium deposits in the dermis.',
    'present right forearm',
  ],
  [
    'the look before',
    'CT of the pelvis was performed. Extensive calcifications were noted in the subcutaneous tissue.',
    'present - pelvis',
  ],
  [
    'a joint named before',
    'She had stiffness of the left elbow. A calcified mass lay behind the joint.',
    'present left elbow',
  ],
  ['two heads, two places', 'She had sclerodactyly of the fingers and calcinosis of the elbows.', 'present both elbow'],
  ['a pair of findings on one place', 'There were calcinosis and ulcers on the left heel.', 'present left heel'],
  ['figure', 'Figure 2. Radiograph of the right elbow with tumoral calcification.', 'present right elbow'],
  ['excised from a place', 'Calcinosis of the left olecranon was excised.', 'present left olecranon'],
  [
    'side known from the complaint',
    'She complained of a swelling of the right knee. Radiography showed a calcified mass in front of the knee.',
    'present right knee',
  ],
  [
    'a kind excluded is no denial',
    'She had calcinosis of both thighs. Metastatic calcification was excluded.',
    'present both thigh',
  ],
  ['tumefaction', 'She had calcinosis. A hard tumefaction of the left thumb was painful.', 'present left thumb'],
]

export const traps: readonly DepositCase[] = [
  ['trap: thick skin', 'She had calcinosis. The skin of the hands and face was thickened.', ''],
  [
    'trap: erosion',
    'CT showed calcification of the left shoulder with erosion of the clavicle.',
    'present left shoulder',
  ],
  ['trap: ulcer', 'She had calcinosis of the right knee and an ulcer on the left ankle.', 'present right knee'],
  ['trap: pain', 'Calcinosis of the elbows was seen; she complained of pain in the neck.', 'present both elbow'],
  [
    'trap: incision',
    'She had calcinosis of the left thigh. An incision over the iliac crest was made.',
    'present left thigh',
  ],
  ['trap: vessels', 'X-ray of the hands showed vascular calcification.', ''],
  ['trap: vessels of a limb', 'Angiography of the upper limb vessels showed stenosis with calcification.', ''],
  ['trap: trunk of a vessel', 'CT showed thin calcifications in the portal trunk.', ''],
  ['trap: an organ alone', 'CT showed microcalcifications throughout both lungs.', ''],
  [
    'trap: not calcified',
    'CT showed an uncalcified lesion of the left thigh and a non-calcified one of the right calf.',
    '',
  ],
  [
    'an organ beside calcinosis',
    'Calcinosis universalis of the trunk was told. CT showed calcifications in both lungs.',
    'present - trunk | present both lung',
  ],
  ['trap: normal', 'Calcinosis of the fingers was seen, the hips were normal.', 'present - finger'],
  ['trap: telangiectasia', 'She had telangiectasias on the face and calcinosis on the fingers.', 'present - finger'],
  ['trap: chest film', 'Chest X-ray was normal. She had calcinosis of the right wrist.', 'present right wrist'],
  ['trap: on the other hand', 'On the other hand, calcification of the left hip was seen.', 'present left hip'],
  ['trap: thyroid nodule', 'She had calcinosis of the elbows. A thyroid nodule was found.', 'present both elbow'],
  [
    'trap: dialysis',
    'Tumoral calcinosis of the left shoulder was found in a patient on peritoneal dialysis.',
    'present left shoulder',
  ],
  ['trap: metastatic deposit', 'There was a metastatic deposit in the left ovary and a mass of the liver.', ''],
  [
    'trap: an association',
    'Paraspinal calcinosis was associated with digital ulcers; these are present in our patient.',
    '',
  ],
  ['trap: serum calcium', 'Serum calcium and phosphate were normal. The knees were painful.', ''],
  [
    'trap: MRI weighting',
    'MRI showed calcification of the right thigh with low signal on T1 and T2 images.',
    'present right thigh',
  ],
  [
    'trap: calcinosis ruled out',
    'Nodules of the fingers were taken for calcinosis. Calcinosis was ruled out by biopsy.',
    '',
  ],
  [
    'lies against a part',
    'CT showed a calcified mass of the left hip abutting the greater trochanter.',
    'present left hip',
  ],
  [
    'adherent to a tendon',
    'A calcified mass was found in the right wrist, adherent to the flexor tendons.',
    'present right wrist',
  ],
  ['facet joint at a level', 'CT showed a calcified mass around the facet joint at C5.', 'present - C5 vertebra'],
  [
    'a second place is no part',
    'Calcinosis of the left hip and over the right greater trochanter was noted.',
    'present left hip | present right greater trochanter',
  ],
  [
    'no change is no absence',
    'Colchicine brought no improvement of the calcified lumps on the left forearm.',
    'present left forearm',
  ],
  ['did not reduce', 'Diltiazem did not reduce the calcified plaques of the right thigh.', 'present right thigh'],
  ['no recurrence is no absence', 'There was no recurrence of the calcified nodule on the left thumb.', ''],
  [
    'an operation is no place',
    'Carpal tunnel release was performed for a calcified mass of the right wrist.',
    'present right wrist',
  ],
  [
    'spoken of again',
    'Calcinosis of the left index finger was seen. The finger lesions did not grow.',
    'present left index finger',
  ],
]

export const absent: readonly DepositCase[] = [
  [
    'no calcifications on a list',
    'There were no calcifications on the hands, forearms and prepatellar bursae.',
    'absent both forearm | absent both hand | absent both prepatellar region',
  ],
  ['without calcification', 'The knees and hips were without calcification.', 'absent both hip | absent both knee'],
  [
    'films that show none',
    'Radiographs of the hands and feet showed no calcification.',
    'absent both foot | absent both hand',
  ],
  ['free of', 'The face and the scalp were free of calcinosis.', 'absent - face | absent - scalp'],
  ['but not', 'Calcifications were found in the thighs but not in the hands.', 'absent both hand | present both thigh'],
  ['sparing', 'Calcinosis of both legs was seen, sparing the feet.', 'absent both foot | present both leg'],
  [
    'spared',
    'She had calcinosis of the elbows. The hands and the trunk were spared.',
    'absent - trunk | absent both hand | present both elbow',
  ],
  [
    'not affected',
    'She had calcinosis of the elbows. The face was not affected.',
    'absent - face | present both elbow',
  ],
  [
    'and none in',
    'There were calcified deposits around both hips, and none in the hands.',
    'absent both hand | present both hip',
  ],
  [
    'but no calcium',
    'She had calcinosis of the hips. The fingers showed contractures but no calcium.',
    'absent - finger | present both hip',
  ],
  [
    'no deposits',
    'She had calcinosis of the left hip. The buttocks had no palpable deposits.',
    'absent both buttock | present left hip',
  ],
  [
    'a second denial',
    'The patient did not present calcific deposits neither on the hands nor on the knees.',
    'absent both hand | absent both knee',
  ],
  ['with the exception of', 'There was no calcification except in the left wrist.', 'present left wrist'],
  [
    'no lesions',
    'She had calcinosis of the left hip. No lesions were noted around the elbows.',
    'absent both elbow | present left hip',
  ],
  [
    'no lesions, felt',
    'Calcified nodules lay on the right knee. There were no palpable lesions over the shoulders.',
    'absent both shoulder | present right knee',
  ],
]

export const sizes: readonly DepositCase[] = [
  ['in front of the head', 'A 5 x 4 cm calcified mass was found over the right hip.', 'present right hip 50'],
  ['behind the place', 'A calcified mass over the right hip measuring 5 x 4 cm was found.', 'present right hip 50'],
  [
    'bracket',
    'Calcifications were seen in the right thigh (12 cm) and the left elbow (3 cm).',
    'present left elbow 30 | present right thigh 120',
  ],
  [
    'coordination',
    'X-ray showed calcifications, one near T10 of 2 cm, three near L3, the largest of 5 cm.',
    'present - L3 vertebra 50 | present - T10 vertebra 20',
  ],
  [
    'each place its size',
    'A deposit of 12 mm on the left forearm and of 4 mm in the left thumb was calcified.',
    'present left forearm 12 | present left thumb 4',
  ],
  [
    'as many sizes as places',
    'She had calcinosis of the right thumb and the left ring finger, 7 mm and 5 mm.',
    'present left ring finger 5 | present right thumb 7',
  ],
  [
    'respectively',
    'Calcified masses of the right hip and left shoulder measured 8 and 6 cm, respectively.',
    'present left shoulder 60 | present right hip 80',
  ],
  [
    'whereas',
    'The calcification of the left clavicle measures 30 mm whereas the calcification near L5 measures 45 mm.',
    'present - L5 vertebra 45 | present left clavicle 30',
  ],
  [
    'the mass measured',
    'A calcified mass was found over the left buttock. The mass measured 6 x 5 cm.',
    'present left buttock 60',
  ],
  ['it measured', 'She had a calcified lump on the right shin. It measured 35 mm.', 'present right shin 35'],
  [
    'former and latter',
    'There was calcification of the left patella and of the right heel. The former is 54 mm high; the latter is 37 mm.',
    'present left patella 54 | present right heel 37',
  ],
  [
    'right and left',
    'She had calcified masses of both hips, of which the right was 16 cm and the left 9 cm long.',
    'present both hip | present left hip 90 | present right hip 160',
  ],
  ['range', 'He had calcified nodules of the scrotum from 2 to 18 mm in diameter.', 'present - scrotum 18'],
  ['up to', 'Calcified nodules up to 3 cm were present on the left elbow.', 'present left elbow 30'],
  [
    'list of a tomogram',
    'She had calcinosis. CT gave the following dimensions: left groin 9.4 x 4.1 cm; right thigh 2.5 cm.',
    'present left groin 94 | present right thigh 25',
  ],
  [
    'trap: what is left',
    'She had a calcified mass of the left hip of 12 cm. After a year it had shrunk to 5 cm.',
    'present left hip 120',
  ],
  [
    'smaller ones',
    'Smaller deposits, less than 10 mm, lay around the left hip and were calcified.',
    'present left hip 10',
  ],
  ['trap: ulcer size', 'Calcinosis of the left shin was seen with an ulcer of 2 cm.', 'present left shin'],
  ['trap: incision size', 'Calcinosis of the left shin was removed through a 5-cm incision.', 'present left shin'],
  ['trap: mouth opening', 'She had calcinosis of the elbows. The mouth opening was 25 mm.', 'present both elbow'],
  ['trap: sedimentation', 'She had calcinosis of the elbows. ESR was 35 mm/h.', 'present both elbow'],
  [
    'trap: which of several is not told',
    'Calcinosis of the neck and both shoulders, the largest of 44 mm, was found.',
    'present - neck | present both shoulder',
  ],
  [
    'the latter in its own sentence',
    'Calcified nodules were seen on the left knee and the right shin, the latter being painless (28 mm).',
    'present left knee | present right shin 28',
  ],
  [
    'a range over all places behind it',
    'She had calcified papules of 3-6 mm on both ears and on the left thumb.',
    'present both external ear 6 | present left thumb 6',
  ],
  [
    'up to, over all places behind it',
    'There were calcified nodules of up to 12 mm on the right elbow and the right knee.',
    'present right elbow 12 | present right knee 12',
  ],
  [
    'trap: one lump, one size, two places',
    'There was a calcified nodule of 12 mm on the right elbow and another of 5 mm on the right knee.',
    'present right elbow 12 | present right knee 5',
  ],
  [
    'a place in front opens a new item',
    'We found a calcified mass of 4 cm over the right elbow and, over the left hip, a nodule 2 cm in diameter.',
    'present left hip 20 | present right elbow 40',
  ],
  [
    'one size a bracket',
    'Hard calcified masses lay over the right shoulder (9 x 7 cm), the left elbow (4 cm) and both hips (up to 5 cm).',
    'present both hip 50 | present left elbow 40 | present right shoulder 90',
  ],
  [
    'the other side by ellipsis',
    'CT showed calcified plaques, 8 cm on the right flank and 65 mm on the left.',
    'present left flank 65 | present right flank 80',
  ],
  [
    'the place inside the name of the lump',
    'She had calcinosis. The right elbow lesion, 4 cm, was stony hard.',
    'present right elbow 40',
  ],
  [
    'a size inside the name of the lump',
    'She had a calcified mass of 5 cm over the right buttock; a similar 2-cm lesion lay behind the left knee.',
    'present left knee 20 | present right buttock 50',
  ],
  [
    'sides listed past an ulcer',
    'Calcified plates lay on both legs, on the left 15 x 8 cm with an ulcer of 3 cm, on the right 6 x 4 cm.',
    'present both leg | present left leg 150 | present right leg 60',
  ],
]
