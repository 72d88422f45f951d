/** PDFs that break, bloat, loop or lie, made from a sound one; each with the reason why it is here. */
import { createHash } from 'node:crypto'
import { deflateSync, gzipSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { report } from './reports.ts'

export interface HostileFile {
  readonly file: string
  readonly bytes: Uint8Array
}

/** A report as a PDF with text, an embedded font and several pages. */
export async function soundPdf(options: PDFKit.PDFDocumentOptions = {}, pages = 2): Promise<Buffer> {
  const pdf = new PDFDocument({ info: { CreationDate: new Date(0) }, ...options })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => pdf.on('end', () => resolve()))
  for (let page = 0; page < pages; page += 1) {
    if (page > 0) pdf.addPage()
    pdf.fontSize(10).text(new TextDecoder().decode(report({ age: 30 + page })))
  }
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

/** At least 60 files; the same ones in every run. */
export async function hostileFiles(): Promise<readonly HostileFile[]> {
  const sound = await soundPdf()
  return [
    ...truncations(sound),
    ...bitFlips(sound),
    ...wrongHeaders(sound),
    ...(await encrypted()),
    ...bombs(),
    ...loops(),
    ...lies(),
    ...scripts(),
  ]
}

function truncations(sound: Buffer): HostileFile[] {
  return Array.from({ length: 12 }, (_, index) => ({
    file: `cut-${index}.pdf`,
    bytes: sound.subarray(0, Math.floor((sound.length * (index + 1)) / 13)),
  }))
}

function bitFlips(sound: Buffer): HostileFile[] {
  return Array.from({ length: 14 }, (_, index) => {
    const bytes = Buffer.from(sound)
    const flips = 1 + index * 12
    for (let flip = 0; flip < flips; flip += 1) {
      const place = createHash('sha256').update(`${index}/${flip}`).digest()
      bytes[place.readUInt32BE(0) % bytes.length]! ^= 1 << (place[4]! % 8)
    }
    return { file: `flipped-${index}.pdf`, bytes }
  })
}

function wrongHeaders(sound: Buffer): HostileFile[] {
  const rest = sound.subarray(9)
  const head = (text: string): Buffer => Buffer.concat([Buffer.from(text, 'latin1'), rest])
  const named: Record<string, Uint8Array> = {
    'no-header.pdf': rest,
    'future-version.pdf': head('%PDF-9.9\n'),
    'junk-before.pdf': Buffer.concat([Buffer.alloc(900, 'x'), sound]),
    'much-junk-before.pdf': Buffer.concat([Buffer.alloc(200_000, 0), sound]),
    'gzipped.pdf': gzipSync(sound),
    'picture.pdf': Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), sound.subarray(0, 500)]),
    'web-page.pdf': Buffer.from('<!DOCTYPE html><html><body>403 Forbidden</body></html>'),
    'archive.pdf': Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(4_000, 7)]),
    'zeros.pdf': Buffer.alloc(50_000),
    'header-only.pdf': Buffer.from('%PDF-1.7\n%%EOF\n'),
  }
  return Object.entries(named).map(([file, bytes]) => ({ file, bytes }))
}

async function encrypted(): Promise<HostileFile[]> {
  return [
    { file: 'password.pdf', bytes: await soundPdf({ userPassword: 'secret', ownerPassword: 'owner' }) },
    { file: 'password-aes.pdf', bytes: await soundPdf({ userPassword: 'secret', pdfVersion: '1.7ext3' }) },
  ]
}

/** A PDF from its objects' bodies, numbered from 1, with a correct table of places; object 1 is the catalogue. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let length = parts[0]!.length
  objects.forEach((body, index) => {
    places.push(length)
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')])
    parts.push(part)
    length += part.length
  })
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\n`
  return Buffer.concat([...parts, Buffer.from(`${table}startxref\n${length}\n%%EOF\n`)])
}

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>'
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const page = (resources = '/Font << /F1 5 0 R >>'): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << ${resources} >> >>`

function stream(content: Buffer | string, extra = ''): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${extra} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

const onePage = (contents: Buffer | string, ...more: (Buffer | string)[]): Buffer =>
  pdfOf([CATALOGUE, PAGES, page(), contents, FONT, ...more])

const TEXT = 'BT /F1 12 Tf 72 700 Td (Calcinosis of the elbow.) Tj ET\n'
const MB = 2 ** 20

function bombs(): HostileFile[] {
  const spaces = deflateSync(Buffer.alloc(200 * MB, ' '), { level: 9 })
  const twice = deflateSync(deflateSync(Buffer.alloc(300 * MB), { level: 9 }), { level: 9 })
  const manyTexts = deflateSync(Buffer.from(TEXT.repeat(400_000)), { level: 9 })
  const image = stream(
    deflateSync(Buffer.alloc(30 * MB)),
    `/Type /XObject /Subtype /Image /Width 60000 /Height 60000
    /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode`,
  )
  const withImage = [CATALOGUE, PAGES, page('/XObject << /I 5 0 R >>'), stream('q 600 0 0 700 0 0 cm /I Do Q'), image]
  return [
    { file: 'bomb-spaces.pdf', bytes: onePage(stream(spaces, '/Filter /FlateDecode')) },
    { file: 'bomb-twice.pdf', bytes: onePage(stream(twice, '/Filter [/FlateDecode /FlateDecode]')) },
    { file: 'bomb-texts.pdf', bytes: onePage(stream(manyTexts, '/Filter /FlateDecode')) },
    { file: 'bomb-image.pdf', bytes: pdfOf(withImage) },
    { file: 'bomb-name.pdf', bytes: onePage(stream(`/${'a'.repeat(5 * MB)} gs\n${TEXT}`)) },
    { file: 'bomb-string.pdf', bytes: onePage(stream(`BT /F1 12 Tf (${'calcinosis '.repeat(300_000)}) Tj ET`)) },
  ]
}

function loops(): HostileFile[] {
  const self = `<< /Type /Pages /Kids [2 0 R] /Count 1 >>`
  const ring = ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>']
  const form = stream(
    `/X Do ${TEXT}`,
    '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
  )
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const deepDictionary = `${'<< /A '.repeat(50_000)}1${' >>'.repeat(50_000)}`
  return [
    { file: 'pages-in-themselves.pdf', bytes: pdfOf([CATALOGUE, self]) },
    { file: 'pages-in-a-ring.pdf', bytes: pdfOf([CATALOGUE, ...ring]) },
    {
      file: 'form-in-itself.pdf',
      bytes: pdfOf([CATALOGUE, PAGES, page('/XObject << /X 5 0 R >>'), stream('/X Do'), form]),
    },
    { file: 'deep-array.pdf', bytes: onePage(stream(`${deep} TJ\n${TEXT}`)) },
    { file: 'deep-dictionary.pdf', bytes: onePage(stream(TEXT), deepDictionary) },
    { file: 'deep-trailer.pdf', bytes: pdfOf([CATALOGUE, PAGES, page(), stream(TEXT), FONT], `/X ${deep}`) },
    { file: 'length-of-itself.pdf', bytes: onePage('<< /Length 4 0 R >>\nstream\nBT ET\nendstream') },
    { file: 'table-before-itself.pdf', bytes: pdfOf([CATALOGUE, PAGES, page(), stream(TEXT), FONT], '/Prev 9') },
    { file: 'many-saves.pdf', bytes: onePage(stream('q '.repeat(2_000_000) + TEXT)) },
  ]
}

function lies(): HostileFile[] {
  const kids = (count: number): string => Array.from({ length: count }, () => '3 0 R').join(' ')
  const many = (count: number): Buffer =>
    pdfOf([CATALOGUE, `<< /Type /Pages /Kids [${kids(count)}] /Count ${count} >>`, page(), stream(TEXT), FONT])
  const brokenFont = stream(Buffer.from('not a font at all'.repeat(400)), '/Length1 6800')
  const descriptor = `<< /Type /FontDescriptor /FontName /Bad /Flags 4 /FontFile2 7 0 R /ItalicAngle 0 /Ascent 900
    /Descent -200 /CapHeight 700 /StemV 80 /FontBBox [0 0 1000 1000] >>`
  const badFont = `<< /Type /Font /Subtype /TrueType /BaseFont /Bad /FirstChar 0 /LastChar 255 /FontDescriptor 6 0 R >>`
  return [
    { file: 'ten-thousand-pages.pdf', bytes: many(10_000) },
    {
      file: 'two-thousand-million-pages.pdf',
      bytes: pdfOf([CATALOGUE, PAGES.replace('/Count 1', '/Count 2147483647'), page(), stream(TEXT), FONT]),
    },
    {
      file: 'minus-one-page.pdf',
      bytes: pdfOf([CATALOGUE, PAGES.replace('/Count 1', '/Count -1'), page(), stream(TEXT), FONT]),
    },
    { file: 'no-page.pdf', bytes: pdfOf([CATALOGUE, '<< /Type /Pages /Kids [] /Count 0 >>']) },
    { file: 'kids-are-numbers.pdf', bytes: pdfOf([CATALOGUE, '<< /Type /Pages /Kids [1 2 3] /Count 3 >>']) },
    {
      file: 'malformed-font.pdf',
      bytes: pdfOf([CATALOGUE, PAGES, page(), stream(TEXT), badFont, descriptor, brokenFont]),
    },
    {
      file: 'giant-page.pdf',
      bytes: pdfOf([CATALOGUE, PAGES, page().replace('612 792', '1e30 1e30'), stream(TEXT), FONT]),
    },
    {
      file: 'wrong-length.pdf',
      bytes: onePage(
        stream(TEXT)
          .toString('latin1')
          .replace(/Length \d+/, 'Length 999999999'),
      ),
    },
    { file: 'unknown-filter.pdf', bytes: onePage(stream(TEXT, '/Filter /NoSuchDecode')) },
  ]
}

function scripts(): HostileFile[] {
  const acting = (action: string): Buffer =>
    pdfOf([`<< /Type /Catalog /Pages 2 0 R /OpenAction << ${action} >> >>`, PAGES, page(), stream(TEXT), FONT])
  return [
    { file: 'script.pdf', bytes: acting('/S /JavaScript /JS (while \\(true\\) app.alert\\("calcinosis"\\);)') },
    { file: 'launch.pdf', bytes: acting('/S /Launch /F (/bin/sh)') },
    { file: 'fetch.pdf', bytes: acting('/S /URI /URI (http://127.0.0.1:9/)') },
  ]
}
