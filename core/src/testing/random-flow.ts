import fc from 'fast-check'
import type { Draft } from '../graph/draft'
import type { GraphEdge, GraphNode } from '../graph/graph'
import { flowSettings } from '../graph/settings'

const exitsOf: Readonly<Record<string, readonly string[]>> = {
  start: ['entered'],
  step: ['done'],
  pause: ['done'],
  fork: ['a', 'b'],
  stop: [],
}

/** A draft of these nodes and edges, with nothing else said. */
export const draftWith = (nodes: GraphNode[], edges: GraphEdge[]): Draft => ({
  flowId: '01980000-0000-7000-8000-00000000000f',
  revision: 0,
  graph: { nodes, edges },
  positions: {},
  settings: flowSettings.parse({ goal: 'none' }),
})

export const nodeOf = (id: string, type: string): GraphNode => ({
  id,
  type,
  version: 1,
  config: {},
})

/**
 * Any flow without a fault: a start, then steps that each hang on an exit of an earlier one, open exits
 * joined to later steps or to an end. Several exits may lead to one step; nothing leads back.
 */
export const soundFlow: fc.Arbitrary<Draft> = fc
  .array(fc.tuple(fc.constantFrom('step', 'pause', 'fork'), fc.nat(), fc.nat()), { maxLength: 40 })
  .map((steps) => {
    const nodes = [nodeOf('start', 'start')]
    const edges: GraphEdge[] = []
    const open: { from: string; exit: string; at: number }[] = [
      { from: 'start', exit: 'entered', at: 0 },
    ]
    steps.forEach(([type, pick], index) => {
      const id = `n${index}`
      const [taken] = open.splice(pick % open.length, 1)
      if (taken) edges.push({ from: taken.from, exit: taken.exit, to: id })
      nodes.push(nodeOf(id, type))
      for (const exit of exitsOf[type] ?? []) open.push({ from: id, exit, at: index + 1 })
    })
    nodes.push(nodeOf('stop', 'stop'))
    open.forEach(({ from, exit, at }, index) => {
      const later = nodes.slice(at + 1)
      const seed = steps[index % Math.max(1, steps.length)]?.[2] ?? 0
      const to = later[seed % later.length]?.id ?? 'stop'
      edges.push({ from, exit, to })
    })
    if (!edges.some(({ to }) => to === 'stop')) return draftWith(nodes.slice(0, -1), edges)
    return draftWith(nodes, edges)
  })

/** Anything a hand or a script might send: unknown types, edges from and to anywhere, ids twice. */
export const anyFlow: fc.Arbitrary<Draft> = fc
  .record({
    types: fc.array(
      fc.constantFrom('start', 'step', 'pause', 'fork', 'stop', 'constructor', 'odd'),
      { maxLength: 12 },
    ),
    ids: fc.array(fc.nat(11), { minLength: 12, maxLength: 12 }),
    edges: fc.array(
      fc.record({
        from: fc.nat(12),
        exit: fc.constantFrom('entered', 'done', 'a', 'b', 'c', 'constructor'),
        to: fc.nat(12),
        atMost: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      }),
      { maxLength: 30 },
    ),
  })
  .map(({ types, ids, edges }) =>
    draftWith(
      types.map((type, index) => nodeOf(`n${ids[index]}`, type)),
      edges.map(({ from, exit, to, atMost }) => ({
        from: `n${from}`,
        exit,
        to: `n${to}`,
        ...(atMost ? { atMost } : {}),
      })),
    ),
  )
