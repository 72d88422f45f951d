/** Nouns that name a person, with the sex they tell: one list for introductions, ages and sex. */

const FEMALE = [
  'woman',
  'lady',
  'girl',
  'schoolgirl',
  'female',
  'gentlewoman',
  'businesswoman',
  'saleswoman',
  'washerwoman',
  'housewife',
  'seamstress',
  'waitress',
  'actress',
  'stewardess',
  'hostess',
  'nun',
  'primigravida',
  'multigravida',
  'primipara',
  'multipara',
  'proposita',
]
const MALE = [
  'man',
  'gentleman',
  'boy',
  'schoolboy',
  'male',
  'propositus',
  ...['business', 'sales', 'fisher', 'police', 'fire', 'post', 'crafts', 'work', 'service', 'trades', 'sea', 'watch'],
  ...['milk', 'plough', 'herds', 'boat', 'rail', 'clergy', 'fore', 'handy', 'repair', 'stock', 'lumber'],
].map((word, index) => (index < 6 ? word : `${word}man`))
/** Of either sex by the word: the stage of life, or that somebody is ill. */
const EITHER = [
  ...['patient', 'outpatient', 'inpatient', 'proband', 'person', 'individual', 'adult', 'youth', 'youngster'],
  ...['child', 'infant', 'neonate', 'newborn', 'baby', 'toddler', 'preschooler', 'adolescent', 'teenager', 'twin'],
  ...['pensioner', 'septuagenarian', 'octogenarian', 'nonagenarian'],
]
const TRADES = [
  ...['farmer', 'worker', 'labourer', 'laborer', 'student', 'pupil', 'schoolchild', 'teacher', 'nurse', 'driver'],
  ...['clerk', 'secretary', 'homemaker', 'housekeeper', 'cleaner', 'cook', 'baker', 'butcher', 'carpenter', 'mason'],
  ...['bricklayer', 'welder', 'mechanic', 'electrician', 'plumber', 'painter', 'gardener', 'tailor', 'weaver', 'miner'],
  ...['shopkeeper', 'cashier', 'accountant', 'engineer', 'lawyer', 'physician', 'dentist', 'pharmacist', 'hairdresser'],
  ...['manicurist', 'musician', 'pianist', 'violinist', 'athlete', 'soldier', 'sailor', 'builder', 'retiree', 'smoker'],
  ...['dressmaker', 'potter', 'trader', 'vendor', 'waiter', 'librarian', 'administrator', 'manager', 'employee'],
]
const FEMALE_KIN = ['sister', 'mother', 'daughter', 'aunt', 'niece', 'grandmother', 'wife', 'widow']
const MALE_KIN = ['brother', 'father', 'son', 'uncle', 'nephew', 'grandfather', 'husband', 'widower']

const source = (words: readonly string[]): string => `(?:${words.join('|')})`

/** Source of a pattern of one person who is no relative: "woman", "patient", "farmer". */
export const PERSON_WORD = source([...FEMALE, ...MALE, ...EITHER, ...TRADES])

/** Source of a pattern of nouns that tell the sex: "woman", "boy". */
export const SEXED_WORD = source([...FEMALE, ...MALE])

const withPlural = (word: string): string => `${word.replace(/man$/, 'm[ae]n').replace(/y$/, '(?:y|ies)')}s?`

/** Sources of patterns of the nouns of one sex, singular and plural. */
export const FEMALE_NOUNS = source([
  ...[...FEMALE, 'nullipara', 'grandmother', 'housekeeper'].map(withPlural),
  'Mrs',
  'Ms',
  'Miss',
])
export const MALE_NOUNS = source([...[...MALE, 'grandfather'].map(withPlural), 'Mr'])

/** Source of a pattern of relatives: "sister", "uncle". */
export const KIN_WORD = source([...FEMALE_KIN, ...MALE_KIN])

const FEMALE_WORDS = new RegExp(`\\b${source([...FEMALE, ...FEMALE_KIN, 'Mrs', 'Ms', 'Miss'])}\\b|♀`, 'i')
const MALE_WORDS = new RegExp(`\\b${source([...MALE, ...MALE_KIN, 'Mr'])}\\b|♂`, 'i')

/** The sex that the words of a noun phrase tell: "45-year-old female patient"; null where they tell none or both. */
export function sexTold(phrase: string): 'female' | 'male' | null {
  const isFemale = FEMALE_WORDS.test(phrase)
  if (isFemale === MALE_WORDS.test(phrase)) return null
  return isFemale ? 'female' : 'male'
}
