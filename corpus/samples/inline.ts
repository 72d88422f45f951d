/** Inline notation of the sources: `^1,2^` superscript, `*italic*`, `**bold**`. Words keep their pieces for line breaking. */

export type InlineStyle = 'roman' | 'italic' | 'bold' | 'superscript'

export interface Fragment {
  readonly text: string
  readonly style: InlineStyle
}

/** What stands between two spaces. */
export type Word = readonly Fragment[]

const MARKED = /\*\*(.+?)\*\*|\*(.+?)\*|\^(.+?)\^/g

/** Splits a text into styled words; `base` is the style of unmarked text. */
export function wordsOf(text: string, base: InlineStyle = 'roman'): readonly Word[] {
  const words: Fragment[][] = [[]]
  for (const fragment of fragmentsOf(text, base)) {
    const [first = '', ...others] = fragment.text.split(' ')
    words.at(-1)?.push({ text: first, style: fragment.style })
    for (const piece of others) words.push([{ text: piece, style: fragment.style }])
  }
  return words.map((word) => word.filter((piece) => piece.text !== '')).filter((word) => word.length > 0)
}

function fragmentsOf(text: string, base: InlineStyle): readonly Fragment[] {
  const fragments: Fragment[] = []
  let end = 0
  for (const match of text.matchAll(MARKED)) {
    fragments.push({ text: text.slice(end, match.index), style: base })
    const [whole, bold, italic, raised] = match
    if (bold !== undefined) fragments.push({ text: bold, style: 'bold' })
    else if (italic !== undefined) fragments.push({ text: italic, style: base === 'italic' ? 'roman' : 'italic' })
    else fragments.push({ text: raised ?? '', style: 'superscript' })
    end = match.index + whole.length
  }
  fragments.push({ text: text.slice(end), style: base })
  return fragments.filter((fragment) => fragment.text !== '')
}

/** The text without its notation, for plain-text reports. */
export function plainOf(text: string): string {
  return text.replace(MARKED, (_, bold?: string, italic?: string, raised?: string) => bold ?? italic ?? raised ?? '')
}
