import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Draft } from '../graph/draft'
import { edgesByNode, reachedFrom } from '../graph/walk-graph'
import { fixtureDefinitions } from '../testing/fixture-definitions'
import { bareFacts } from '../testing/fixture-facts'
import { anyFlow, draftWith, nodeOf, soundFlow } from '../testing/random-flow'
import { compilePlan } from './compile-plan'

const compile = (draft: Draft) => compilePlan(draft, fixtureDefinitions, bareFacts, 'en')

test('every sound flow compiles, and each exit of each step leads to a step of the plan', () => {
  fc.assert(
    fc.property(soundFlow, (draft) => {
      const { plan, problems } = compile(draft)
      expect(problems).toEqual([])
      expect(Object.keys(plan?.nodes ?? {}).sort()).toEqual(
        draft.graph.nodes.map(({ id }) => id).sort(),
      )
      for (const node of Object.values(plan?.nodes ?? {})) {
        const exits = fixtureDefinitions[node.type]?.exits({}).map(({ exit }) => exit)
        expect(Object.keys(node.next)).toEqual(exits)
        for (const { to } of Object.values(node.next)) expect(plan?.nodes).toHaveProperty(to)
      }
    }),
  )
})

test('whatever is sent, the compiler answers; no plan stands beside a problem to fix', () => {
  fc.assert(
    fc.property(anyFlow, (draft) => {
      const { plan, problems } = compile(draft)
      expect(plan === null).toBe(problems.some(({ severity }) => severity === 'fix'))
      for (const { message } of problems) expect(message).not.toMatch(/undefined|\{/)
    }),
    { numRuns: 500 },
  )
})

test('a plan that compiled has no cycle without a wait, and none without a limit', () => {
  fc.assert(
    fc.property(anyFlow, (draft) => {
      const { plan } = compile(draft)
      if (!plan) return
      const edges = Object.entries(plan.nodes).flatMap(([from, { next }]) =>
        Object.entries(next).map(([exit, way]) => ({ from, exit, ...way })),
      )
      const comesBack = (some: typeof edges) =>
        some.some(({ from, to }) => reachedFrom([to], edgesByNode(some)).has(from))
      expect(comesBack(edges.filter(({ atMost }) => !atMost))).toBe(false)
      expect(comesBack(edges.filter(({ from }) => plan.nodes[from]?.type !== 'pause'))).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('removing any edge of a sound flow leaves a problem', () => {
  fc.assert(
    fc.property(soundFlow, fc.nat(), (draft, pick) => {
      const edges = draft.graph.edges.filter(
        (_, index) => index !== pick % draft.graph.edges.length,
      )
      const open = draft.graph.edges[pick % draft.graph.edges.length]
      const { problems } = compile(draftWith(draft.graph.nodes, edges))
      expect(problems).toContainEqual(
        expect.objectContaining({ code: 'V02', nodeId: open?.from, exit: open?.exit }),
      )
    }),
  )
})

test('a limit on a backward edge is kept in the plan', () => {
  const nodes = [
    nodeOf('start', 'start'),
    nodeOf('wait', 'pause'),
    nodeOf('fork', 'fork'),
    nodeOf('stop', 'stop'),
  ]
  const edges = [
    { from: 'start', exit: 'entered', to: 'wait' },
    { from: 'wait', exit: 'done', to: 'fork' },
    { from: 'fork', exit: 'a', to: 'wait', atMost: 3 },
    { from: 'fork', exit: 'b', to: 'stop' },
  ]
  expect(compile(draftWith(nodes, edges)).plan?.nodes.fork?.next).toEqual({
    a: { to: 'wait', atMost: 3 },
    b: { to: 'stop' },
    c: { to: 'wait', atMost: 3 },
  })
})

test('time grows in step with the drawing: 1,000 steps in a chain take well under a second of work', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `n${index}`)
  const nodes = [
    nodeOf('start', 'start'),
    ...ids.map((id) => nodeOf(id, 'step')),
    nodeOf('stop', 'stop'),
  ]
  const edges = nodes.slice(1).map(({ id }, index) => ({
    from: nodes[index]?.id ?? '',
    exit: index === 0 ? 'entered' : 'done',
    to: id,
  }))
  const before = process.cpuUsage()
  expect(compile(draftWith(nodes, edges)).plan?.entry).toBe('start')
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
})
