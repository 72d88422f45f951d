/** How captions, list items and headings look in print, whatever the file format. Pure. */

/** "Fig. 2 Coronal CT", "Table III. Serology", "FIGURE 1: Hand"; not "Figure 2 shows the hand" or "Table 1 and 2". */
export const CAPTION_START =
  /^(?:\[?\s*)(?:supplementary |suppl\.? |online )?(?:fig(?:ure|s|\.)?|table|scheme|chart|box|plate|image|picture|video|abbildung|abb\.|tabelle|figura|tabla|tabella)\s*\.?\s*(?:S?\d{1,2}|[IVX]{1,4}|[A-H])(?:\s?[-\u2013&,/]?\s?\(?[A-Ha-h]\)?)*\s*(?:[.:|\u2013\u2014\u2022)\]-]|\s(?=[\p{Lu}(\d"\u201C])|$)/iu

/** A bullet or dash that opens a list item. */
export const LIST_MARK =
  /^\s*(?:[\u2022\u25A0\u25AA\u25CF\u25CB\u25E6\u2023\u2043\u25B6\u25BA\u27A2\u2756\u00B7\uF0B7\uF0A7\uF076]|[-\u2013*](?=\s))\s*/u

/** Short, without a closing full stop, beginning with a capital or a number. */
export function looksLikeHeading(line: string): boolean {
  const text = line.trim().replace(/^#{1,6}\s*/, '')
  const words = text.split(/\s+/).length
  return (
    words <= 14 &&
    text.length <= 110 &&
    /^[\p{Lu}\d"\u201C]/u.test(text) &&
    !/[.;,]$/.test(text.replace(/\b(?:al|no)\.$/i, ''))
  )
}
