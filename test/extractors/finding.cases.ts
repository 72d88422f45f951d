/** [why, sentence, expected]: `key status` of each finding. */
export const FINDING_CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'present',
    "She had Raynaud's phenomenon, sclerodactyly and telangiectasias.",
    ['raynaud_phenomenon present', 'sclerodactyly present', 'telangiectasia present'],
  ],
  [
    'denied list',
    'He denied dysphagia, heartburn or dyspnea.',
    ['dysphagia absent', 'gastroesophageal_reflux absent', 'dyspnea absent'],
  ],
  ['no', 'There was no muscle weakness.', ['muscle_weakness absent']],
  ['without', 'Examination showed digital ulcers without gangrene.', ['digital_ulcer present', 'gangrene absent']],
  ['possible', 'Interstitial lung disease was suspected.', ['interstitial_lung_disease possible']],
  ['family', 'Her mother had hypertension.', ['hypertension family']],
  [
    'comorbidity',
    'He was known to have type 2 diabetes and arterial hypertension.',
    ['diabetes_mellitus present', 'hypertension present'],
  ],
  ['trap: erythematosus is no erythema', 'He has systemic lupus erythematosus.', []],
  ['trap: painless', 'A painless mass was felt.', []],
  ['trap: lupus panniculitis is a disease', 'She had rheumatoid arthritis.', []],
]
