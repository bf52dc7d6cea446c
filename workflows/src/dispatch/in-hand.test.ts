import { expect, test } from 'vitest'
import { InHand } from './in-hand'

const never = new Promise<void>(() => undefined)

test('what hangs takes its own place only: the others make room as they are let go', async () => {
  const inHand = new InHand(3)
  expect(await inHand.room('shop', 3)).toBe(3)
  let letGo: (id: string) => void = () => undefined
  inHand.carry('shop', ['a', 'b', 'hangs'], (free) => {
    letGo = free
    return never
  })
  const room = inHand.room('shop', 2)
  letGo('a')
  letGo('b')
  expect(await room).toBe(2)
  expect(inHand.all()).toEqual(['hangs'])
  expect(await inHand.room('another shop', 3)).toBe(3)
})

test('a failure is thrown at the next look and frees all that it had in hand', async () => {
  const inHand = new InHand(2)
  inHand.carry('shop', ['a', 'b'], async () => {
    throw new Error('away')
  })
  await expect(inHand.room('shop', 1)).rejects.toThrow('away')
  await inHand.empty()
  expect(await inHand.room('shop', 2)).toBe(2)
})
