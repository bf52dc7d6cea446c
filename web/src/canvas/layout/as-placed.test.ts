import type { Node } from '@xyflow/react'
import { expect, test } from 'vitest'
import { asPlaced } from './as-placed'

test('a card that was moved and is not drawn anew yet stands where it was put', () => {
  const node = (id: string, x: number): Node => ({ id, position: { x, y: 0 }, data: {} })
  const placed = asPlaced([node('start', 40), node('gone', 80)], { start: { x: 0, y: 120 } })
  expect(placed.map(({ position }) => position)).toEqual([
    { x: 0, y: 120 },
    { x: 80, y: 0 },
  ])
})
