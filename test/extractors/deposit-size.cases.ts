/** Sizes and their places. All sentences are invented; the rows are read as those of deposit.cases.ts. */
import type { DepositCase } from './deposit.cases.ts'

export const moreSizes: readonly DepositCase[] = [
  [
    'size',
    'She had a calcified mass over the right hip. On CT the lesion measured 9.5 x 7 x 6 cm.',
    'present right hip 95',
  ],
  [
    'size',
    'She had a calcified mass over the right hip. At surgery a specimen of 11 x 8 cm was removed.',
    'present right hip 110',
  ],
  [
    'size',
    'She had a calcified mass over the right hip. The resected specimen weighed 300 g and measured 11 x 8 x 5 cm.',
    'present right hip 110',
  ],
  [
    'size',
    'She had a calcified mass over the right hip. Gross examination showed a chalky mass of 10 cm in greatest dimension.',
    'present right hip 100',
  ],
  [
    'size',
    'She had a calcified mass over the right hip. Macroscopically, the tissue was 85 x 60 x 40 mm.',
    'present right hip 85',
  ],
  [
    'size',
    'She had a calcified mass over the right hip which grew from 3 to 8 cm in two years.',
    'present right hip 80',
  ],
  [
    'size',
    'She had a calcified mass of 3 cm over the right hip. After one year it had increased to 8 cm.',
    'present right hip 80',
  ],
  [
    'size',
    'She had a calcified mass of 9 cm over the right hip. Under sevelamer it decreased from 9 cm to 4 cm.',
    'present right hip 90',
  ],
  [
    'size',
    'She had a calcified mass over the right hip. Two years ago it was 2 cm, now it is 6 cm in diameter.',
    'present right hip 60',
  ],
  [
    'size',
    'CT confirmed calcification measuring 7 x 4 cm in the right buttock and 5.5 x 3 cm in the left.',
    'present left buttock 55 | present right buttock 70',
  ],
  [
    'size',
    'CT showed calcified masses in both thighs, 7 cm on the right and 5 cm on the left.',
    'present both thigh | present left thigh 50 | present right thigh 70',
  ],
  [
    'size',
    'The calcified mass of the left shoulder was 6 cm and that of the right 4 cm.',
    'present left shoulder 60 | present right shoulder 40',
  ],
  [
    'size',
    'Calcifications of the right (4 cm) and left (6 cm) hip were seen.',
    'present left hip 60 | present right hip 40',
  ],
  [
    'size',
    'Radiograph of the left hand shows punctate calcifications in the pulp of the thumb (4 mm) and index finger (3 mm).',
    'present left index finger 3 | present left thumb 4',
  ],
  ['size', 'The right hand had a 7-mm calcified deposit at the ulnar side of the wrist.', 'present right wrist 7'],
  [
    'size',
    'There was a stony hard swelling on the right elbow, 4 x 3 cm. Radiographs showed calcification.',
    'present right elbow 40',
  ],
  ['size', 'Fig. 1. Calcified mass, 6 cm, of the left gluteal region.', 'present left buttock 60'],
  ['size', 'Figure 2: CT, axial view: 4.6 x 3.9 cm calcified mass at the left hip.', 'present left hip 46'],
  [
    'size',
    'A lobulated mass was felt in the left gluteal region (10 x 12 cm). It was calcified on X-ray.',
    'present left buttock 120',
  ],
  [
    'size',
    'She had a mass the size of an orange (8 cm) over the left trochanter. CT: calcified.',
    'present left greater trochanter 80',
  ],
  ['size', 'Ultrasound: calcified nodule of 12 mm in the right forearm.', 'present right forearm 12'],
  ['size', 'The calcified nodules varied from 0.5 cm to 3 cm and were located on the elbows.', 'present both elbow 30'],
  [
    'size',
    'There were calcified nodules on the elbows. They ranged in size from 5 mm to 3 cm.',
    'present both elbow 30',
  ],
  ['size', 'There were calcified nodules on the elbows. The nodules measured up to 3 cm.', 'present both elbow 30'],
  [
    'size',
    'There were calcified nodules on the elbows, the largest measuring 3 cm on the left.',
    'present both elbow | present left elbow 30',
  ],
  [
    'size',
    'There were calcified nodules on the elbows and knees; the largest, on the left knee, measured 3 cm.',
    'present both elbow | present both knee | present left knee 30',
  ],
  [
    'size',
    'There were calcified nodules on the elbows and knees. The largest (3 cm) was at the left knee.',
    'present both elbow | present both knee | present left knee 30',
  ],
  ['size', 'A 5 cm by 3 cm by 2 cm calcified mass was palpable over the left scapula.', 'present left scapula 50'],
  ['size', 'The calcified deposit in the right thigh had a diameter of 45 mm.', 'present right thigh 45'],
  ['size', 'A calcified plaque 15 cm long and 6 cm wide was found on the right thigh.', 'present right thigh 150'],
  ['size', 'A calcified plaque extending over 15 cm along the right thigh was found.', 'present right thigh 150'],
  ['size', 'The calcification extended for 15 cm along the right thigh.', 'present right thigh 150'],
  ['size', 'A calcified mass about the size of a tennis ball was found over the right hip.', 'present right hip'],
  ['size', 'A calcified mass of 3 x 3 inches was found over the right hip.', 'present right hip 76.2'],
  [
    'size',
    'Calcified lumps: right elbow 3 cm, left elbow 2 cm, right knee 5 cm.',
    'present left elbow 20 | present right elbow 30 | present right knee 50',
  ],
  ['size', 'Calcified lumps - R elbow: 3 cm; L elbow: 2 cm.', 'present left elbow 20 | present right elbow 30'],
  [
    'size',
    'Calcinosis was found at the right elbow (25 x 20 mm), the left forearm (12 mm) and the right shin (30 x 10 mm).',
    'present left forearm 12 | present right elbow 25 | present right shin 30',
  ],
  [
    'size',
    'The excised calcified mass of the right elbow measured 4 cm. Two years later a recurrent mass of 2 cm was seen.',
    'present right elbow 40',
  ],
  ['size', 'She had calcinosis of the right elbow. The biggest deposit was 25 mm.', 'present right elbow 25'],
  ['size', 'The mass, which measured 8 cm, was calcified and lay in the left axilla.', 'present left axilla 80'],
  ['size', 'CT: 8 cm calcified mass L axilla.', 'present left axilla 80'],
  [
    'size',
    'On palpation, a hard, immobile mass, approximately 6 cm in diameter, was found in the right popliteal fossa; X-ray: calcification.',
    'present right popliteal fossa 60',
  ],
  [
    'trap: another size',
    'She had calcinosis of the right thigh. A 6-mm punch biopsy was taken from the lesion.',
    'present right thigh',
  ],
  ['trap: another size', 'She had calcinosis of the right thigh. An ulcer of 3 cm overlay it.', 'present right thigh'],
  [
    'trap: another size',
    'She had calcinosis of the right thigh. CT showed a renal cyst of 4 cm.',
    'present right thigh',
  ],
  ['trap: another size', 'She had calcinosis of the right thigh. The spleen was 14 cm long.', 'present right thigh'],
  [
    'trap: another size',
    'She had calcinosis of the right thigh. The defect of 5 x 8 cm was closed with a skin graft.',
    'present right thigh',
  ],
  [
    'trap: another size',
    'She had calcinosis of the right thigh. A lymph node of 2 cm was felt in the groin.',
    'present right thigh',
  ],
  [
    'trap: another size',
    'She had calcinosis of the right thigh. Her thyroid contained a 15 mm nodule.',
    'present right thigh',
  ],
  [
    'trap: another size',
    'She had calcinosis of the right thigh. Maximal interincisal distance was 25 mm.',
    'present right thigh',
  ],
  [
    'trap: another size',
    'She had calcinosis of the right thigh. Deposits smaller than 1 cm can be treated by laser.',
    'present right thigh',
  ],
]
