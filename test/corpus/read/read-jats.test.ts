import { describe, expect, test } from 'vitest'
import { readReport } from '../../../corpus/read-report.ts'

const ARTICLE = `<?xml version="1.0"?><!DOCTYPE article>
<article xml:lang="en" article-type="case-report"><front><journal-meta><journal-title>Hand Cases</journal-title></journal-meta>
<article-meta><article-id pub-id-type="doi">10.5555/hc.1</article-id><article-id pub-id-type="pmid">123456</article-id>
<title-group><article-title>Chalk in a <italic>weaver</italic></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Moss</surname><given-names>Ada</given-names></name></contrib></contrib-group>
<pub-date><year>2011</year></pub-date><abstract><p>One case.</p></abstract></article-meta></front>
<body><sec sec-type="cases"><title>Case</title><p>Platelets were 250&#x000d7;10<sup>9</sup>/l.<sup><xref ref-type="bibr">1</xref></sup> She had
lumps<fig><label>Fig. 1</label><caption><p>The hand.</p></caption></fig> in both hands &amp; feet.</p>
<table-wrap><label>Table 1</label><caption><p>Serology</p></caption><table><thead><tr><th>Test</th><th colspan="2">Result</th></tr></thead>
<tbody><tr><td rowspan="2">ANA</td><td>titre</td><td>1:640</td></tr><tr><td>pattern</td><td>nucleolar</td></tr></tbody></table>
<table-wrap-foot><p>ANA, antinuclear antibody.</p></table-wrap-foot></table-wrap></sec>
<sec><title>Discussion</title><p>Rare.</p><sec><title>Treatment</title><p>None helps.</p></sec></sec></body>
<back><ack><p>We thank nobody.</p></ack><ref-list><title>References</title><ref><label>1</label><mixed-citation>Lind B. Lumps. 2002.</mixed-citation></ref></ref-list></back></article>`

describe('reading JATS XML', () => {
  test('blocks, sections, superscripts and tables come from the tags', async () => {
    const document = await readReport(new TextEncoder().encode(ARTICLE), 'weaver.xml')
    const shape = document.blocks.map(
      ({ kind, section, span }) => `${kind}/${section} ${document.text.slice(span.start, span.end)}`,
    )
    expect(shape).toEqual([
      'title/front Chalk in a weaver',
      'authors/front Ada Moss',
      'abstract/abstract One case.',
      'heading/case Case',
      'paragraph/case Platelets were 250×10⁹/l.¹ She had lumps in both hands & feet.',
      'caption/case Fig. 1 The hand.',
      'caption/case Table 1 Serology',
      'table/case Test\tResult\nANA\ttitre\t1:640\n\tpattern\tnucleolar',
      'footnote/case ANA, antinuclear antibody.',
      'heading/discussion Discussion',
      'paragraph/discussion Rare.',
      'heading/discussion Treatment',
      'paragraph/discussion None helps.',
      'paragraph/back We thank nobody.',
      'heading/references References',
      'reference/references 1 Lind B. Lumps. 2002.',
    ])
    expect(document.format).toBe('jats')
    expect(document.pages).toEqual([])
    expect(document.metadata).toMatchObject({
      doi: { value: '10.5555/hc.1', from: 'xml' },
      pmid: { value: '123456', from: 'xml' },
      year: { value: 2011, from: 'xml' },
      journal: { value: 'Hand Cases', from: 'xml' },
      kind: { value: 'case-report', from: 'xml' },
      authors: { value: ['Ada Moss'], from: 'xml' },
    })
  })

  test('cells know their spans', async () => {
    const document = await readReport(new TextEncoder().encode(ARTICLE), 'weaver.xml')
    const table = document.blocks.find((block) => block.table !== undefined)?.table
    expect(table).toMatchObject({ rows: 3, columns: 3, headerRows: 1 })
    const cells = table!.cells.map(({ row, column, rowSpan, columnSpan, header, span }) => [
      row,
      column,
      rowSpan,
      columnSpan,
      header,
      document.text.slice(span.start, span.end),
    ])
    expect(cells).toEqual([
      [0, 0, 1, 1, true, 'Test'],
      [0, 1, 1, 2, true, 'Result'],
      [1, 0, 2, 1, true, 'ANA'],
      [1, 1, 1, 1, false, 'titre'],
      [1, 2, 1, 1, false, '1:640'],
      [2, 1, 1, 1, false, 'pattern'],
      [2, 2, 1, 1, false, 'nucleolar'],
    ])
  })

  test.each([
    ['XML of another kind', '<?xml version="1.0"?><html><body>x</body></html>', 'not-a-report'],
    ['an article without text', '<article><front/></article>', 'no-text'],
  ])('%s is refused', async (_what, xml, code) => {
    await expect(readReport(new TextEncoder().encode(xml), 'x.xml')).rejects.toMatchObject({ code })
  })
})
