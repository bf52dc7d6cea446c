import { expect, test } from 'vitest'
import { aroundKept } from './around-kept'

const height = () => 96
const laidOut = {
  a: { x: 0, y: 0 },
  b: { x: 0, y: 128 },
  c: { x: 0, y: 256 },
  d: { x: 320, y: 256 },
}

test('without a step to keep it is what was laid out', () => {
  expect(aroundKept(laidOut, {}, height)).toEqual(laidOut)
})

test('a kept step stays, and nobody is moved who does not lie over it', () => {
  const kept = { b: { x: 640, y: 400 } }
  expect(aroundKept(laidOut, kept, height)).toEqual({ ...laidOut, ...kept })
})

test('whoever would lie over it goes under it, with all that is further down', () => {
  const placed = aroundKept(laidOut, { b: { x: 40, y: 240 } }, height)
  expect(placed).toEqual({
    a: { x: 0, y: 0 },
    b: { x: 40, y: 240 },
    c: { x: 0, y: 368 },
    d: { x: 320, y: 368 },
  })
})
