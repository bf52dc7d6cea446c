import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixtureDefinitions } from '../testing/fixture-definitions'
import { soundFlow } from '../testing/random-flow'
import { flowOrder } from './flow-order'
import { edgesByNode, walkInDepth } from './walk-graph'

const edge = (from: string, to: string) => ({ from, exit: 'done', to })

test('in the order of a flow each step stands after all that lead to it', () => {
  fc.assert(
    fc.property(soundFlow, ({ graph }) => {
      const order = flowOrder(graph, fixtureDefinitions)
      expect(order.toSorted()).toEqual(graph.nodes.map(({ id }) => id).toSorted())
      for (const { from, to } of graph.edges)
        expect(order.indexOf(from)).toBeLessThan(order.indexOf(to))
    }),
  )
})

test('the edge that closes a loop is the backward one', () => {
  const next = edgesByNode([edge('a', 'b'), edge('b', 'c'), edge('c', 'a')])
  expect(walkInDepth(['a'], next).backward).toEqual([edge('c', 'a')])
  expect(walkInDepth(['a'], edgesByNode([edge('a', 'a')])).backward).toEqual([edge('a', 'a')])
})

test('a path of 100,000 steps is walked without running out of stack', () => {
  const edges = Array.from({ length: 100_000 }, (_, at) => edge(`n${at}`, `n${at + 1}`))
  expect(walkInDepth(['n0'], edgesByNode(edges)).order).toHaveLength(100_001)
})
