/** What the paper store must do on every kind of blob store. */
import { describe, expect, it } from 'vitest'
import { documentOfText } from '../../../corpus/read/read-text.ts'
import type { BlobStore } from '../../../corpus/store/blob-store.ts'
import { openPaperStore, type PaperStore, paperIdOf } from '../../../corpus/store/paper-store.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const NOW = new Date('2026-01-02T03:04:05Z')

export function paperStoreContract(name: string, open: () => Promise<BlobStore>, skip: string | null = null): void {
  describe.skipIf(skip !== null)(`paper store on ${name}${skip ? ` (skipped: ${skip})` : ''}`, () => {
    const store = async (): Promise<PaperStore<{ n: number }, string>> => openPaperStore(await open(), () => NOW)

    it('keeps a paper under the hash of its bytes, once, with its first name', async () => {
      const papers = await store()
      const bytes = encode('%PDF-1.4 one')
      const first = await papers.add(bytes, 'One Report.PDF')
      expect(first).toEqual({
        id: paperIdOf(bytes),
        file: 'One Report.PDF',
        bytes: 12,
        addedAt: NOW.toISOString(),
        isNew: true,
      })
      expect(await papers.add(bytes, 'copy.pdf')).toMatchObject({ file: 'One Report.PDF', isNew: false })
      expect(await papers.ids()).toContain(first.id)
      expect(Buffer.from((await papers.bytes(first.id))!).equals(bytes)).toBe(true)
      expect(await papers.localFile(first.id)).toEqual({
        path: expect.stringMatching(/report\.pdf$/),
        file: 'One Report.PDF',
      })
      await papers.close()
    })

    it('answers null for what it does not have', async () => {
      const papers = await store()
      const nobody = paperIdOf(encode('nobody'))
      expect(await papers.paper(nobody)).toBeNull()
      expect(await papers.bytes(nobody)).toBeNull()
      expect(await papers.localFile(nobody)).toBeNull()
      expect(await papers.document(nobody)).toBeNull()
      expect(await papers.extraction(nobody, '0123456789abcdef')).toBeNull()
      expect((await papers.state(nobody)).revision).toBe(0)
      expect(await papers.remove(nobody)).toBe(false)
      await papers.close()
    })

    it('refuses ids that are none', async () => {
      const papers = await store()
      await expect(papers.paper('../../etc/passwd')).rejects.toThrow(/no paper id/)
      await expect(papers.extraction(paperIdOf(encode('x')), '../x')).rejects.toThrow(/no key/)
      await papers.close()
    })

    it('keeps documents and extractions, and the same record under the same id', async () => {
      const papers = await store()
      const { id } = await papers.add(encode('two'), 'two.txt')
      const document = { ...documentOfText('Two.\n\nText.', 'two.txt'), id }
      await papers.putDocument(document)
      expect(await papers.document(id)).toEqual(document)
      const extraction = await papers.putExtraction(id, { n: 1 })
      expect(await papers.putExtraction(id, { n: 1 })).toBe(extraction)
      expect(await papers.putExtraction(id, { n: 2 })).not.toBe(extraction)
      expect(await papers.extraction(id, extraction)).toEqual({ n: 1 })
      await papers.close()
    })

    it('keeps every entry of the history when many write at once', async () => {
      const papers = await store()
      const { id } = await papers.add(encode('three'), 'three.txt')
      const decisions = Array.from({ length: 8 }, (_, index) => `decision ${index}`)
      await Promise.all(decisions.map((decision) => papers.append(id, { kind: 'decision', decision })))
      const log = await papers.log(id)
      expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      expect(log.map((entry) => (entry.kind === 'decision' ? entry.decision : '')).sort()).toEqual(decisions)
      const next = { kind: 'decision', decision: 'late' } as const
      const tries = await Promise.all([1, 2, 3].map(() => papers.appendAfter(id, 8, next)))
      expect(tries.filter(Boolean)).toHaveLength(1)
      expect(await papers.appendAfter(id, 7, next)).toBe(false)
      expect((await papers.state(id)).revision).toBe(9)
      expect(await papers.revision(id)).toBe(9)
      await papers.close()
    })

    it('goes on where an entry of the history was lost', async () => {
      const papers = await store()
      const { id } = await papers.add(encode('seven'), 'seven.txt')
      for (const decision of ['first', 'second']) await papers.append(id, { kind: 'decision', decision })
      const [first] = (await papers.blobs.list('papers/')).filter(
        (key) => key.includes(id.slice(7)) && key.endsWith('/log/000001.json'),
      )
      await papers.blobs.remove(first!)
      expect((await papers.append(id, { kind: 'decision', decision: 'third' })).seq).toBe(3)
      const { revision, decisions } = await papers.state(id)
      expect(decisions.map(({ decision }) => decision)).toEqual(['second', 'third'])
      expect(await papers.revision(id)).toBe(revision)
      expect(await papers.appendAfter(id, revision, { kind: 'decision', decision: 'fourth' })).toBe(true)
      await papers.close()
    })

    it('gives an identifier to the first paper only, until that one is removed', async () => {
      const papers = await store()
      const one = await papers.add(encode('four'), 'four.txt')
      const two = await papers.add(encode('five'), 'five.txt')
      const doi = `doi:10.1000/${one.id.slice(7, 20)}`
      expect(await papers.claimIdentifier(doi, one.id)).toBe(one.id)
      expect(await papers.claimIdentifier(doi, two.id)).toBe(one.id)
      expect(await papers.remove(one.id)).toBe(true)
      expect(await papers.ids()).not.toContain(one.id)
      expect(await papers.claimIdentifier(doi, two.id)).toBe(two.id)
      await papers.close()
    })

    it('takes a damaged document for one that is not there', async () => {
      const papers = await store()
      const { id } = await papers.add(encode('six'), 'six.txt')
      await papers.putDocument({ ...documentOfText('Six.', 'six.txt'), id })
      const [key] = (await papers.blobs.list('papers/')).filter(
        (each) => each.includes(id.slice(7)) && each.endsWith('document.json'),
      )
      await papers.blobs.write(key!, encode('{"schema": "docu'))
      expect(await papers.document(id)).toBeNull()
      await papers.close()
    })

    it('creates a blob for one of two writers', async () => {
      const blobs = await open()
      const won = await Promise.all(['a', 'b', 'c', 'd'].map((text) => blobs.create('papers/race.json', encode(text))))
      expect(won.filter(Boolean)).toHaveLength(1)
      expect(new TextDecoder().decode((await blobs.read('papers/race.json'))!)).toBe('abcd'[won.indexOf(true)])
      expect(await blobs.has('papers/race.json')).toBe(true)
      await blobs.remove('papers/race.json')
      expect(await blobs.has('papers/race.json')).toBe(false)
      await blobs.close()
    })
  })
}
