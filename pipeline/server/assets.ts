/** The built browser side, held in memory: only what was there at the start can be asked for, so no path leads out. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface Asset {
  readonly bytes: Uint8Array
  readonly zipped: Uint8Array | null
  readonly contentType: string
  readonly etag: string
  /** Its name carries a hash of its content. */
  readonly immutable: boolean
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}
const ALREADY_SMALL: ReadonlySet<string> = new Set(['.woff2', '.bcmap', '.pfb', '.icc'])

/** By URL path, e.g. `/assets/app-1a2b.js`. Empty where the browser side was not built. */
export function loadAssets(folder: string): ReadonlyMap<string, Asset> {
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [`/${relative(folder, path).split(sep).join('/')}`, assetOf(path)] as const
    }),
  )
}

function assetOf(path: string): Asset {
  const bytes = readFileSync(path)
  const ending = extname(path)
  return {
    bytes,
    zipped: ALREADY_SMALL.has(ending) || bytes.length < 1024 ? null : gzipSync(bytes, { level: 5 }),
    contentType: CONTENT_TYPES[ending] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    immutable: /-[\w-]{8}\.\w+$/.test(path),
  }
}
