/** Sides: left, right, both, and what a plural or a shared word tells about them. */
import type { Laterality } from '../case-record.ts'
import { isA } from '../language/load-terms.ts'
import type { Term } from '../language/term.ts'

/** Regions that have no left and right part of their own name, and what lies in them, except the paired below. */
const UNPAIRED = ['trunk', 'spine', 'head_neck', 'genital', 'extremity']
const PAIRED_WITHIN: ReadonlySet<string> = new Set([
  'cheek',
  'eyelid',
  'ear',
  'auricle',
  'earlobe',
  'tmj',
  'parotid',
  'breast',
  'nipple',
  'sc_joint',
  'si_joint',
  'ilium',
  'iliac_crest',
  'iliac_fossa',
  'flank',
  'ischium',
  'ischial_tuberosity',
  'pectoralis',
  'psoas',
  'costochondral',
  'rib',
  'chest_wall',
  'facet_joint',
])
/** Paired, but several on each side: a plural ("fingers") tells nothing. */
const MANY = [
  'finger',
  'toe',
  'metacarpus',
  'metatarsal',
  'mcp',
  'mtp',
  'rib',
  'first_webspace',
  'costochondral',
  'chest_wall',
  'facet_joint',
]

/** Whether left and right can be told of a term. */
export function isSided(term: Term): boolean {
  if (term.kind !== 'site' && term.kind !== 'region') return false
  return PAIRED_WITHIN.has(term.key) || !UNPAIRED.some((key) => isA(term, key))
}

/** The side that a phrase names. */
export function sideIn(phrase: string): Laterality | null {
  if (/\b(?:bilateral(?:ly)?|both|each)\b/i.test(phrase)) return 'bilateral'
  const left =
    /\bleft(?:-sided)?\b(?!\s+(?:the|her|his|him|it|a|an|alone|with|in place|untreated)\b)|\bLt\b|\bL\.\s*$|\(L\)/i.test(
      phrase,
    )
  const right = /\bright(?:-sided)?\b|\bRt\b|\bR\.\s*$|\(R\)/i.test(phrase)
  // "L elbow, R forearm" of a table
  const initial = /(?:^|[\s,;(/])([LR])\.?\s*$/.exec(phrase)?.[1]
  if (initial && !left && !right) return initial === 'L' ? 'left' : 'right'
  if (left && right) return 'bilateral'
  return left ? 'left' : right ? 'right' : /\bmidline\b/i.test(phrase) ? 'midline' : null
}

/** Where the phrase of a place begins: after the last comma, bracket, verb or joining word. */
const PHRASE =
  /(?:[,;:()]|\b(?:and|or|showed|shows?|showing|revealed|revealing|but|was|were|is|are|had|has|with|which|that|from|to|extending|into|than)\b)[^,;:()]*$/i

/** "the left elbow", "bilaterally near the elbows", "right and left elbow", "both the elbows". */
export function sideBefore(before: string): Laterality | null {
  if (/\b(?:left\s+and\s+(?:the\s+)?right|right\s+and\s+(?:the\s+)?left)\s+(?:[\w-]+\s+)?$/i.test(before))
    return 'bilateral'
  const at = before.search(PHRASE)
  return sideIn(at < 0 ? before : before.slice(at).replace(/^(?:[,;:()]|\w+)/, ''))
}

/** "elbow (right)", "the elbows, bilaterally", "the shoulder on the left side". */
export function sideAfter(after: string): Laterality | null {
  if (
    /^,?\s*\(?\s*(?:bilateral(?:ly)?|on both sides|on either side|of both (?:hands|feet|arms|legs|sides))\b/i.test(
      after,
    )
  )
    return 'bilateral'
  const side =
    /^\s+(?:calcif\w+|calcinosis|mass(?:es)?|nodules?|deposits?|lesions?|plaques?)\s+on\s+the\s+(left|right)(?=\s*(?:[,.;:)]|$|(?:was|were|is|are|had|has|occurred|and|with|measur\w+)\b))/i.exec(
      after,
    ) ??
    /^,?\s*(?:\(\s*(left|right|L|R)\s*\)|(?:on|of)\s+(?:(?:the|her|his)\s+|(?=(?:left|right)\s+side\b))(left|right)(?:\s+(?:side|hand|foot|arm|leg)\b|\s*(?=[,.;:)]|$)))/i.exec(
      after,
    )
  const word = (side?.[1] ?? side?.[2])?.toLowerCase()
  return word ? (word.startsWith('l') ? 'left' : 'right') : null
}

/** "the thighs" are both thighs; "fingers" may all be of one hand. */
export function sideOfPlural(term: Term, written: string): Laterality | null {
  if (!isSided(term) && !(term.key === 'extremity')) return null
  if (MANY.some((key) => isA(term, key)) || !isPlural(term, written)) return null
  return 'bilateral'
}

const IRREGULAR: ReadonlySet<string> = new Set([
  'feet',
  'calves',
  'humeri',
  'femora',
  'ischia',
  'calcanei',
  'malleoli',
  'halluces',
])

function isPlural(term: Term, written: string): boolean {
  const word = lastWord(written)
  if (IRREGULAR.has(word)) return true
  const singular = word.endsWith('ae')
    ? word.slice(0, -1)
    : word.endsWith('ies')
      ? `${word.slice(0, -3)}y`
      : word.replace(/s$/, '')
  if (singular === word) return false
  return [term.label, ...term.synonyms].some((form) => lastWord(form) === singular)
}

const lastWord = (phrase: string): string => /[a-z]+\W*$/i.exec(phrase.toLowerCase())?.[0].replace(/\W+$/, '') ?? ''

/** "On the right there was a cluster over the patella": the side that opens the clause. */
export const sideInFront = (before: string): Laterality | null =>
  sideIn(
    /(?:^|[.;:]\s*|,?\s+(?:and|while|whereas)\s+)on\s+the\s+((?:left|right)(?:\s+side)?)\b,?\s(?![^.;]*\b(?:left|right)\b)[^.;]*$/i.exec(
      before,
    )?.[1] ?? '',
  )
