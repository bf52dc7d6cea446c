import { expect, test } from 'vitest'
import { keepAnswer } from './keep-answer'

/** A browser's store in which nothing new can be written, for a reason. */
function fullStore(reason: unknown, before: [string, unknown][] = []) {
  const kept = new Map(before)
  return {
    kept,
    put: () => Promise.reject(reason),
    delete: async (_: string, key: string) => void kept.delete(key),
  }
}

test('an answer there is no room for is not kept, and the one before it does not stand for it', async () => {
  const store = fullStore(new DOMException('full', 'QuotaExceededError'), [['flow', 'old']])
  await keepAnswer(store, 'flow', { name: 'new' })
  expect(store.kept.size).toBe(0)
})

test('a store that is being closed refuses in silence', async () => {
  const closing = new DOMException('closing', 'InvalidStateError')
  const store = { ...fullStore(closing), delete: () => Promise.reject(closing) }
  await expect(keepAnswer(store, 'flow', {})).resolves.toBeUndefined()
})

test('what is a fault of ours is told', async () => {
  await expect(keepAnswer(fullStore(new TypeError('ours')), 'flow', {})).rejects.toThrow('ours')
})
