/** The pieces of an article become blocks: what each is depends on its look and on what stands before it. Pure. */
import { CAPTION_START, LIST_MARK, looksLikeHeading } from '../block-marks.ts'
import type { DraftBlock } from '../draft.ts'
import { sectionOfHeading } from '../sections.ts'
import { isAddress, isImprint, isNames, opensCorrespondence } from './text-furniture.ts'
import type { Piece } from './text-slides.ts'
import { gridOf } from './text-table.ts'
import { isLabel, startsBroken, titleOf } from './title.ts'

/** Where the walk through the text stands. */
interface Place {
  /** The section that the last heading opened. */
  readonly section: string | null
  /** Still above the text: title, authors, addresses. */
  readonly inFront: boolean
  readonly hasTitle: boolean
  /** In a block of addresses. */
  readonly inAddress: boolean
}

export function articleBlocks(pieces: readonly Piece[]): readonly DraftBlock[] {
  const blocks: DraftBlock[] = []
  let place: Place = { section: null, inFront: true, hasTitle: false, inAddress: false }
  const repeated = repeatedLines(pieces)
  const title = titleOf(pieces)
  const above = new Set(title === undefined ? [] : pieces.slice(0, pieces.indexOf(title)))
  const isBroken = startsBroken(pieces)
  for (const piece of pieces.flatMap(withoutRunIn)) {
    if (piece.rows !== undefined) {
      const { text, table } = gridOf(piece.rows, piece.headerRows ?? 1)
      blocks.push({ kind: 'table', section: null, page: piece.page, text, runs: [], table })
      continue
    }
    const kind =
      piece === title ? 'title' : above.has(piece) ? kindAbove(piece, isBroken) : kindOf(piece, place, repeated)
    // an answer printed behind the references speaks of the patient again
    const answers = kind === 'paragraph' && place.section === 'references' ? 'case' : null
    const section = isBroken && above.has(piece) ? 'neighbour' : answers
    const text = kind === 'list-item' ? piece.text.replace(LIST_MARK, '') : piece.text
    blocks.push({ kind, section, page: piece.page, text, runs: [] })
    place = after(place, kind, text)
  }
  return withAbstract(blocks)
}

/** Prose between the title and an "Introduction" is the abstract, though nothing says so. */
function withAbstract(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const title = blocks.findIndex(({ kind }) => kind === 'title')
  const heading = blocks.findIndex(({ kind }) => kind === 'heading')
  if (title < 0 || heading < title || sectionOfHeading(blocks[heading]?.text ?? '') !== 'introduction') return blocks
  return blocks.map((block, index) =>
    index > title && index < heading && block.kind === 'paragraph' && block.text.length > 150
      ? { ...block, kind: 'abstract' }
      : block,
  )
}

/** Above the title stand the journal's line, a rubric and now and then the authors. */
function kindAbove({ text, marked }: Piece, isBroken: boolean): DraftBlock['kind'] {
  if (isBroken) return marked ? 'heading' : 'paragraph'
  if (isNames(text)) return 'authors'
  return isAddress(text) ? 'affiliation' : 'running-head'
}

function after(place: Place, kind: DraftBlock['kind'], text: string): Place {
  if (kind === 'title') return { ...place, hasTitle: true }
  if (kind === 'heading') return { ...place, section: sectionOfHeading(text), inFront: false, inAddress: false }
  if (kind === 'affiliation') return { ...place, inAddress: true }
  if (kind === 'running-head' || kind === 'authors' || kind === 'keywords') return place
  return { ...place, inFront: false, inAddress: false }
}

function kindOf({ text, marked }: Piece, place: Place, repeated: ReadonlySet<string>): DraftBlock['kind'] {
  if (CAPTION_START.test(text)) return 'caption'
  if (opensCorrespondence(text)) return 'affiliation'
  if (isImprint(text) || repeated.has(lineKey(text))) return 'running-head'
  if (isAbove(text, place)) return 'running-head'
  if (marked || (sectionOfHeading(text) !== null && looksLikeHeading(text))) return 'heading'
  if (/^key ?words?\s*[:.\u2013-]/i.test(text)) return 'keywords'
  if ((place.inAddress || (place.inFront && place.hasTitle)) && isAddress(text)) return 'affiliation'
  if (place.inFront && place.hasTitle && isNames(text)) return 'authors'
  if (place.section === 'references') return isAnswer(text) ? 'paragraph' : 'reference'
  if (LIST_MARK.test(text)) return 'list-item'
  if (/^(?:abstract|summary)\s*[:.\u2013\u2014-]\s|^(?:ABSTRACT|SUMMARY)\s+\S/.test(text)) return 'abstract'
  return looksLikeHeading(text) && /^\P{Ll}+$/u.test(text) && /\p{Lu}{4}/u.test(text) ? 'heading' : 'paragraph'
}

/** The journal's label over the title is no heading of the text. */
const isAbove = (text: string, { inFront, hasTitle, section }: Place): boolean =>
  inFront && !hasTitle && section === null && isLabel({ text })

const isAnswer = (text: string): boolean =>
  /^(?:(?:final|correct|definite|definitive|the)\s+)?(?:diagnosis|answer)\s*[:.\u2013\u2014-]/i.test(text)

/** "CASE REPORT: A weaver ..." or "Discussion. Chalk ..." is a heading and a paragraph. */
function withoutRunIn(piece: Piece): readonly Piece[] {
  const [, label, rest] =
    /^((?:CASE|CLINICAL) (?:REPORT|PRESENTATION|DESCRIPTION|HISTORY)|INTRODUCTION|DISCUSSION|COMMENTS?|CONCLUSIONS?|(?:Case (?:report|presentation|description)|Introduction|Discussion|Comment)(?=\s?[:.\u2013\u2014]))\s?[:.\u2013\u2014-]?\s+(\S.{40,})$/su.exec(
      piece.text,
    ) ?? []
  if (label === undefined || rest === undefined || piece.rows !== undefined) return [piece]
  return [
    { ...piece, text: label, marked: true, level: 7 },
    { ...piece, text: rest, marked: false, level: 0 },
  ]
}

const lineKey = (text: string): string => text.replace(/\d+/g, '0').toLowerCase()

/** Running heads: short lines that come back again and again. */
function repeatedLines(pieces: readonly Piece[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { text, marked, rows } of pieces) {
    const words = text.split(/\s+/).length
    if (marked || rows !== undefined || LIST_MARK.test(text) || words > 14 || words < 3 || /[.;:,]$/.test(text))
      continue
    if (sectionOfHeading(text) === null || words > 4) counts.set(lineKey(text), (counts.get(lineKey(text)) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([line]) => line))
}
