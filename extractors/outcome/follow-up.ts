/** How long after treatment or presentation something was seen, in months. */

import { NUMBER_WORD, numberOf } from '../language/number-words.ts'

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d)?|${NUMBER_WORD}|an?)(?:\s*(?:-|–|to)\s*(\d{1,3}))?`
const UNIT = String.raw`(days?|weeks?|months?|years?|yrs?|mo\b)`
const LENGTH = new RegExp(String.raw`\b${NUMBER}[\s-]+(?:and\s+a\s+half[\s-]+)?${UNIT}`, 'gi')
/** "At month 12", "by week 24". */
const NUMBERED = /\b(?:at|by|until|in)\s+(week|month|year)\s+(\d{1,3})\b/gi
const CONTEXT_AFTER =
  /^['’]?(?:s['’]?)?[\s-]*(?:of\s+)?(?:follow|later|after|post|from|since|of (?:treatment|therapy|follow)|on,?\s|of observation|course)/i
const CONTEXT_BEFORE =
  /\b(?:follow(?:ed)?[\s-]?up|followed|after|at|within|over|during|for|period of|in the (?:next|following)|in|next|past)\s+(?:\w+\s+){0,4}$/i

const MONTHS: Readonly<Record<string, number>> = { day: 1 / 30.4, week: 7 / 30.4, month: 1, mo: 1, year: 12, yr: 12 }

/** The longest follow-up that a sentence tells; null where none. */
export function followUpMonths(text: string): number | null {
  const lengths = [...text.matchAll(LENGTH)].flatMap((match): readonly number[] => {
    const before = text.slice(0, match.index)
    const after = text.slice(match.index + match[0].length)
    if (/^[\s-]*(?:-?old|of age|history|ago|prior|earlier|before)\b/i.test(after)) return []
    // "at 16 years" is an age, "at 2 years" after an operation cannot be told from it
    if (
      /\b(?:at|age|aged)\s+$/i.test(before) &&
      /^y/i.test(match[3] ?? '') &&
      !/\b(?:recurrence|relapse|stable|unchanged|asymptomatic|well|seen|free|resolved)[^.;]{0,30}\bat\s+$/i.test(
        before,
      ) &&
      !/^['’]?s?[\s-]*(?:of\s+)?(?:follow|post|after|later)/i.test(after)
    )
      return []
    if (!CONTEXT_AFTER.test(after) && !CONTEXT_BEFORE.test(before)) return []
    const months = monthsOf(match[2] ?? match[1] ?? '', match[3] ?? '', /half/i.test(match[0]))
    return Number.isFinite(months) ? [months] : []
  })
  const numbered = [...text.matchAll(NUMBERED)].map((match) => monthsOf(match[2] ?? '', match[1] ?? '', false))
  const all = [...lengths, ...numbered]
  return all.length > 0 ? Math.round(Math.max(...all) * 10) / 10 : null
}

function monthsOf(number: string, unit: string, half: boolean): number {
  const value = /^an?$/i.test(number) ? 1 : (numberOf(number) ?? Number.NaN)
  const scale = MONTHS[unit.toLowerCase().replace(/s$/, '')] ?? Number.NaN
  return (value + (half ? 0.5 : 0)) * scale
}
