import { expect, test } from 'vitest'
import { mayEnter } from './may-enter'

const at = new Date('2026-03-20T10:00:00Z')
const before = (key: string, enteredAt: string, endedAt: string | null) => [
  { key, enteredAt: new Date(enteredAt), endedAt: endedAt ? new Date(endedAt) : null },
]
const closed = before('a', '2026-03-01T10:00:00Z', '2026-03-02T10:00:00Z')
const open = before('a', '2026-03-01T10:00:00Z', null)

test.each([
  ['once, never before', 'once', null, [], 'a', true],
  ['once, and has been', 'once', null, closed, 'b', false],
  ['per key, by another', 'per-key', null, open, 'b', true],
  ['per key, by the same', 'per-key', null, closed, 'a', false],
  ['again after enough time', 'after', 'P7D', closed, 'b', true],
  ['again, too early', 'after', 'P30D', closed, 'b', false],
  ['again, but still under way', 'after', 'P7D', open, 'b', false],
] as const)('%s', (_, mode, after, entries, key, expected) => {
  expect(mayEnter({ mode, after, atOnceAfter: [] }, entries, { key, at }, 'UTC')).toBe(expected)
})
