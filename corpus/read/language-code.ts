/** The language a stretch of prose is written in. Pure. */
import { franc } from 'franc-min'

const ISO_639_1: Readonly<Record<string, string>> = {
  eng: 'en',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  pol: 'pl',
  tur: 'tr',
  rus: 'ru',
  ell: 'el',
  jpn: 'ja',
  cmn: 'zh',
  kor: 'ko',
  swe: 'sv',
  dan: 'da',
  nob: 'no',
  fin: 'fi',
  ces: 'cs',
  hun: 'hu',
  ron: 'ro',
  ukr: 'uk',
  arb: 'ar',
  heb: 'he',
}

/** Each is common in English and rare or missing in other languages. */
const ENGLISH_WORDS = new Set('the of and with was were for that which from by this is are had has been not'.split(' '))
const ENGLISH_SHARE = 0.12
const LEAST_WORDS = 40

/** ISO 639-1; null where it cannot be told. */
export function languageCode(prose: string): string | null {
  return isEnglish(prose) ? 'en' : (ISO_639_1[franc(prose, { minLength: 40 })] ?? null)
}

/** Nearly all reports are; comparing letter groups with every language's costs a sixth of reading a short one. */
function isEnglish(prose: string): boolean {
  const words = prose.toLowerCase().match(/\p{L}+/gu) ?? []
  const english = words.filter((word) => ENGLISH_WORDS.has(word)).length
  return words.length >= LEAST_WORDS && english > ENGLISH_SHARE * words.length
}
