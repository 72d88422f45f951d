/** Deposits that are spoken of by "they", "it", "one", "the largest", or placed by the sentence before. All sentences are invented; the rows are read as those of deposit.cases.ts. */
import type { DepositCase } from './deposit.cases.ts'

export const references: readonly DepositCase[] = [
  [
    'refers back',
    'Multiple hard nodules had appeared under the skin. They were situated over the back, both buttocks and both thighs. Radiographs showed them to be calcified.',
    'present - back | present both buttock | present both thigh',
  ],
  [
    'refers back',
    'She had noticed firm lumps for two years. They involved the elbows and the knees. Biopsy revealed calcinosis cutis.',
    'present both elbow | present both knee',
  ],
  [
    'refers back',
    'Calcinosis had developed six years earlier. It affected the fingers and the forearms.',
    'present - finger | present both forearm',
  ],
  ['refers back', 'She had calcinosis cutis. It was most marked over the right elbow.', 'present right elbow'],
  [
    'refers back',
    'The calcinosis first appeared at the age of 30. It started on the left elbow and later spread to both knees.',
    'present both knee | present left elbow',
  ],
  [
    'refers back',
    'Calcified deposits were visible on the radiograph. Most of them lay around the shoulders.',
    'present both shoulder',
  ],
  [
    'refers back',
    'She had multiple calcified nodules. One, over the left olecranon, had ulcerated.',
    'present left olecranon',
  ],
  [
    'refers back',
    'She had multiple calcified nodules. The largest was located on the right buttock and measured 4 cm.',
    'present right buttock 40',
  ],
  [
    'refers back',
    'She had several calcified masses. The biggest, over the left hip, measured 12 x 8 cm.',
    'present left hip 120',
  ],
  [
    'refers back',
    'Calcinosis was diagnosed. The lesions were distributed over the hands, the elbows and the shins.',
    'present both elbow | present both hand | present both shin',
  ],
  [
    'refers back',
    'She developed hard swellings. Sites involved were the elbows, knees and buttocks. Radiology confirmed calcification.',
    'present both buttock | present both elbow | present both knee',
  ],
  [
    'refers back',
    'Examination revealed stony hard papules. Some were on the ears, others on the knuckles. Histology showed calcium deposits.',
    'present - metacarpophalangeal joint | present both external ear',
  ],
  [
    'refers back',
    'She complained of a painless swelling of the left shoulder. An X-ray showed a large calcified mass.',
    'present left shoulder',
  ],
  [
    'refers back',
    'For three years there had been pain and swelling of the right hip. Radiography revealed tumoral calcinosis.',
    'present right hip',
  ],
  [
    'refers back',
    'Toothpaste-like material exuded from the lesions on the right forearm. Calcinosis was confirmed.',
    'present right forearm',
  ],
  ['refers back', 'Calcium was extruded from the tip of the right thumb.', 'present right thumb'],
  [
    'refers back',
    'She developed calcinosis at 20. It began in the fingers, then involved the elbows and reached the buttocks.',
    'present - finger | present both buttock | present both elbow',
  ],
  [
    'refers back',
    'Hard subcutaneous lumps were felt; most were on the extensor surfaces of the forearms, a few over the patellae. X-ray showed calcification.',
    'present both forearm | present both patella',
  ],
  [
    'refers back',
    'Radiographs showed clumps of calcium. The largest clump was in the right axilla.',
    'present right axilla',
  ],
  ['refers back', 'Calcific deposits were seen. All were confined to the lower legs.', 'present both leg'],
  [
    'refers back',
    'Many calcified papules were found. The majority were on the backs of both hands.',
    'present both dorsum of hand',
  ],
  [
    'trap: means something else',
    'She had calcified nodules and digital ulcers. They were located on the fingertips.',
    '',
  ],
  ['trap: means something else', 'She had calcinosis. Methotrexate was given. It affected the liver.', ''],
  [
    'trap: means something else',
    'She had calcinosis of the left hip and telangiectases. They were scattered over the face.',
    'present left hip',
  ],
  [
    'trap: means something else',
    'Calcified nodules were found. There was no pain. They lay along the forearms.',
    'present both forearm',
  ],
  ['trap: means something else', 'Her mother had calcinosis. It involved the knees.', ''],
  [
    'trap: means something else',
    'She had calcified lumps. Some of the patients in our clinic have them on the hands.',
    '',
  ],
  [
    'trap: means something else',
    'She had a calcified mass of the left hip. It was removed through an incision in the groin.',
    'present left hip',
  ],
  ['trap: means something else', 'She had calcified masses of both hips. The largest was removed.', 'present both hip'],
  ['trap: means something else', 'She had calcified masses. Both knees were painful.', ''],
  ['trap: means something else', 'Calcinosis was noted in 2010. This was treated with colchicine for the knees.', ''],
  ['trap: means something else', 'She had calcified deposits. These did not involve the joints of the hands.', ''],
  [
    'trap: means something else',
    'She had calcinosis of the elbows. It had not spread to the hands.',
    'present both elbow',
  ],
  [
    'told by the film or the biopsy',
    'She presented with a painful swelling of the left wrist. Radiographs revealed calcinosis.',
    'present left wrist',
  ],
  [
    'told by the film or the biopsy',
    'He had an infected ulcer on the right shin. Histology of the debrided tissue gave calcinosis cutis.',
    'present right shin',
  ],
  [
    'told by the film or the biopsy',
    'She had swelling of both ankles. She was treated with diltiazem for calcinosis.',
    '',
  ],
  [
    'told by the film or the biopsy',
    'She had swelling of the ankles. Radiographs of the hands showed calcinosis.',
    'present both hand',
  ],
  [
    'told by the film or the biopsy',
    'Pain, stiffness and swelling had developed in both shoulders. X-ray and CT established tumoral calcinosis.',
    'present both shoulder',
  ],
  ['told by the film or the biopsy', 'She had arthritis of the knees. Radiographs showed calcinosis.', ''],
]
