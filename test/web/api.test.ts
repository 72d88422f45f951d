/** The API over ports in memory: shapes, refusals, and the document that describes them. */
import { describe, expect, it } from 'vitest'
import { testApi } from './api.ts'

const json = async (response: Response) => (await response.json()) as Record<string, unknown>

describe('papers', () => {
  it('lists them with counts by state, and finds by words of the title', async () => {
    const { ask } = testApi()
    const all = await json(await ask('/api/papers'))
    expect(all).toMatchObject({ total: 2, counts: { done: 1, failed: 1, queued: 0, active: 0 } })
    const found = await json(await ask('/api/papers?search=calcinosis%20woman'))
    expect(found).toMatchObject({ total: 1, papers: [{ file: 'first.pdf' }] })
    const none = await json(await ask('/api/papers?search=unicorn'))
    expect(none).toMatchObject({ total: 0, papers: [] })
  })

  it('gives a page of the list, and its whole length', async () => {
    const { ask } = testApi()
    const second = await json(await ask('/api/papers?sort=title&offset=1&limit=1'))
    expect(second).toMatchObject({ total: 2, papers: [{ file: 'broken.pdf' }] })
  })

  it('says in one sentence what is wrong with a request', async () => {
    const { ask } = testApi()
    const response = await ask('/api/papers?limit=100000')
    expect(response.status).toBe(400)
    expect(await json(response)).toMatchObject({ error: 'invalid-request', message: expect.stringContaining('limit') })
  })

  it('tells an unknown paper from a name that is none', async () => {
    const { ask } = testApi()
    expect((await ask(`/api/papers/sha256:${'0'.repeat(64)}`)).status).toBe(404)
    expect((await ask('/api/papers/report.pdf')).status).toBe(400)
  })

  it('takes a PDF once and knows it the second time', async () => {
    const { ask, ports } = testApi()
    const upload = () =>
      ask('/api/papers?file=new.pdf', {
        method: 'POST',
        body: '%PDF-1.7 x',
        headers: { 'content-type': 'application/pdf' },
      })
    const first = await upload()
    expect(first.status).toBe(202)
    expect(await json(first)).toMatchObject({ outcome: 'queued', knownAs: null })
    expect(await json(await upload())).toMatchObject({ outcome: 'known', knownAs: 'already known as new.pdf' })
    expect(ports.changes).toEqual(['add new.pdf'])
  })

  it('retries a failed paper only', async () => {
    const { ask, post, ports } = testApi()
    const { papers } = (await json(await ask('/api/papers?state=failed'))) as { papers: { id: string }[] }
    expect((await post(`/api/papers/${papers[0]!.id}/retry`, {})).status).toBe(204)
    expect((await post(`/api/papers/${ports.paperId}/retry`, {})).status).toBe(404)
  })

  it('keeps a decision and takes it back', async () => {
    const { ask, post, ports } = testApi()
    const address = `/api/papers/${ports.paperId}/decisions`
    const decided = await post(address, { fact: 'fact-1', verdict: 'corrected', corrections: { result: 'negative' } })
    expect(await json(decided)).toMatchObject({
      decision: { verdict: 'corrected', corrections: { result: 'negative' } },
    })
    expect(await json(await ask(`/api/papers/${ports.paperId}`))).toMatchObject({
      facts: [{ decision: { verdict: 'corrected' } }],
    })
    expect(await json(await post(address, { fact: 'fact-1', verdict: 'withdrawn' }))).toEqual({ decision: null })
    expect((await post(address, { fact: 'no-such', verdict: 'accepted' })).status).toBe(404)
    expect((await post(address, { fact: 'fact-1', verdict: 'loved' })).status).toBe(400)
  })

  it('gives the file under a safe name', async () => {
    const { ask, ports } = testApi()
    const response = await ask(`/api/papers/${ports.paperId}/file`)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''a%20%22quoted%22%20n%C3%A4me.pdf",
    )
  })
})

describe('operation', () => {
  it('is alive even where it is not ready, and says why not', async () => {
    const { ask } = testApi()
    expect((await ask('/api/health')).status).toBe(200)
    const ready = await ask('/api/ready')
    expect(ready.status).toBe(503)
    expect(await json(ready)).toEqual({ ready: false, problems: ['The graph is down.'] })
  })

  it('asks for a pattern or an interval, not both or neither', async () => {
    const { post, ports } = testApi()
    const schedule = { id: 'nightly', task: 're-extract outdated' }
    expect((await post('/api/schedules', schedule)).status).toBe(400)
    expect((await post('/api/schedules', { ...schedule, pattern: '0 3 * * *', everyMs: 60_000 })).status).toBe(400)
    expect((await post('/api/schedules', { ...schedule, pattern: '0 3 * * *' })).status).toBe(204)
    expect(ports.changes).toEqual(['schedule nightly'])
  })

  it('hides the cause of a failure from the answer, not from the log', async () => {
    const { ask, errors } = testApi()
    const response = await ask('/api/extractions/preview')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(errors).toHaveLength(1)
  })

  it('streams what happens', async () => {
    const { ask, ports } = testApi()
    const reader = (await ask('/api/events')).body!.pipeThrough(new TextDecoderStream()).getReader()
    let heard = (await reader.read()).value ?? ''
    ports.say({ type: 'paper', paper: ports.paperId, job: null, state: 'done', progress: 1, message: null })
    while (!heard.includes('"done"')) heard += (await reader.read()).value ?? ''
    expect(heard).toMatch(/event: hello[\s\S]*event: change/)
    await reader.cancel()
  })
})

describe('description', () => {
  it('is OpenAPI and names every route of the API', async () => {
    const { ask } = testApi()
    const description = (await json(await ask('/api/openapi.json'))) as {
      openapi: string
      paths: Record<string, object>
    }
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining([
        '/papers',
        '/papers/{id}',
        '/papers/{id}/decisions',
        '/association',
        '/cypher',
        '/queries/{name}',
        '/jobs/{id}/retry',
        '/schedules/{id}/run',
        '/extractions/{id}',
      ]),
    )
    expect(Object.keys(description.paths['/papers']!)).toEqual(['get', 'post'])
  })

  it('answers unknown addresses of the API in JSON, others with the page', async () => {
    const { ask } = testApi()
    expect((await ask('/api/nothing')).status).toBe(404)
    expect((await ask('/question?exposure=x')).headers.get('content-type')).toContain('text/html')
    expect((await ask('/assets/none.js')).status).toBe(404)
  })
})
