import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openS3Blobs } from '../../../corpus/store/s3-blobs.ts'
import { type S3Server, startS3 } from '../../services/s3.ts'
import { paperStoreContract } from './paper-store.contract.ts'

let server: S3Server

beforeAll(async () => {
  server = await startS3()
  for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await server.stop()
})

paperStoreContract('an S3-compatible store', () => openS3Blobs({ bucket: server.bucket, prefix: 'some/calcigraph' }))

describe('an S3-compatible store', () => {
  it('lists beyond one page of keys', async () => {
    const keys = Array.from({ length: 11 }, (_, index) => `papers/${String(index).padStart(5, '0')}.json`)
    // s3rver fails on lists that are cut off, so this one test has a list of its own
    const pages = createServer((request, response) => {
      const query = new URL(request.url ?? '/', 'http://s3').searchParams
      if (request.method === 'PUT') return response.writeHead(request.headers['if-none-match'] ? 412 : 200).end()
      if (request.method !== 'GET') return response.end()
      const rest = keys.map((key) => `many/${key}`).filter((key) => key > (query.get('start-after') ?? ''))
      const page = rest.slice(0, Number(query.get('max-keys')))
      const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')
      const isTruncated = `<IsTruncated>${page.length < rest.length}</IsTruncated>`
      return response.end(`<ListBucketResult>${isTruncated}${contents}</ListBucketResult>`)
    })
    pages.listen(0, '127.0.0.1')
    await once(pages, 'listening')
    vi.stubEnv('AWS_ENDPOINT_URL_S3', `http://127.0.0.1:${(pages.address() as { port: number }).port}`)
    const blobs = await openS3Blobs({ bucket: 'any', prefix: 'many' }, 4)
    expect(await blobs.list('papers/')).toEqual(keys)
    await blobs.close()
    vi.stubEnv('AWS_ENDPOINT_URL_S3', server.endpoint)
    pages.closeAllConnections()
    pages.close()
  })

  it('is refused in one sentence where the bucket is not there', async () => {
    await expect(openS3Blobs({ bucket: 'nowhere', prefix: '' })).rejects.toThrow(/s3:\/\/nowhere does not answer/)
  })

  it('is refused where two writers could undo each other', async () => {
    const careless = await startS3({ conditional: false })
    vi.stubEnv('AWS_ENDPOINT_URL_S3', careless.endpoint)
    await expect(openS3Blobs({ bucket: careless.bucket, prefix: '' })).rejects.toThrow(/If-None-Match/)
    vi.stubEnv('AWS_ENDPOINT_URL_S3', server.endpoint)
    await careless.stop()
  })
})
