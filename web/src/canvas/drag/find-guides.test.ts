import { expect, test } from 'vitest'
import { findGuides } from './find-guides'

test('a step under another one stands in its column', () => {
  expect(findGuides({ x: 0, y: 200 }, [{ x: 0, y: 0 }])).toEqual([
    { along: 'column', at: 0, from: 0, to: 200 },
  ])
})

test('of a column and a row, the nearest other step is told', () => {
  const others = [
    { x: 0, y: -400 },
    { x: 0, y: 80 },
    { x: 640, y: 0 },
    { x: 320, y: 0 },
    { x: 8, y: 8 },
  ]
  expect(findGuides({ x: 0, y: 0 }, others)).toEqual([
    { along: 'column', at: 0, from: 0, to: 80 },
    { along: 'row', at: 0, from: 0, to: 320 },
  ])
})

test('beside everything there is none, nor to what is far away', () => {
  expect(
    findGuides({ x: 8, y: 8 }, [
      { x: 0, y: 0 },
      { x: 8, y: 9_000 },
    ]),
  ).toEqual([])
})
