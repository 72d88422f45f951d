/** The system's browser for end-to-end tests; nothing is downloaded. */
import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The path of the browser, or why there is none. Under CI its absence is a failure. */
export function findChromium(): { readonly path: string } | { readonly skipped: string } {
  const named = process.env.CHROMIUM
  const path = named ?? PLACES.find((place) => existsSync(place))
  if (path !== undefined && existsSync(path)) return { path }
  const skipped = `no browser at ${named ?? PLACES.join(', ')}; install chromium or set CHROMIUM`
  if (process.env.CI === 'true') throw new Error(skipped)
  return { skipped }
}
