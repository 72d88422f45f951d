/** Places that are spared. All sentences are invented; the rows are read as those of deposit.cases.ts. */
import type { DepositCase } from './deposit.cases.ts'

export const moreAbsent: readonly DepositCase[] = [
  ['spared', 'There was no calcification elsewhere. She had calcinosis of the left knee.', 'present left knee'],
  [
    'spared',
    'There were no deposits in the hands, feet or around the elbows. She had calcinosis of the thighs.',
    'absent both elbow | absent both foot | absent both hand | present both thigh',
  ],
  ['spared', 'She had calcinosis of the thighs. Radiographs of the hands were normal.', 'present both thigh'],
  [
    'spared',
    'She had calcinosis of the thighs. The ring and little fingers were free of calcification, as were the wrists.',
    'absent - little finger | absent - ring finger | absent both wrist | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. Face, hands, trunk and upper limbs did not show any calcified lesion.',
    'absent - face | absent - trunk | absent both hand | absent both upper limb | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of both hands; her radiographs showed nothing similar in the feet.',
    'absent both foot | present both hand',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. There was no calcinosis in the cervical or thoracic spine.',
    'absent - cervical spine | absent - thoracic spine | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. No other deposits were found; in particular, hips and shoulders were clear.',
    'absent both hip | absent both shoulder | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. The left shoulder and the parotid glands were free from calcification.',
    'absent both parotid gland | absent left shoulder | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. X-rays of the knees did not reveal any.',
    'absent both knee | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. X-rays of the knees and feet showed none.',
    'absent both foot | absent both knee | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. On the films of the hands calcification was not observed.',
    'absent both hand | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs; the hands and feet were clear.',
    'absent both foot | absent both hand | present both thigh',
  ],
  ['spared', 'She had calcinosis of the thighs; none was seen in the hands.', 'absent both hand | present both thigh'],
  [
    'spared',
    'She had calcinosis of the thighs, but none was palpable at the elbows.',
    'absent both elbow | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. Nothing was felt at the elbows.',
    'absent both elbow | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. Her hands, elbows and knees were not involved.',
    'absent both elbow | absent both hand | absent both knee | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. The arms were uninvolved.',
    'absent both upper arm | present both thigh',
  ],
  ['spared', 'She had calcinosis of the thighs. Hands: no calcification.', 'absent both hand | present both thigh'],
  [
    'spared',
    'She had calcinosis of the thighs. X-ray hands: no soft tissue calcification.',
    'absent both hand | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. Neither the hands nor the feet contained calcium.',
    'absent both foot | absent both hand | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. The hands contained no calcium.',
    'absent both hand | present both thigh',
  ],
  ['spared', 'She had calcinosis limited to the thighs. The hands were unremarkable.', 'present both thigh'],
  [
    'spared',
    'She had calcinosis of the thighs with sparing of the face and hands.',
    'absent - face | absent both hand | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. We did not find calcinosis in the fingers.',
    'absent - finger | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. Similar lesions were absent from the arms.',
    'absent both upper arm | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. Calcification was absent in the hands.',
    'absent both hand | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. There was no other calcification in the pelvis.',
    'absent - pelvis | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. No calcification was seen beneath the skin of the trunk.',
    'absent - trunk | present both thigh',
  ],
  [
    'spared',
    'She had calcinosis of the thighs. Unlike the thighs, the buttocks were soft and free of lumps.',
    'absent both buttock | present both thigh',
  ],
  ['spared', 'She had calcinosis of the thighs. There was no tenderness of the hands.', 'present both thigh'],
  ['spared', 'She had calcinosis of the thighs. There was no ulcer on the hands.', 'present both thigh'],
  ['spared', 'She had calcinosis of the thighs. The hands were not swollen.', 'present both thigh'],
  ['spared', 'She had calcinosis of the thighs. There was no recurrence at the right thigh.', 'present both thigh'],
  [
    'spared',
    'She had calcinosis of the right thigh. After treatment, no calcification could be felt in the right thigh.',
    'present right thigh',
  ],
]
