/** Marks that a converter leaves in a text (Markdown, LaTeX formulas, HTML) are taken off; the words stay. Pure. */

/** Marks that say nothing of the blocks: pictures, links, formulas, sub- and superscripts, comments. Lines stay lines. */
export function withoutInlineMarks(text: string): string {
  return (
    text
      .replace(/<!--[\s\S]*?-->/g, '')
      // page marks of a converter: "-- 3 of 11 --"
      .replace(/\n[ \t]*-- \d+ of \d+ --[ \t]*(?=\n|$)/g, '\n\f')
      .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, '')
      // "[[PubMed](#)]" and "([Figure 1a](#))" keep their words
      .replace(/\[([^\][\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)/g, '$1')
      .replace(/<((?:https?:\/\/|mailto:)[^>\s]+)>/g, '$1')
      .replace(/<\/?(?:su[bp]|b|i|em|strong|u|span|div|p|center|a)(?:\s[^<>\n]*)?>/gi, '')
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(/&nbsp;/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
      .replace(/\$\$?([^$\n]{1,160})\$\$?/g, (whole, formula: string) => (isFormula(formula) ? spoken(formula) : whole))
      // "series.^{8,9}", "Moss^a^", "CaPO_4"
      .replace(/\^\{([^{}\n]*)\}|\^([\p{L}\d,*]{1,8})\^/gu, '$1$2')
      .replace(/(?<=[\p{L})])_\{?(\d{1,3})\}?(?![\p{L}\d_])/gu, '$1')
      .replace(/^[ \t]*(.{3,110})\n[ \t]*(={3,}|-{3,})[ \t]*$/gmu, underlined)
      .replace(/^[ \t]*>[ \t]?/gm, '')
      .replace(/\\([*_#[\]()|~>+.-])/g, '$1')
  )
}

/** A title underlined with = or - is a heading; a rule below a paragraph is none. */
function underlined(whole: string, line: string): string {
  return /[.;,|]\s*$|^\s*[-*|]/.test(line) ? whole : `# ${line}`
}

/** Prices have two dollar signs as well. */
const isFormula = (formula: string): boolean => /[\\^_{}=<>±×μ]/.test(formula) || /^\s?[\d.,]+\s?$/.test(formula)

const SIGNS: Readonly<Record<string, string>> = {
  times: '×',
  mu: 'µ',
  pm: '±',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  sim: '~',
  approx: '≈',
  cdot: '·',
  circ: '°',
  degree: '°',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  kappa: 'κ',
  lambda: 'λ',
  rightarrow: '→',
  to: '→',
}

/** "5.9 \times 10^9/L" as it would be printed. */
function spoken(formula: string): string {
  return formula
    .replace(/\\(?:text|mathrm|mathbf|mathit|textbf|textit|rm)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\^\s*\{?\\(?:circ|degree)\}?/g, '°')
    .replace(/\\([A-Za-z]+)/g, (_whole, name: string) => SIGNS[name] ?? name)
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/\\([%&#_])/g, '$1')
    .replace(/_\{([^{}]*)\}|_(\w)/g, '$1$2')
    .replace(/\^\{([^{}]*)\}/g, '^$1')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** 1 to 6 for "#" to "######", 7 for a bold line, 0 for no heading. */
export function headingLevel(line: string): number {
  const hashes = /^\s*(#{1,6})\s/.exec(line)?.[1]
  return hashes?.length ?? (isBoldLine(line) ? 7 : 0)
}

/** A line that is all bold is a heading in Markdown. */
const isBoldLine = (line: string): boolean => /^\s*(\*\*|__)(?!\s)[^*_]+\1:?\s*$/.test(line)

/** One piece of text without its own marks, its blanks made single. */
export function plain(piece: string): string {
  return piece
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/(\*{1,3}|__)(\S(?:[^*_]*\S)?)\1/g, '$2')
    .replace(/(?<![\p{L}\d_])_(\S(?:[^_\n]*\S)?)_(?![\p{L}\d_])/gu, '$1')
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\/ ?[µμ] (?=[LlgmM]\b)/g, '/µ')
    .trim()
}
