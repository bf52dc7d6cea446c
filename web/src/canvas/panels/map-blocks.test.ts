import type { Node } from '@xyflow/react'
import { expect, test } from 'vitest'
import { mapBlocks } from './map-blocks'

const node = (id: string, x: number, y: number, more: Partial<Node> = {}): Node => ({
  ...{ id, position: { x, y }, data: {}, initialWidth: 100, initialHeight: 50 },
  ...more,
})
const colourOf = (id: string) => (id.startsWith('wait') ? 'blue' : 'red')

test('steps of one kind are one path, and the box around all of them is told', () => {
  const { paths, around } = mapBlocks(
    [node('wait-1', 0, 0), node('mail', -40, 80), node('wait-2', 200, 300)],
    colourOf,
  )
  expect([...paths.keys()]).toEqual(['blue', 'red'])
  expect(paths.get('blue')).toBe('M0 0h100v50h-100zM200 300h100v50h-100z')
  expect(around).toEqual({ x: -40, y: 0, width: 340, height: 350 })
})

test('a step is as large as its card was drawn, and one that is put away is not there', () => {
  const drawn = node('mail', 0, 0, { measured: { width: 272, height: 97 } })
  const { paths, around } = mapBlocks([drawn, node('wait', 900, 900, { hidden: true })], colourOf)
  expect([...paths.values()]).toEqual(['M0 0h272v97h-272z'])
  expect(around).toEqual({ x: 0, y: 0, width: 272, height: 97 })
})

test('without a step there is nothing to be around', () => {
  expect(mapBlocks([], colourOf)).toEqual({ paths: new Map(), around: null })
})
