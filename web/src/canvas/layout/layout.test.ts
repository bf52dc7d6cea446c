import { expect, test } from 'vitest'
import { edgePath } from './edge-path'
import { nearestEdge } from './nearest-edge'
import { tidyGraph } from './tidy-graph'

const step = (id: string, exits: string[] = ['done']) => ({ id, height: 97, exits })

test('a chain is laid out downward in one column', () => {
  const placed = tidyGraph({
    steps: [step('a'), step('b'), step('c')],
    edges: [
      { from: 'a', exit: 'done', to: 'b' },
      { from: 'b', exit: 'done', to: 'c' },
    ],
  })
  expect(placed.a?.x).toBe(placed.c?.x)
  expect(placed.b?.y).toBeGreaterThan(placed.a?.y ?? 0)
})

test('branches stand side by side in the order of their exits', () => {
  const edges = [
    { from: 'a', exit: 'no', to: 'n' },
    { from: 'a', exit: 'yes', to: 'y' },
  ]
  const placed = tidyGraph({
    steps: [step('a', ['yes', 'no']), step('n', []), step('y', [])],
    edges,
  })
  expect(placed.y?.x).toBeLessThan(placed.n?.x ?? 0)
  expect(placed.y?.y).toBe(placed.n?.y)
})

test('a path that goes up runs on the right of both cards', () => {
  const shape = edgePath({ sourceX: 100, sourceY: 400, targetX: 100, targetY: 0 }, 'start')
  expect(shape.goesBack).toBe(true)
  expect(shape.middle.x).toBeGreaterThan(100 + 136)
})

test('a straight path has its plus in the middle', () => {
  expect(edgePath({ sourceX: 5, sourceY: 0, targetX: 5, targetY: 40 }, 'start').middle).toEqual({
    x: 5,
    y: 20,
  })
})

test('a drop within 48 pixels finds the nearest edge, one farther finds none', () => {
  const runs = [
    {
      key: 'a:done',
      points: [
        { x: 0, y: 0 },
        { x: 0, y: 100 },
      ],
    },
    {
      key: 'b:done',
      points: [
        { x: 60, y: 0 },
        { x: 60, y: 100 },
      ],
    },
  ]
  expect(nearestEdge({ x: 40, y: 50 }, runs)).toBe('b:done')
  expect(nearestEdge({ x: 200, y: 50 }, runs)).toBeNull()
})
