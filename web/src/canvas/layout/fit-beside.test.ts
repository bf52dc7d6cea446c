import { expect, test } from 'vitest'
import { fitBeside } from './fit-beside'
import type { Box } from './free-ground'

const room = { left: 50, top: 50, right: 850, bottom: 650 }
const card = (left: number, top: number) => ({ left, top, right: left + 270, bottom: top + 100 })
const problems = { left: 400, top: 500, right: 700, bottom: 634 }
const rules = { left: 66, top: 64, right: 288, bottom: 200 }

/** Where cards stand on the screen. */
function shown(cards: Box[], panels: Box[], largest = 1) {
  const view = fitBeside(cards, room, panels, largest)
  if (!view) throw new Error('no view')
  const { x, y, zoom } = view
  return cards.map((each) => ({
    left: each.left * zoom + x + room.left,
    right: each.right * zoom + x + room.left,
    top: each.top * zoom + y + room.top,
    bottom: each.bottom * zoom + y + room.top,
  }))
}

const overlap = (one: Box, other: Box) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom

test('everything is in sight, in the middle and no larger than asked', () => {
  const [only] = shown([card(0, 0)], [])
  expect(only).toEqual({ left: 315, right: 585, top: 300, bottom: 400 })
})

test('a long flow keeps clear of the panels over it, as large as that allows', () => {
  const cards = [0, 1, 2, 3, 4, 5].map((row) => card(0, row * 140))
  for (const place of shown(cards, [rules, problems])) {
    expect(overlap(place, rules)).toBe(false)
    expect(overlap(place, problems)).toBe(false)
    expect(place.left).toBeGreaterThanOrEqual(room.left)
    expect(place.bottom).toBeLessThanOrEqual(room.bottom)
  }
})

test('cards become no speck because of a panel that takes nearly all the canvas', () => {
  const sheet = { left: 150, top: 50, right: 850, bottom: 650 }
  const [first] = shown([card(0, 0), card(0, 200)], [sheet])
  expect((first?.right ?? 0) - (first?.left ?? 0)).toBeCloseTo(270)
})
