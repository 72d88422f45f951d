import { expect, it } from 'vitest'
import { type LogEntry, type NewLogEntry, stateOfLog } from '../../../corpus/store/paper-log.ts'

const log = (...entries: readonly NewLogEntry<string>[]): readonly LogEntry<string>[] =>
  entries.map((entry, index) => ({ seq: index + 1, at: '2026-01-01T00:00:00Z', ...entry }) as LogEntry<string>)
const extraction = (id: string, fingerprint: string) =>
  ({ kind: 'extraction', extraction: id, fingerprint, cause: 'ingest' }) as const
const failure = { kind: 'failure', step: 'read', code: 'damaged', message: 'cut off', fingerprint: 'r1' } as const

const cases: readonly [string, readonly LogEntry<string>[], object][] = [
  ['nothing yet', log(), { revision: 0, extraction: null, fingerprint: null, failure: null, known: null }],
  [
    'the newest extraction holds',
    log(extraction('a', 'f1'), extraction('b', 'f2')),
    { extraction: 'b', fingerprint: 'f2' },
  ],
  [
    'a rollback brings back the older one with its fingerprint',
    log(extraction('a', 'f1'), extraction('b', 'f2'), { kind: 'rollback', extraction: 'a' }),
    { revision: 3, extraction: 'a', fingerprint: 'f1' },
  ],
  ['a failure holds', log(failure), { failure: { code: 'damaged' }, extraction: null }],
  ['until an extraction succeeds', log(failure, extraction('a', 'f1')), { failure: null, extraction: 'a' }],
  [
    'a decision after a failure does not hide it',
    log(failure, { kind: 'decision', decision: 'd' }),
    { failure: { code: 'damaged' } },
  ],
  ['known as another', log({ kind: 'known', as: 'x', identifier: 'doi:1' }), { known: { as: 'x' } }],
]

it.each(cases)('%s', (_, entries, expected) => {
  expect(stateOfLog(entries)).toMatchObject(expected)
})
