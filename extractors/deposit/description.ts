/** What else is said of a deposit: its form, how many there are, how it was seen. */
import type { DepositForm, Modality } from '../case-record.ts'
import { numberOf } from '../language/number-words.ts'
import type { Head } from './head.ts'

const FORMS: readonly (readonly [RegExp, DepositForm])[] = [
  [/tumou?r|mass(?:es|-like)?\b|bulky|conglomerat/i, 'tumoral'],
  [/nodul|papul|lump/i, 'nodular'],
  [/plaque|plate-like/i, 'plaque'],
  [/sheet|lamellar|lamin(?:ar|ated)|reticular|lace|net-like|mesh/i, 'sheet'],
  [/linear|cord-like|streak/i, 'linear'],
  [/punctate|punctuate|stippled|speck|fleck|granular|amorphous dots/i, 'punctate'],
]

/** The form named in the head or in the words just around it. */
export function formOf(text: string, head: Head): DepositForm | null {
  const near = text.slice(Math.max(0, head.start - 40), head.end + 30)
  return (
    formIn(head.text) ??
    formIn(/[^,;.]*$/.exec(text.slice(Math.max(0, head.start - 40), head.start))?.[0] ?? '') ??
    formIn(/^[^,;.]*/.exec(near.slice(near.length - 30))?.[0] ?? '')
  )
}

const formIn = (words: string): DepositForm | null => FORMS.find(([form]) => form.test(words))?.[1] ?? null

const MODALITIES: readonly (readonly [RegExp, Modality])[] = [
  [/\b(?:CT|computed tomogra\w+|computeri[sz]ed tomogra\w+|tomogra\w+)\b/i, 'ct'],
  [/\b(?:MRI|MR imaging|magnetic resonance)\b/i, 'mri'],
  [/\b(?:ultraso\w+|sonogra\w+)\b/i, 'ultrasound'],
  [/\b(?:scintigra\w+|bone scan|SPECT)\b/i, 'scintigraphy'],
  [
    /\b(?:X-?\s?rays?|roentgen\w+|radiogra\w+|radiolog\w+|plain films?|films?|mammogra\w+|radio-?opa\w+)\b/i,
    'radiograph',
  ],
  [/\b(?:biops\w+|histo\w+|microscop\w+|patholog\w+|FNAC?|aspirat\w+|specimens?)\b/i, 'histology'],
  [/\b(?:examination|palpa\w+|inspection|tender|felt|hard|firm|presented with|complain\w*|noticed)\b/i, 'examination'],
]

/** The modality named nearest before the head, else after it. */
export function modalityOf(text: string, head: Head): Modality | null {
  const before = text.slice(0, head.end)
  const named = MODALITIES.flatMap(([words, modality]) => {
    const last = [...before.matchAll(new RegExp(words, 'gi'))].at(-1)
    return last && modality !== 'examination' ? [{ modality, at: last.index }] : []
  }).sort((a, b) => b.at - a.at)[0]
  return named?.modality ?? MODALITIES.find(([words]) => words.test(text))?.[1] ?? null
}

/** "three near L5", "two calcified nodules": the number before the head or the place; "a 4 cm calcified mass" is one. */
export function countOf(text: string, head: Head, placeStart: number): number | null {
  const beforePlace =
    /\b(one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:(?:near|around|in|on|at|over|of them)\s+)?(?:the\s+)?(?:[\w-]+\s+){0,2}$/i.exec(
      text.slice(Math.max(head.end, placeStart - 50), placeStart),
    )
  const beforeHead =
    /\b(single|solitary|two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d)\s+(?!(?:mm|cm|inch(?:es)?|years?|months?|weeks?|days?)\b)(?:[a-z-]+\s+){0,3}$/i.exec(
      text.slice(Math.max(0, head.start - 50), head.start),
    )
  const word = (head.end <= placeStart ? beforePlace?.[1] : undefined) ?? beforeHead?.[1]
  if (!word) return null
  const number = /^(?:single|solitary)$/i.test(word) ? 1 : (numberOf(word) ?? Number.NaN)
  return Number.isFinite(number) ? number : null
}
