/** Section kinds from headings: which part of the argument each block belongs to. Pure. */
import type { BlockKind, SectionKind } from '../document.ts'
import type { DraftBlock } from './draft.ts'

export interface SectionedBlock extends DraftBlock {
  readonly section: SectionKind
  readonly heading: string | null
}

type Rule = readonly [SectionKind, RegExp]
/** First match wins; a heading is compared in lower case, without its number and closing punctuation. */
const HEADINGS: readonly Rule[] = [
  [
    'references',
    /^(?:references?(?: and notes)?|further readings?|suggested readings?|r\s?e\s?f\s?e\s?r\s?e\s?n\s?c\s?e\s?s|bibliography|literature(?: cited)?|works cited|cited literature|reference list|literatur|références|referencias|βιβλιογραφια)$/,
  ],
  ['abstract', /^(?:abstract|summary|synopsis|structured abstract|graphical abstract)$/],
  [
    'back',
    /^(?:acknowledge?ments?|funding|competing interests?|conflicts? of interests?|declarations?|disclosures?|author(?:s['’]?|['’]s)? contributions?|(?:ethic|consent|data availability|availability of data|patient consent|informed consent|ethical|supplementary|supporting information|abbreviations|correspondence|corresponding|authors?['’] (?:information|details)|additional information|publisher['’]s note|provenance|peer review|orcid|keywords?|key words|how to cite|cite this|copyright|license|declaration|statement of ethics|financial|sources? of (?:support|funding)|credit author|guarantor|footnotes?|appendix|notes?$))/,
  ],
  [
    'case',
    /\b(?:case (?:presentation|reports?|description|history|summary|stud(?:y|ies)|series)|patients? (?:presentation|information|description|history)|presentation of (?:the )?cases?|clinical (?:case|presentation|history|course|findings|summary)|cases? (?:no\.? ?)?(?:\d+|[ivx]+|one|two|three|four|five)\b|(?:first|second|third|fourth|fifth|index) (?:case|patient)|patients? (?:no\.? ?)?(?:\d+|[a-f])\b|history of (?:the )?present|past medical history|family history)\b/,
  ],
  [
    'case',
    /^(?:(?:physical|clinical|neurological|general|initial) (?:examinations?|findings)|diagnostic (?:assessment|work-?up|focus.*)|therapeutic (?:interventions?|focus.*)|timeline|outcomes? and follow-?up|follow-?up and outcomes?|operative (?:findings|technique)|operation)$/,
  ],
  ['case', /^(?:cases?|the case|our cases?|report)$/],
  [
    'discussion',
    /\b(?:discussion|comments?|commentary|review of (?:the )?literature|literature review|differential considerations|limitations?|strengths|pathogenesis|pathophysiology|(?:learning|teaching|key) (?:points?|messages?)|take-home|lessons?)\b/,
  ],
  ['conclusion', /^(?:conclusions?|concluding remarks?|final remarks?|summary and conclusions?)/],
  ['introduction', /^(?:introduction|background|objectives?|aims?(?: of the study)?|rationale)\b/],
  [
    'methods',
    /\b(?:methods?|methodology|materials?|study design|statistical analys[ei]s|search strategy|inclusion criteria|subjects)\b/,
  ],
  ['results', /^(?:results?|findings)\b/],
]
/** Kinds that stand outside the argument keep a section of their own, wherever they are printed. */
const OWN_SECTION: Partial<Record<BlockKind, SectionKind>> = {
  title: 'front',
  authors: 'front',
  affiliation: 'front',
  abstract: 'abstract',
  keywords: 'front',
  reference: 'references',
  'running-head': 'furniture',
  'figure-label': 'furniture',
}

/** The section a heading opens, or null where the heading names a topic of the section it stands in. */
export function sectionOfHeading(heading: string): SectionKind | null {
  const plain = heading
    .toLowerCase()
    .replace(/^[\s#*]*(?:(?:\d+(?:\.\d+)*|[ivx]+)[.):]?\s+)?/, '')
    .replace(/[\s.:*]+$/, '')
  if (plain.length > 90 || /[,;]\s/.test(plain) || plain.split(/\s+/).length > 11) return null
  return HEADINGS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/** Gives each block its section and the heading it stands under. */
export function withSections(blocks: readonly DraftBlock[]): readonly SectionedBlock[] {
  let section: SectionKind = 'body'
  let heading: string | null = null
  const sectioned = blocks.map((block): SectionedBlock => {
    const above = heading
    if (block.kind === 'heading' && block.section === null) {
      section = nextSection(section, block.text)
      heading = block.text
      return { ...block, section, heading: above }
    }
    if (block.kind === 'heading' && block.section !== 'neighbour') heading = block.text
    return { ...block, section: block.section ?? OWN_SECTION[block.kind] ?? section, heading }
  })
  return withFloats(sectioned)
}

/**
 * An unknown heading goes on with the section it stands in ("Treatment" under a case, "Gadolinium" under a discussion),
 * but the back matter and the references are not carried into another part, and an abstract ends with it.
 * Inside a discussion "Treatment" is a topic, not a return to the patient; only a heading that names a case is.
 */
function nextSection(current: SectionKind, heading: string): SectionKind {
  const named = sectionOfHeading(heading)
  if (named === null) return current === 'abstract' || current === 'back' || current === 'references' ? 'body' : current
  const late = current === 'discussion' || current === 'conclusion' || current === 'results' || current === 'methods'
  if (named === 'case' && late && !/\b(?:case|patient)\b/i.test(heading)) return current
  return named
}

/** Figures and tables stand where there was room; they belong to the part that speaks of them first. */
function withFloats(blocks: readonly SectionedBlock[]): readonly SectionedBlock[] {
  let captioned: SectionKind | null = null
  return blocks.map((block, index) => {
    if (block.section === 'slide' || block.section === 'neighbour') return block
    if (block.kind === 'caption') {
      captioned = citingSection(blocks, block.text) ?? floatSection(block.section)
      return { ...block, section: captioned }
    }
    if (block.kind === 'table')
      return {
        ...block,
        section: (blocks[index - 1]?.kind === 'caption' ? captioned : null) ?? floatSection(block.section),
      }
    return block
  })
}

function floatSection(section: SectionKind): SectionKind {
  return section === 'references' || section === 'back' || section === 'front' ? 'body' : section
}

const LABEL = /^\W*(?:supplementary\s+)?(fig|tab|abb|scheme|chart|box)\p{L}*\.?\s*(S?\d{1,2}|[IVX]{1,4})(?![\d])/iu

/** The section of the first running text that names the figure or table. */
function citingSection(blocks: readonly SectionedBlock[], caption: string): SectionKind | null {
  const [, kind, number] = LABEL.exec(caption) ?? []
  if (kind === undefined || number === undefined) return null
  const named = new RegExp(`\\b${kind}\\p{L}*\\.?\\s*(?:\\(?\\p{L}?\\d*[,\u2013-]\\s*)?${number}(?!\\d)`, 'iu')
  const citing = blocks.find(
    ({ kind: each, text }) => (each === 'paragraph' || each === 'list-item') && named.test(text),
  )
  return citing === undefined ? null : floatSection(citing.section)
}
