import { expect, test } from 'vitest'
import { homeViewport } from './home-viewport'

test('the top step stands at the top, in the middle of the window', () => {
  const positions = { second: { x: 900, y: 40 }, first: { x: 100, y: -200 } }
  expect(homeViewport(positions, 1000)).toEqual({ x: 500 - (100 + 136), y: 216, zoom: 1 })
})

test('of several at the top the middle of all is, below what stands out above the highest', () => {
  const positions = { a: { x: 0, y: 0 }, b: { x: 400, y: 0 } }
  const riseOf = (id: string) => (id === 'b' ? 34 : 0)
  expect(homeViewport(positions, 1000, riseOf)).toEqual({ x: 500 - 336, y: 50, zoom: 1 })
})

test('a drawing without steps has no place to begin at', () => {
  expect(homeViewport({}, 1000)).toBeNull()
})
