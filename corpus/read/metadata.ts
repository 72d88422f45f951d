/** Title, DOI, year and their like, each with the place it was read from: what the file states first, then its text. Pure. */
import type { Block, Metadata, PaperKind, Sourced } from '../document.ts'
import type { StatedMetadata } from './draft.ts'
import { languageCode } from './language-code.ts'

interface Source {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly stated: StatedMetadata
  readonly file: string
}

const DOI = /\b10\.\d{4,9}\/[^\s"<>\u201C\u201D]*[^\s"<>\u201C\u201D.,;:)\]]/
const PMID = /\bPMID:?\s*(\d{6,8})\b/
export function metadataOf(source: Source): Metadata {
  const { stated } = source
  return {
    title: titleOf(source) ?? stated.title ?? null,
    authors: stated.authors ?? null,
    doi: doiOf(source) ?? stated.doi ?? null,
    pmid: stated.pmid ?? found(source, PMID, 1),
    year: stated.year ?? yearOf(source),
    journal: stated.journal ?? null,
    language: stated.language ?? languageOf(source),
    kind: stated.kind ?? kindOf(source),
  }
}

function titleOf({ text, blocks }: Source): Sourced<string> | null {
  const title = blocks.find((block) => block.kind === 'title')
  return title === undefined
    ? null
    : { value: text.slice(title.span.start, title.span.end), from: 'text', span: title.span }
}

/** The paper's own DOI stands before its references, whose DOIs are other papers'. */
function doiOf(source: Source): Sourced<string> | null {
  const before = source.blocks.find((block) => block.section === 'references')?.span.start ?? source.text.length
  const furniture = source.blocks.filter((block) => block.kind === 'running-head' || block.kind === 'footnote')
  const own = furniture.map((block) => source.text.slice(block.span.start, block.span.end)).join('\n')
  const inFurniture = DOI.exec(own)
  const match = DOI.exec(source.text.slice(0, before))
  if (match !== null)
    return { value: match[0], from: 'text', span: { start: match.index, end: match.index + match[0].length } }
  return inFurniture === null ? null : { value: inFurniture[0], from: 'text' }
}

function found(source: Source, pattern: RegExp, group: number): Sourced<string> | null {
  const before = source.blocks.find((block) => block.section === 'references')?.span.start ?? source.text.length
  const match = pattern.exec(source.text.slice(0, before))
  if (match?.[group] === undefined) return null
  return { value: match[group], from: 'text', span: { start: match.index, end: match.index + match[0].length } }
}

/** Years of the running heads, the footnotes and the first page's front matter; the year named most often there. */
function yearOf({ text, blocks }: Source): Sourced<number> | null {
  const counts = new Map<string, { count: number; start: number }>()
  for (const block of blocks) {
    if (
      block.kind !== 'running-head' &&
      block.kind !== 'footnote' &&
      block.section !== 'front' &&
      block.section !== 'back'
    )
      continue
    const here = text.slice(block.span.start, block.span.end)
    for (const match of here.matchAll(/(?<![\d/.-])(?:19[5-9]|20[0-4])\d(?![\d/-])/g)) {
      const known = counts.get(match[0])
      counts.set(match[0], { count: (known?.count ?? 0) + 1, start: known?.start ?? block.span.start + match.index })
    }
  }
  const best = [...counts].sort((a, b) => b[1].count - a[1].count || Number(b[0]) - Number(a[0]))[0]
  if (best === undefined) return null
  return { value: Number(best[0]), from: 'text', span: { start: best[1].start, end: best[1].start + 4 } }
}

function languageOf({ text, blocks }: Source): Sourced<string> | null {
  const prose = blocks
    .filter((block) => block.kind === 'paragraph' || block.kind === 'abstract' || block.kind === 'list-item')
    .map((block) => text.slice(block.span.start, block.span.end))
    .join(' ')
    .slice(0, 1500)
  const language = languageCode(prose)
  return language === null ? null : { value: language, from: 'inferred' }
}

const CASE_WORDS =
  /\bcase(?: report| presentation| description| study)?\b|\b(?:we (?:report|describe|present)|presented with|\d{1,2}[- ]year[- ]old)\b/i
const SERIES_WORDS =
  /\bcase series\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:cases|patients|children|siblings)\b/i
const REVIEW_WORDS =
  /\b(?:a |systematic |narrative |scoping |literature )review\b|\bmeta-analysis\b|\boverview\b|\bcohort\b|\bsurvey\b/i

function kindOf({ text, blocks }: Source): Sourced<PaperKind> {
  return { value: kindValue(text, blocks), from: 'inferred' }
}

function kindValue(text: string, blocks: readonly Block[]): PaperKind {
  const inSlides = blocks.filter((block) => block.section === 'slide').length
  if (inSlides > blocks.length / 2) return 'slides'
  const title = blocks.find((block) => block.kind === 'title')
  const titleText = title === undefined ? '' : text.slice(title.span.start, title.span.end)
  const hasCaseSection = blocks.some(
    (block) =>
      block.kind === 'heading' &&
      block.section === 'case' &&
      /case|patient|observation/i.test(text.slice(block.span.start, block.span.end)),
  )
  const prose = text.slice(0, blocks.find((block) => block.section === 'references')?.span.start)
  const narrated =
    prose.match(/\b(?:A|An|The|This|Our|Her|His)?\s?\d{1,3}[- ](?:year|month|week|day)s?[- ]old\b/g)?.length ?? 0
  if (SERIES_WORDS.test(titleText) && (hasCaseSection || narrated > 1)) return 'case-series'
  if (REVIEW_WORDS.test(titleText) && !/\bcases?\b/i.test(titleText) && !hasCaseSection) return 'review'
  if (/\bcases? (?:no\.? ?)?2\b|\bpatient (?:no\.? ?)?2\b|\bsecond (?:case|patient)\b/i.test(prose) && narrated > 1)
    return 'case-series'
  if (hasCaseSection || CASE_WORDS.test(titleText) || narrated > 0) return 'case-report'
  return REVIEW_WORDS.test(titleText) ? 'review' : 'other'
}
