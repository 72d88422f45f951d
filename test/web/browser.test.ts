/** The browser side in a real browser over a real installation: upload, evidence, answers, review, keyboard. */
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import PDFDocument from 'pdfkit'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { packageFile } from '../../corpus/package-root.ts'
import { reextract } from '../../pipeline/reextract/reextract.ts'
import type { AnswerCard, Rows } from '../../pipeline/server/schemas/graph.ts'
import type { PaperDetail } from '../../pipeline/server/schemas/papers.ts'
import { findChromium } from './chromium.ts'
import { type ServedInstallation, serveInstallation, until } from './served-installation.ts'
import { wordsOnPage } from './words-on-page.ts'

const found = findChromium()
if ('skipped' in found) console.warn(`browser tests skipped: ${found.skipped}`)

const REPORTS = ['hand-series.pdf', 'two-women.pdf', 'thigh-man.pdf', 'parathyroid-adenoma.txt'] as const
const QUESTION = 'exposure=antibody%20%3D%20anti-Scl-70&outcome=deposit.max_mm%20%3E%3D%2050'

describe.skipIf('skipped' in found)('in the browser', () => {
  let served: ServedInstallation
  let browser: Browser
  let context: BrowserContext
  let page: Page
  /** What the page complained of: scripts that failed, rules of the security policy that were broken. */
  let complaints: string[]
  const papers = new Map<string, string>()

  beforeAll(async () => {
    served = await serveInstallation()
    browser = await chromium.launch({ executablePath: (found as { path: string }).path })
    for (const file of REPORTS) papers.set(file, await served.addReport(file))
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })
  beforeEach(async () => {
    complaints = []
    context = await browser.newContext({ viewport: { width: 1280, height: 820 } })
    page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on(
      'request',
      (request) => request.url().startsWith(served.url) || complaints.push(`foreign: ${request.url()}`),
    )
  })
  afterEach(async () => {
    await context.close()
    expect(served.errors).toEqual([])
  })

  const detailOf = (file: string) => served.ask<PaperDetail>(`/papers/${papers.get(file)}`)
  const open = (path: string) => page.goto(`${served.url}${path}`)

  it('takes a PDF and follows it into the graph; the second time it is known', async () => {
    await open('/')
    const choose = async () => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Choose files' }).click()
      await (await chooser).setFiles(packageFile('corpus/reports/gluteal-letter.pdf'))
    }
    await choose()
    await page.locator('.upload-row[data-state=done]').waitFor()
    await page.locator('.paper-table a', { hasText: 'buttocks' }).waitFor()
    await choose()
    await page.locator('.upload-row[data-state=known]').waitFor()
    await page.locator('.upload-row[data-state=known] a').click()
    await page.getByRole('heading', { level: 1, name: /buttocks/ }).waitFor()
    expect(complaints).toEqual([])
  })

  it('says why a paper failed, and tries again', async () => {
    const path = join(tmpdir(), `damaged-${process.pid}.pdf`)
    await writeFile(path, `%PDF-1.4\n${'damaged '.repeat(50)}`)
    await open('/')
    await page.locator('input[type=file]').setInputFiles(path)
    const row = page.locator('.upload-row[data-state=failed]')
    await row.waitFor()
    expect(await row.locator('.upload-message').textContent()).toMatch(/\w+ .*\w+/)
    const listed = page.locator('.failure-reason')
    await listed.waitFor()
    expect(await listed.textContent()).toContain((await row.locator('.upload-message').textContent()) ?? 'nothing')
    const retried = page.waitForResponse(/\/retry$/)
    await listed.getByRole('button', { name: 'Try again' }).click()
    expect((await retried).status()).toBe(204)
  })

  it('boxes every quote that stands on one line over its very words', async () => {
    const detail = await detailOf('thigh-man.pdf')
    await open(`/papers/${detail.paper.id}`)
    await page.locator('.words span').first().waitFor()
    let compared = 0
    for (const fact of detail.facts) {
      for (const [index, { page: number, text, boxes }] of fact.evidence.entries()) {
        const words = boxes.length === 1 ? await page.evaluate(wordsOnPage, { number, text }) : null
        if (words === null) continue
        const place = page.locator(`[data-page="${number}"] [data-fact="${fact.id}"][data-evidence="${index}"]`)
        const box = (await place.boundingBox())!
        expect(misfit(box, words), `${text} on page ${number}`).toBeNull()
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(4)
    expect(complaints).toEqual([])
  })

  it('leads both ways between the box and the fact', async () => {
    const { facts, paper } = await detailOf('thigh-man.pdf')
    const fact = facts.find(({ kind }) => kind === 'antibody')!
    await open(`/papers/${paper.id}`)
    const box = page.locator(`.box[data-fact="${fact.id}"]`).first()
    await box.dispatchEvent('pointerover')
    await page.locator(`.hinted[data-fact-row="${fact.id}"]`).waitFor()
    await box.dispatchEvent('click')
    const row = page.locator(`[data-fact-row="${fact.id}"]`)
    await row.locator('.quotes').waitFor()
    await page.locator('.fact-line').first().click()
    expect(await row.locator('.quotes').count()).toBe(0)
    await row.locator('.fact-line').click()
    await page.locator(`.box.chosen.at[data-fact="${fact.id}"]`).first().waitFor()
  })

  it('leads from a cell of the answer to the quote on its page', async () => {
    const card = await served.ask<AnswerCard>(`/association?${QUESTION}`)
    expect(card.table.a).toBeGreaterThan(0)
    const [member] = card.cells.a
    await open(`/question?${QUESTION}`)
    const cell = page.locator('.cell').first()
    expect(await cell.textContent()).toBe(String(card.table.a))
    await cell.click()
    expect(await page.locator('.member').count()).toBe(card.table.a)
    const quote = member!.exposure[0]!
    await page.locator('.member').first().getByRole('link', { name: quote.text }).first().click()
    await page.waitForURL(/\/papers\/sha256/)
    await page.locator('.box.chosen.at').first().waitFor()
    await page.locator('.quotes li.at', { hasText: quote.text }).waitFor()
    expect(complaints).toEqual([])
  })

  it('reopens an answer by its address, and hands it out as files', async () => {
    await open(`/question?${QUESTION}&strata=sex`)
    const shown = await page.locator('.answer-sentence').textContent()
    for (const [name, pattern] of [
      ['CSV', /^exposed,outcome,/],
      ['Markdown', /^# antibody = anti-Scl-70/],
      ['SVG', /^<svg [^>]*viewBox/],
    ] as const) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name, exact: true }).click()
      const stream = await (await download).createReadStream()
      expect(Buffer.concat(await stream.toArray()).toString()).toMatch(pattern)
    }
    await page.reload()
    expect(await page.locator('.answer-sentence').textContent()).toBe(shown)
  })

  it('takes a rejected fact out of the answer, and keeps it out when papers are extracted again', async () => {
    const before = await served.ask<AnswerCard>(`/association?${QUESTION}`)
    const { facts, paper } = await detailOf('thigh-man.pdf')
    const fact = facts.find(({ kind, label }) => kind === 'antibody' && label.includes('topoisomerase'))!
    expect(before.cells.a.map((member) => member.paper)).toContain(paper.id)
    await open(`/papers/${paper.id}?fact=${fact.id}`)
    await page.getByRole('button', { name: 'Reject' }).click()
    await page.locator(`[data-fact-row="${fact.id}"].rejected`).waitFor()
    const isGone = async () => (await served.ask<AnswerCard>(`/association?${QUESTION}`)).table.a === before.table.a - 1
    await until(isGone)
    await reextract(served.installation, { scope: [paper.id], answers: false })
    await until(async () => (await served.ask<PaperDetail>(`/papers/${paper.id}`)).paper.state === 'done')
    expect(await isGone()).toBe(true)
    await page.reload()
    await page.locator(`[data-fact-row="${fact.id}"].rejected`).waitFor()
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await until(async () => (await served.ask<AnswerCard>(`/association?${QUESTION}`)).table.a === before.table.a)
  })

  it('corrects a value within what the fact can hold', async () => {
    const { facts, paper } = await detailOf('two-women.pdf')
    const fact = facts.find(({ kind }) => kind === 'antibody')!
    const refused = await served.post(`/papers/${paper.id}/decisions`, {
      fact: fact.id,
      verdict: 'corrected',
      corrections: { result: 'marvellous' },
    })
    expect(refused.status).toBe(422)
    await open(`/papers/${paper.id}?fact=${fact.id}`)
    await page.getByRole('button', { name: 'Correct' }).click()
    await page.getByLabel('result').selectOption('equivocal')
    await page.getByRole('button', { name: 'Save the correction' }).click()
    const row = page.locator(`[data-fact-row="${fact.id}"]`)
    await row.locator('.decision.corrected').waitFor()
    expect(await row.locator('.fact-summary').textContent()).toContain('equivocal')
    await served.post(`/papers/${paper.id}/decisions`, { fact: fact.id, verdict: 'withdrawn' })
  })

  it('can be used by keyboard alone', async () => {
    await open('/')
    await page.locator('.paper-table a').first().waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
    const target = page.locator(`.paper-table a[href="/papers/${papers.get('two-women.pdf')}"]`)
    for (let tabs = 0; tabs < 60 && !(await isFocused(target)); tabs++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.locator('.fact-line').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.locator('.box.chosen.at').first().waitFor()
    await page.keyboard.press('a')
    await page.locator('.fact.open .decision.accepted').waitFor()
    await page.keyboard.press('c')
    await page.locator('.correction').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.correction').waitFor({ state: 'detached' })
    await page.keyboard.press('u')
    await page.locator('.fact.open .decision').waitFor({ state: 'detached' })
  })

  it('removes a paper with all that only it supported, after asking', async () => {
    const paper = await served.addReport('knee-sine.pdf')
    const cases = async () =>
      (await served.ask<{ paper: string }[]>('/cases')).filter((each) => each.paper === paper).length
    expect(await cases()).toBe(1)
    await open(`/papers/${paper}`)
    page.once('dialog', (dialog) => void dialog.dismiss())
    await page.getByRole('button', { name: 'Remove' }).click()
    expect(await cases()).toBe(1)
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('heading', { name: 'Papers' }).waitFor()
    expect(await cases()).toBe(0)
  })

  it('shows script in title and text of a PDF as the words they are', async () => {
    const path = join(tmpdir(), `script-${process.pid}.pdf`)
    await writeFile(path, await pdfWithScripts())
    await open('/')
    await page.locator('input[type=file]').setInputFiles(path)
    await page.locator('.upload-row[data-state=done] a').click()
    await page.locator('.words span').first().waitFor()
    expect(await page.locator('h1').textContent()).toContain('<img src=x onerror=')
    expect(await page.evaluate('window.owned')).toBeUndefined()
    expect(await page.locator('img[src="x"]').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('refuses hostile Cypher and leaves the graph as it was', async () => {
    const count = async () => (await rowsOf(served, 'MATCH (n) RETURN count(n) AS n'))[0]!.n
    const before = await count()
    const hostile = [
      'MATCH (n) DETACH DELETE n',
      'MATCH (c:Case) /* harmless */ SET c.age = 1 RETURN c',
      "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
      'CREATE (:Case {id: "x"})',
      "CALL apoc.load.json('http://127.0.0.1/') YIELD value RETURN value",
    ]
    for (const cypher of hostile) expect((await served.post('/cypher', { cypher })).status, cypher).toBe(403)
    expect(await count()).toBe(before)
    await open('/explore/cypher')
    await page.getByLabel(/Cypher, read-only/).fill('MATCH (n) DETACH DELETE n')
    await page.getByRole('button', { name: 'Ask' }).click()
    expect(await page.getByRole('alert').textContent()).toMatch(/refused/)
  })

  it('answers every example of the Cypher editor', async () => {
    const { CYPHER_EXAMPLES } = await import('../../web/explore/cypher-examples.ts')
    for (const { cypher, title } of CYPHER_EXAMPLES) {
      expect((await rowsOf(served, cypher)).length, title).toBeGreaterThan(0)
    }
  })

  it('has no serious fault of accessibility on any view, in light and in dark', async () => {
    const patient = (await served.ask<{ id: string }[]>('/cases'))[0]!.id
    const views: readonly (readonly [string, string])[] = [
      ['/', '.paper-table a'],
      [`/papers/${papers.get('hand-series.pdf')}`, '.words span'],
      [`/papers/${papers.get('parathyroid-adenoma.txt')}`, 'mark'],
      ['/question', '.examples a'],
      [`/question?${QUESTION}&strata=sex`, '.member'],
      ['/explore/body', '.region-bar'],
      ['/explore/treatments', '.matrix'],
      [`/explore/patient?case=${encodeURIComponent(patient)}`, '.graph-frame canvas'],
      ['/explore/queries', '.query-runner .rows'],
      ['/explore/cypher', '.rows'],
      ['/work/jobs', '.rows'],
      ['/work/schedules', '.new-schedule'],
      ['/work/extractions', '.extractions button'],
      ['/nowhere', '.nothing'],
    ]
    for (const [path, ready] of views) {
      await open(path)
      await page.locator(ready).first().waitFor()
      await page.evaluate(axe.source)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as axe.AxeResults
        const faults = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
        expect(faults, `${path} ${colorScheme}`).toEqual([])
      }
    }
    expect(complaints).toEqual([])
  })

  it('fits a phone: nothing is wider than the screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of [
      '/',
      `/papers/${papers.get('two-women.pdf')}`,
      `/question?${QUESTION}`,
      '/explore/body',
      '/explore/queries',
      '/work/jobs',
    ]) {
      await open(path)
      await page.waitForLoadState('networkidle').catch(() => {})
      const beyond = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      expect(beyond, path).toBe(0)
    }
  })
})

async function rowsOf(served: ServedInstallation, cypher: string): Promise<Rows['rows']> {
  const answer = await served.post('/cypher', { cypher })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as Rows).rows
}

async function isFocused(target: Locator): Promise<boolean> {
  return (await target.count()) === 1 && (await target.page().locator(':focus').count()) === 1
    ? target.evaluate((element, focused) => element === focused, await target.page().locator(':focus').elementHandle())
    : false
}

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How the box of a quote misses its words, or null. Within a run of words places are a proportional guess. */
function misfit(box: Area, words: Area): string | null {
  const [guess, most] = [5, 9]
  const left = words.x - box.x
  const right = box.x + box.width - (words.x + words.width)
  const middle = words.y + words.height / 2
  if (left < -guess || right < -guess) return `it leaves out ${Math.max(-left, -right).toFixed(1)} px`
  if (left > most || right > most) return `it goes ${Math.max(left, right).toFixed(1)} px too far`
  if (middle < box.y || middle > box.y + box.height) return 'it is on another line'
  return box.height > 1.6 * words.height ? 'it is as high as two lines' : null
}

const SCRIPT = '<img src=x onerror="window.owned=true"><script>window.owned=true</script>'

function pdfWithScripts(): Promise<Buffer> {
  const pdf = new PDFDocument({ info: { Title: `${SCRIPT} of a woman` } })
  pdf.fontSize(18).text(`${SCRIPT} A woman with calcinosis`)
  pdf
    .fontSize(11)
    .text(`A 51-year-old woman ${SCRIPT} with systemic sclerosis had calcinosis of the left elbow of 3 cm.`)
  pdf.end()
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
  })
}
