/**
 * Who may ask, and what the answer may do in a browser. The server trusts loopback by its Host header, everybody else
 * by the token; a page of another site can neither read an answer nor cause a change.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'
import { ServerProblem } from './ports.ts'

const SESSION_COOKIE = 'calcigraph_session'
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Asked by probes that carry no token; they say nothing about papers. */
const OPEN_PATHS: ReadonlySet<string> = new Set(['/api/health', '/api/ready'])

/** Nothing but this server's own files runs, styles or is fetched; `wasm-unsafe-eval` lets pdf.js decode JPEG 2000. */
export const safeHeaders = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
  })

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Refuses a name that only pretends to be this machine (DNS rebinding). */
export function hostGuard(): MiddlewareHandler {
  return async (context, next) => {
    if (!isLoopback(hostName(context))) {
      throw new ServerProblem(
        403,
        'foreign-host',
        'This server answers on localhost only; open it as http://127.0.0.1 or http://localhost.',
      )
    }
    await next()
  }
}

function hostName(context: Context): string {
  return (context.req.header('host') ?? '').replace(/:\d+$/, '')
}

/** Refuses changes that a page of another site asks for: browsers always say where such a request comes from. */
export function sameSiteGuard(): MiddlewareHandler {
  return async (context, next) => {
    if (!SAFE_METHODS.has(context.req.method) && isForeign(context)) {
      throw new ServerProblem(403, 'cross-site', 'A page of another site may not change anything here.')
    }
    await next()
  }
}

function isForeign(context: Context): boolean {
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const origin = context.req.header('origin')
  return origin !== undefined && hostOf(origin) !== context.req.header('host')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** Asks for the token, as bearer or as the session cookie that the link `/?token=...` leaves behind. */
export function tokenGuard(token: string): MiddlewareHandler {
  return async (context, next) => {
    if (OPEN_PATHS.has(context.req.path)) return next()
    const offered = context.req.query('token')
    if (context.req.method === 'GET' && offered !== undefined && isSame(offered, token))
      return openSession(context, token)
    const bearer = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
    const session = getCookie(context, SESSION_COOKIE)
    const known =
      (bearer !== undefined && isSame(bearer, token)) || (session !== undefined && isSame(session, sessionOf(token)))
    if (known) return next()
    throw new ServerProblem(
      401,
      'token-missing',
      'This server asks for its token: open the link that "calcigraph serve" printed, or send it as "Authorization: Bearer ...".',
    )
  }
}

function openSession(context: Context, token: string): Response {
  setCookie(context, SESSION_COOKIE, sessionOf(token), { httpOnly: true, sameSite: 'Strict', path: '/' })
  const url = new URL(context.req.url)
  url.searchParams.delete('token')
  // a path of two slashes would be read as another host
  return context.redirect(`${url.pathname.replace(/^\/+/, '/')}${url.search}`, 303)
}

/** The cookie is not the token, so that a copied cookie store does not open the API for other programs. */
function sessionOf(token: string): string {
  return createHash('sha256').update(`session:${token}`).digest('base64url')
}

function isSame(offered: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(offered), digest(expected))
}
