/**
 * Figures of the browser side: answers of the API with 1,000 papers, first paint, and scrolling through 20 pages with
 * 500 facts. Run: `npm run build && node dist/test/bench/web-bench.js [papers]`.
 */
import PDFDocument from 'pdfkit'
import { type Browser, chromium, type Page } from 'playwright-core'
import { enqueuePaper } from '../../pipeline/enqueue-paper.ts'
import type { ServerPorts } from '../../pipeline/server/ports.ts'
import type { Fact, PaperDetail } from '../../pipeline/server/schemas/papers.ts'
import { startServer } from '../../pipeline/server/start-server.ts'
import { findChromium } from '../web/chromium.ts'
import { memoryPorts } from '../web/memory-ports.ts'
import { type ServedInstallation, serveInstallation, until } from '../web/served-installation.ts'

const PAGES = 20
const FACTS_A_PAGE = 25
const ROUNDS = 60

async function run(papers: number): Promise<void> {
  const found = findChromium()
  const browser = 'path' in found ? await chromium.launch({ executablePath: found.path }) : null
  if ('skipped' in found) console.log(`without browser: ${found.skipped}`)
  const served = papers > 0 ? await serveInstallation() : null
  try {
    if (served) {
      await fill(served, papers)
      await measureApi(served)
      if (browser) await measureFirstPaint(browser, served.url)
    }
  } finally {
    await served?.close()
  }
  if (browser) await measureScrolling(browser)
  await browser?.close()
}

/** Plain-text reports that differ in a number, through the whole pipeline. */
async function fill(served: ServedInstallation, papers: number): Promise<void> {
  const startedAt = performance.now()
  for (let number = 0; number < papers; number++) {
    await enqueuePaper(served.installation, new TextEncoder().encode(reportText(number)), `report-${number}.txt`)
  }
  const done = async () => (await served.ask<{ counts: { done: number } }>('/papers?limit=1')).counts.done
  await until(async () => (await done()) >= papers)
  console.log(`${papers} papers through the pipeline in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}

function reportText(number: number): string {
  const age = 20 + (number % 60)
  const sign = number % 3 === 0 ? 'positive' : 'negative'
  return `Calcinosis of the elbow in a patient with systemic sclerosis, report ${number}

Case report

A ${age}-year-old woman with limited systemic sclerosis was seen in our clinic for hard nodules. Anti-centromere antibodies were ${sign}. Radiographs showed calcinosis of the left elbow of ${5 + (number % 90)} mm. Diltiazem 180 mg daily was given without improvement.
`
}

async function measureApi(served: ServedInstallation): Promise<void> {
  const { papers } = await served.ask<{ papers: { id: string }[] }>('/papers?limit=50')
  const addresses = {
    'list of papers': () => '/papers?limit=50',
    'search of papers': (round: number) => `/papers?limit=50&search=report%20${round}`,
    'one paper': (round: number) => `/papers/${papers[round % papers.length]!.id}`,
    status: () => '/status',
    jobs: () => '/jobs',
    menus: () => '/menus',
    association: () =>
      '/association?exposure=antibody%20%3D%20anti-centromere%20antibody&outcome=deposit.max_mm%20%3E%3D%2050',
    'body map': () => '/sites',
    'treatment matrix': () => '/matrix',
    'patients found': () => '/cases?search=woman',
  }
  for (const [name, address] of Object.entries(addresses)) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const startedAt = performance.now()
      await served.ask(address(round))
      times.push(performance.now() - startedAt)
    }
    times.sort((one, other) => one - other)
    console.log(`${name}: median ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms`)
  }
}

function at(sorted: readonly number[], share: number): string {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1)
}

async function measureFirstPaint(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage()
  const startedAt = performance.now()
  await page.goto(url)
  await page.locator('.paper-table a').first().waitFor()
  const listed = performance.now() - startedAt
  const paint = await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
  console.log(`first paint after ${Number(paint).toFixed(0)} ms, the list after ${listed.toFixed(0)} ms`)
  await page.close()
}

async function measureScrolling(browser: Browser): Promise<void> {
  const ports = await longPaper()
  const server = await startServer({ ports, port: 0 })
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 } })
  await page.addInitScript(`
    window.longTasks = []
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask', buffered: true })`)
  await page.goto(`${server.url}papers/${ports.paperId}`)
  await page.locator('.words span').first().waitFor()
  await page.waitForTimeout(1500)
  const opening = await longTasks(page)
  await page.evaluate('window.longTasks = []')
  await page.mouse.move(400, 400)
  let unpainted = 0
  for (let step = 0; step < 120; step++) {
    await page.mouse.wheel(0, 180)
    await page.waitForTimeout(40)
    unpainted += Number(await page.evaluate(MISSING_BOXES))
  }
  const scrolling = await longTasks(page)
  console.log(
    `20 pages, 500 facts: opening ${words(opening)}; scrolling through ${words(scrolling)}; boxes missing in sight ${unpainted}`,
  )
  await page.close()
  await server.close()
}

/** Pages in sight without their boxes. */
const MISSING_BOXES = `[...document.querySelectorAll('.sheet')].filter((sheet) => {
  const { top, bottom } = sheet.getBoundingClientRect()
  return bottom > 60 && top < innerHeight && !sheet.querySelector('.box')
}).length`

async function longTasks(page: Page): Promise<readonly number[]> {
  return (await page.evaluate('window.longTasks')) as number[]
}

function words(tasks: readonly number[]): string {
  const long = tasks.filter((duration) => duration > 100)
  return `${tasks.length} tasks over 50 ms, ${long.length} over 100 ms${tasks.length > 0 ? ` (longest ${Math.max(...tasks)} ms)` : ''}`
}

/** A PDF of 20 pages with 25 boxed lines on each. */
async function longPaper(): Promise<ServerPorts & { readonly paperId: string }> {
  const ports = memoryPorts()
  const bytes = await longPdf()
  const first = (await ports.papers.detail(ports.paperId))!
  return {
    ...ports,
    papers: {
      ...ports.papers,
      detail: async (): Promise<PaperDetail> => ({
        ...first,
        hasPages: true,
        pages: pages(),
        facts: facts(first.facts[0]!),
      }),
      file: async () => ({ bytes, file: 'long.pdf', contentType: 'application/pdf' }),
    },
  }
}

const [LEFT, TOP, LINE] = [72, 72, 26] as const
const KINDS = ['disease', 'antibody', 'deposit', 'treatment', 'finding'] as const

function pages(): PaperDetail['pages'] {
  return Array.from({ length: PAGES }, (_, index) => ({
    number: index + 1,
    width: 612,
    height: 792,
    source: 'text',
    confidence: null,
  }))
}

function facts(model: Fact): Fact[] {
  return Array.from({ length: PAGES * FACTS_A_PAGE }, (_, index) => {
    const page = Math.floor(index / FACTS_A_PAGE) + 1
    const box = { page, x: LEFT, y: TOP + (index % FACTS_A_PAGE) * LINE, width: 300, height: 14 }
    const evidence = [{ ...model.evidence[0]!, page, start: index * 100, end: index * 100 + 20, boxes: [box] }]
    return { ...model, id: `fact-${index}`, kind: KINDS[index % KINDS.length]!, label: `fact ${index}`, evidence }
  })
}

function longPdf(): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'LETTER', margin: 0, bufferPages: false })
  for (let page = 0; page < PAGES; page++) {
    if (page > 0) pdf.addPage()
    for (let line = 0; line < FACTS_A_PAGE; line++) {
      pdf
        .fontSize(11)
        .text(
          `Page ${page + 1}, line ${line + 1}: anti-centromere antibodies were positive in this patient.`,
          LEFT,
          TOP + line * LINE,
        )
    }
  }
  pdf.end()
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
  })
}

await run(Number(process.argv[2] ?? 1000))
