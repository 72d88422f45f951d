/** What must be refused, each with its status, and with nothing changed. */
import { describe, expect, it } from 'vitest'
import { startServer } from '../../pipeline/server/start-server.ts'
import { testApi } from './api.ts'
import { memoryPorts } from './memory-ports.ts'

const TOKEN = 'correct-horse-battery'
const PDF = { method: 'POST', body: '%PDF-1.7 x', headers: { 'content-type': 'application/pdf' } } as const

describe('other sites', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin on another port', { origin: 'http://127.0.0.1:9999' }],
    ['an opaque origin', { origin: 'null' }],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a browser that says same-site', { 'sec-fetch-site': 'same-site' }],
  ])('may not upload, decide or schedule: %s', async (_, headers) => {
    const { ask, post, ports } = testApi()
    const upload = await ask('/api/papers?file=x.pdf', { ...PDF, headers: { ...PDF.headers, ...headers } })
    const decision = await post(
      `/api/papers/${ports.paperId}/decisions`,
      { fact: 'fact-1', verdict: 'rejected' },
      headers,
    )
    const removal = await ask(`/api/papers/${ports.paperId}`, { method: 'DELETE', headers })
    expect([upload.status, decision.status, removal.status]).toEqual([403, 403, 403])
    expect(ports.changes).toEqual([])
  })

  it('may not post a form in the place of JSON', async () => {
    const { ask, ports } = testApi()
    const response = await ask(`/api/papers/${ports.paperId}/decisions`, {
      method: 'POST',
      body: '{"fact":"fact-1","verdict":"rejected"}',
      headers: { 'content-type': 'text/plain' },
    })
    expect(response.status).toBe(415)
    expect(ports.changes).toEqual([])
  })

  it('cannot read answers: no header opens them to others', async () => {
    const { ask } = testApi()
    const { headers } = await ask('/api/papers', { headers: { origin: 'https://evil.example' } })
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  it('cannot pretend to be this machine by its name', async () => {
    const { ask } = testApi()
    for (const host of [
      'evil.example',
      'evil.example:4646',
      '127.0.0.1.evil.example',
      'localhost.evil.example:80',
      '',
    ]) {
      expect((await ask('/api/papers', { headers: { host } })).status).toBe(403)
    }
    for (const host of ['localhost', 'localhost:80', '127.0.0.1:4646', '[::1]:4646']) {
      expect((await ask('/api/papers', { headers: { host } })).status).toBe(200)
    }
  })
})

describe('headers', () => {
  it('let nothing but own files run, on pages and answers alike', async () => {
    const { ask, ports } = testApi()
    for (const path of ['/', '/api/papers', `/papers/${ports.paperId}`]) {
      const { headers } = await ask(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval';/)
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  it('make the file itself a download, never a page of this site', async () => {
    const { ask, ports } = testApi()
    const { headers } = await ask(`/api/papers/${ports.paperId}/file`)
    expect(headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('uploads', () => {
  it('refuses what is too large, whatever length it claims', async () => {
    const { ask, ports } = testApi({ maxUploadBytes: 100 })
    const body = `%PDF-1.7 ${'x'.repeat(200)}`
    expect((await ask('/api/papers?file=x.pdf', { ...PDF, body })).status).toBe(413)
    const stream = new Blob([body]).stream()
    const chunked = { ...PDF, body: stream, duplex: 'half' } as RequestInit
    expect((await ask('/api/papers?file=x.pdf', chunked)).status).toBe(413)
    expect(ports.changes).toEqual([])
  })

  it('refuses other types and files that are not what they claim', async () => {
    const { ask, ports } = testApi()
    const types = ['text/html', 'image/svg+xml', 'application/zip', 'multipart/form-data; boundary=x', '']
    for (const type of types) {
      expect((await ask('/api/papers?file=x.pdf', { ...PDF, headers: { 'content-type': type } })).status).toBe(415)
    }
    expect((await ask('/api/papers?file=x.pdf', { ...PDF, body: '<html><script>' })).status).toBe(415)
    expect((await ask('/api/papers?file=x.pdf', { ...PDF, body: '' })).status).toBe(400)
    expect(ports.changes).toEqual([])
  })

  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['..\\..\\boot.ini', 'boot.ini.pdf'],
    ['/absolute/x.pdf', 'x.pdf'],
    ['a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie: x.pdf'],
    ['..', 'report.pdf'],
    ['evil.html', 'evil.html.pdf'],
  ])('keeps only a harmless name of %j', async (given, kept) => {
    const { ask, ports } = testApi()
    expect((await ask(`/api/papers?file=${encodeURIComponent(given)}`, PDF)).status).toBe(202)
    expect(ports.changes).toEqual([`add ${kept}`])
  })
})

describe('paths', () => {
  it.each([
    '/api/papers/..%2f..%2fetc%2fpasswd',
    '/api/papers/sha256:..%2F..%2F/file',
    `/api/papers/sha256:${'0'.repeat(63)}%00/file`,
    `/api/papers/${'a'.repeat(64)}/file`,
  ])('refuses %s before any store sees it', async (path) => {
    const { ask } = testApi()
    expect((await ask(path)).status).toBe(400)
  })

  it.each([
    '/..%2f..%2fpackage.json',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '//etc/passwd',
  ])('never gives a file from outside: %s', async (path) => {
    const { ask } = testApi()
    const text = await (await ask(path)).text()
    expect(text).not.toContain('"dependencies"')
    expect(text).not.toContain('root:')
  })
})

describe('Cypher', () => {
  it('is limited in rate and length', async () => {
    const { post } = testApi({ cypherRate: { questions: 2, perSeconds: 60 } })
    expect((await post('/api/cypher', { cypher: 'x'.repeat(20_000) })).status).toBe(400)
    expect((await post('/api/cypher', { cypher: 'RETURN 1 AS one' })).status).toBe(200)
    const third = await post('/api/cypher', { cypher: 'RETURN 1 AS one' })
    expect(third.status).toBe(429)
    expect((await third.json()) as object).toMatchObject({ error: 'too-many' })
  })

  it('takes no oversized request', async () => {
    const { post } = testApi()
    expect((await post('/api/cypher', { cypher: 'RETURN 1', parameters: { x: 'y'.repeat(400_000) } })).status).toBe(413)
  })
})

describe('token', () => {
  it('is needed for everything but the health probes', async () => {
    const { ask, ports } = testApi({ token: TOKEN })
    for (const path of ['/', '/api/papers', '/api/openapi.json', `/api/papers/${ports.paperId}/file`, '/api/events']) {
      expect((await ask(path)).status).toBe(401)
    }
    expect((await ask('/api/papers?file=x.pdf', PDF)).status).toBe(401)
    expect((await ask('/api/health')).status).toBe(200)
    expect(ports.changes).toEqual([])
  })

  it('opens as bearer, not if it is wrong by a letter', async () => {
    const { ask } = testApi({ token: TOKEN })
    const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
    expect((await ask('/api/papers', bearer(TOKEN))).status).toBe(200)
    expect((await ask('/api/papers', bearer(`${TOKEN}x`))).status).toBe(401)
    expect((await ask('/api/papers', bearer(TOKEN.slice(1)))).status).toBe(401)
  })

  it('becomes a cookie that scripts and other sites cannot use, and leaves the address', async () => {
    const { ask } = testApi({ token: TOKEN })
    const answer = await ask(`/question?exposure=x&token=${TOKEN}`)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/question?exposure=x')
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Strict/i)
    expect(cookie).not.toContain(TOKEN)
    const session = cookie.split(';')[0]!
    expect((await ask('/api/papers', { headers: { cookie: session } })).status).toBe(200)
    expect((await ask('/api/papers', { headers: { cookie: `${session}x` } })).status).toBe(401)
  })

  it('does not send people to another host', async () => {
    const { ask } = testApi({ token: TOKEN })
    const answer = await ask(`//evil.example/?token=${TOKEN}`)
    expect(answer.headers.get('location')).toBe('/evil.example/')
  })

  it('is asked for before listening beyond this machine', async () => {
    const ports = memoryPorts()
    await expect(startServer({ ports, host: '0.0.0.0', port: 0 })).rejects.toThrow(/token/)
    await expect(startServer({ ports, host: '::', port: 0 })).rejects.toThrow(/token/)
    await expect(startServer({ ports, port: 0, token: 'short' })).rejects.toThrow(/16/)
    const server = await startServer({ ports, host: '0.0.0.0', port: 0, token: TOKEN })
    const { port } = new URL(server.url)
    expect((await fetch(`http://127.0.0.1:${port}/api/papers`)).status).toBe(401)
    await server.close()
  })

  it('says which port is taken', async () => {
    const ports = memoryPorts()
    const server = await startServer({ ports, port: 0 })
    const { port } = new URL(server.url)
    await expect(startServer({ ports, port: Number(port) })).rejects.toThrow(`Port ${port}`)
    await server.close()
  })
})
