import { expect, test } from 'vitest'
import { flowWidth, heatOf, liveScale } from './live-scale'

const node = (waiting: number, exits: Record<string, number>) => ({
  ...{ entered: 0, held: 0, heldBy: {}, passed: 0, left: 0, converted: 0, attention: 0 },
  ...{ waiting, exits, retrying: null },
})

test('the busiest path is six pixels wide, one nobody took is one; the fullest wait is the warmest', () => {
  const stats = {
    nodes: { a: node(612, { done: 3406 }), b: node(22, { yes: 868, no: 1933 }) },
    ...{ inside: 0, entered: 0, converted: 0 },
  }
  const scale = liveScale(stats)
  expect(flowWidth(3406, scale)).toBe(6)
  expect(flowWidth(1703, scale)).toBe(3.5)
  expect(flowWidth(0, scale)).toBe(1)
  expect(heatOf(612, scale)).toBe(1)
  expect(heatOf(0, scale)).toBe(0)
})

test('where nobody has been yet, nothing is wide or warm', () => {
  const scale = liveScale({ nodes: {}, inside: 0, entered: 0, converted: 0 })
  expect([flowWidth(0, scale), heatOf(0, scale)]).toEqual([1, 0])
})
