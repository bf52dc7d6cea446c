import { expect, test } from 'vitest'
import { isCovered, wayIntoSight } from './free-ground'

const canvas = { left: 50, top: 50, right: 850, bottom: 650 }
const card = (left: number, top: number) => ({ left, top, right: left + 270, bottom: top + 120 })
const rules = { left: 66, top: 64, right: 288, bottom: 300 }
const moved = (at: ReturnType<typeof card>, panels: (typeof rules)[]) => {
  const { x, y } = wayIntoSight(at, canvas, panels)
  return card(at.left + x, at.top + y)
}

test('a card in the open is left where it is, one at the rim or under a panel is not', () => {
  expect(isCovered(card(400, 300), canvas, [rules])).toBe(false)
  expect(isCovered(card(400, 560), canvas, [rules])).toBe(true)
  expect(isCovered(card(200, 200), canvas, [rules])).toBe(true)
})

test('a card moves to the middle of what can be seen', () => {
  expect(moved(card(100, 100), [rules])).toEqual(card(315, 290))
})

test('a sheet over the drawing leaves the middle beside it', () => {
  const sheet = { left: 510, top: 50, right: 850, bottom: 650 }
  const at = moved(card(500, 300), [sheet])
  expect(at).toEqual(card(145, 290))
  expect(isCovered(at, canvas, [sheet])).toBe(false)
})

test('where a panel lies in the middle, the card goes over or under it', () => {
  const panel = { left: 300, top: 280, right: 600, bottom: 480 }
  const at = moved(card(320, 300), [panel])
  expect(isCovered(at, canvas, [panel])).toBe(false)
})
