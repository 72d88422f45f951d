/** The page designs of the sample reports: lengths are PDF points. */
import type { LayoutName, TextRole } from './sample-source.ts'

export interface Layout {
  readonly widthPt: number
  readonly heightPt: number
  readonly marginXPt: number
  readonly topPt: number
  readonly bottomPt: number
  readonly columns: number
  readonly gutterPt: number
  readonly sizePt: number
  readonly leadingPt: number
  readonly justified: boolean
  /** Title, authors and abstract run across the page above the columns. */
  readonly wideFront: boolean
  readonly indentPt: number
}

const A4 = { widthPt: 595, heightPt: 842 }

export const LAYOUTS: Readonly<Record<Exclude<LayoutName, 'plain-text'>, Layout>> = {
  letter: {
    ...A4,
    marginXPt: 48,
    topPt: 64,
    bottomPt: 56,
    columns: 2,
    gutterPt: 18,
    sizePt: 9,
    leadingPt: 11.2,
    justified: true,
    wideFront: false,
    indentPt: 0,
  },
  article: {
    ...A4,
    marginXPt: 50,
    topPt: 70,
    bottomPt: 60,
    columns: 2,
    gutterPt: 20,
    sizePt: 9,
    leadingPt: 11.6,
    justified: true,
    wideFront: true,
    indentPt: 10,
  },
  column: {
    ...A4,
    marginXPt: 84,
    topPt: 80,
    bottomPt: 72,
    columns: 1,
    gutterPt: 0,
    sizePt: 10,
    leadingPt: 13.6,
    justified: true,
    wideFront: true,
    indentPt: 14,
  },
  quiz: {
    ...A4,
    marginXPt: 56,
    topPt: 84,
    bottomPt: 60,
    columns: 2,
    gutterPt: 22,
    sizePt: 9.5,
    leadingPt: 12.4,
    justified: false,
    wideFront: true,
    indentPt: 0,
  },
  typewriter: {
    widthPt: 500,
    heightPt: 720,
    marginXPt: 54,
    topPt: 66,
    bottomPt: 54,
    columns: 1,
    gutterPt: 0,
    sizePt: 10,
    leadingPt: 13,
    justified: false,
    wideFront: true,
    indentPt: 22,
  },
  'three-columns': {
    ...A4,
    marginXPt: 40,
    topPt: 60,
    bottomPt: 52,
    columns: 3,
    gutterPt: 14,
    sizePt: 8,
    leadingPt: 9.8,
    justified: true,
    wideFront: false,
    indentPt: 8,
  },
  slides: {
    widthPt: 720,
    heightPt: 540,
    marginXPt: 60,
    topPt: 96,
    bottomPt: 44,
    columns: 1,
    gutterPt: 0,
    sizePt: 18,
    leadingPt: 24,
    justified: false,
    wideFront: false,
    indentPt: 0,
  },
  scan: {
    ...A4,
    marginXPt: 78,
    topPt: 84,
    bottomPt: 80,
    columns: 1,
    gutterPt: 0,
    sizePt: 11,
    leadingPt: 15,
    justified: false,
    wideFront: true,
    indentPt: 16,
  },
}

/** How a role differs from the body: its size as a factor, its weight, and the room above and below in lines. */
export interface RoleStyle {
  readonly scale: number
  readonly style: 'roman' | 'italic' | 'bold'
  readonly above: number
  readonly below: number
  readonly align: 'justify' | 'left' | 'right'
}

export const ROLE_STYLES: Readonly<Record<TextRole, RoleStyle>> = {
  paragraph: { scale: 1, style: 'roman', above: 0, below: 0.25, align: 'justify' },
  label: { scale: 0.9, style: 'bold', above: 0, below: 0.4, align: 'left' },
  title: { scale: 1.5, style: 'bold', above: 0.2, below: 0.5, align: 'left' },
  heading: { scale: 1.08, style: 'bold', above: 0.7, below: 0.2, align: 'left' },
  subheading: { scale: 1, style: 'italic', above: 0.4, below: 0.1, align: 'left' },
  authors: { scale: 0.95, style: 'roman', above: 0.2, below: 0.2, align: 'left' },
  affiliation: { scale: 0.82, style: 'italic', above: 0.1, below: 0.3, align: 'left' },
  abstract: { scale: 0.94, style: 'roman', above: 0.2, below: 0.3, align: 'justify' },
  small: { scale: 0.8, style: 'roman', above: 0.2, below: 0.2, align: 'left' },
  bullet: { scale: 1, style: 'roman', above: 0.1, below: 0.2, align: 'left' },
  reference: { scale: 0.82, style: 'roman', above: 0, below: 0.1, align: 'left' },
  slide: { scale: 1.45, style: 'bold', above: 0, below: 0.6, align: 'left' },
  'last-line': { scale: 1, style: 'bold', above: 0.8, below: 0, align: 'right' },
}

/** Roles that stand above the columns where the layout has a wide front. */
export const FRONT_ROLES: readonly TextRole[] = ['label', 'title', 'authors', 'affiliation', 'abstract']
