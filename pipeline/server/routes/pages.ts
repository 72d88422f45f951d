/** The browser side: its files, and its one page for every other address (the page itself finds the view). */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Asset } from '../assets.ts'
import { notFound } from '../problems.ts'

export function pageRoutes(router: OpenAPIHono, assets: ReadonlyMap<string, Asset>): void {
  router.get('*', (context) => {
    const path = context.req.path
    if (path.startsWith('/api/')) throw notFound('No such address in the API; /api/openapi.json lists them.')
    const asset = assets.get(path)
    if (asset) return assetAnswer(context, asset)
    if (/\.\w+$/.test(path)) throw notFound('No such file.')
    const page = assets.get('/index.html')
    if (!page) throw notFound('The browser side is not built; run "npm run build". The API answers under /api.')
    return assetAnswer(context, page)
  })
}

function assetAnswer(context: Context, asset: Asset): Response {
  const cache = asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache'
  if (context.req.header('if-none-match') === asset.etag) {
    return context.body(null, 304, { etag: asset.etag, 'cache-control': cache })
  }
  const isZipped = asset.zipped !== null && /\bgzip\b/.test(context.req.header('accept-encoding') ?? '')
  return context.body(new Uint8Array(isZipped ? asset.zipped! : asset.bytes), 200, {
    'content-type': asset.contentType,
    'cache-control': cache,
    etag: asset.etag,
    vary: 'accept-encoding',
    ...(isZipped ? { 'content-encoding': 'gzip' } : {}),
  })
}
