/** Sentences about several patients in which each has his own share. */

const SHARES =
  /\brespectively\b|\b\d{1,3}(?:, \d{1,3})*,? and \d{1,3}[- ](?:years?|yrs?|months?)\b|\ban? (?:\w+ )?(?:woman|man|girl|boy)\b.*\band an? (?:\w+ )?(?:woman|man|girl|boy)\b/i

/** "Two brothers, 19 and 12 years old"; "were 45 and 50, respectively"; "a woman with … and a boy with …". */
export const sharesOut = (text: string): boolean => SHARES.test(text)
