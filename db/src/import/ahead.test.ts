import { expect, test } from 'vitest'
import { ahead } from './ahead'

test('each item comes in its order, and a failure where its item would have come', async () => {
  async function* items() {
    yield 1
    yield 2
    throw new Error('torn')
  }
  const seen: number[] = []
  const reading = (async () => {
    for await (const item of ahead(items())) seen.push(item)
  })()
  await expect(reading).rejects.toThrow('torn')
  expect(seen).toEqual([1, 2])
})

test('whoever stops reading has the source closed', async () => {
  let isClosed = false
  async function* items() {
    try {
      for (let n = 0; ; n++) yield n
    } finally {
      isClosed = true
    }
  }
  for await (const item of ahead(items())) if (item === 3) break
  expect(isClosed).toBe(true)
})
