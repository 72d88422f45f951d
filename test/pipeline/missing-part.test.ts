import { describe, expect, it } from 'vitest'
import { missingPart } from '../../pipeline/missing-part.ts'

function thrownAt(stack: string, message: string, cause?: unknown): Error {
  const error = new Error(message, { cause })
  error.stack = `Error: ${message}\n    at Object.<anonymous> (${stack})`
  return error
}

describe('missingPart', () => {
  it('names the package whose native part is missing and how to mend it', () => {
    const error = thrownAt('/app/node_modules/@grafeo-db/js/index.js:726:19', 'Cannot find native binding.')
    expect(missingPart(error)).toMatch(
      /^The part of @grafeo-db\/js for this machine \(\w+-\w+\) is not installed; run `npm ci`/,
    )
  })

  it('looks into a list of causes', () => {
    const cause = [
      thrownAt('/app/node_modules/@napi-rs/canvas/js-binding.js:1:1', "Cannot find module './skia.linux-x64-gnu.node'"),
    ]
    expect(missingPart(new Error('Failed to load', { cause }))).toMatch(/@napi-rs\/canvas/)
  })

  it('names a package that was not installed at all', () => {
    expect(missingPart(new Error("Cannot find package 'commander' imported from /app/dist/pipeline/cli.js"))).toMatch(
      /commander/,
    )
  })

  it('says nothing of other errors', () => {
    expect(missingPart(new Error('The graph is damaged.'))).toBeNull()
    expect(missingPart('text')).toBeNull()
  })
})
