import { flowSettings } from '@relance/core/graph/settings'
import { expect, test } from 'vitest'
import type { DraftContent } from '../document/draft-content'
import { largestBranch } from './largest-branch'

/** `a > b` leads from one step to another. */
function drawing(...paths: string[]): DraftContent {
  const edges = paths.map((path) => {
    const [from = '', to = ''] = path.split(' > ')
    return { from, exit: to, to }
  })
  const ids = new Set(edges.flatMap(({ from, to }) => [from, to]))
  return {
    nodes: Object.fromEntries(
      [...ids].map((id) => [id, { id, type: 'end', version: 1, config: {} }]),
    ),
    edges: Object.fromEntries(edges.map((edge) => [`${edge.from}:${edge.exit}`, edge])),
    ...{ positions: {}, settings: flowSettings.parse({}) },
  }
}

const chain = (name: string, length: number) =>
  Array.from({ length: length - 1 }, (_, n) => `${name}${n} > ${name}${n + 1}`)
const isTrigger = (id: string) => id === 'start'
const fork = ['start > ask', 'ask > a0', 'ask > b0']

test('the longest way that leads from where ways part is told, its first step first', () => {
  const branch = largestBranch(drawing(...fork, ...chain('a', 9), ...chain('b', 10)), isTrigger)
  expect(branch).toHaveLength(10)
  expect(branch[0]).toBe('b0')
})

test('a way that others lead to as well, or that is short, is no branch of its own', () => {
  const joined = drawing(...fork, ...chain('a', 9), ...chain('b', 3), 'b2 > a0')
  expect(largestBranch(joined, isTrigger)).toEqual([])
})

test('a way that is nearly all of the scenario is not one either', () => {
  expect(largestBranch(drawing(...fork, ...chain('a', 20)), isTrigger)).toEqual([])
})
