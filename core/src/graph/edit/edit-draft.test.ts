import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePlan } from '../../plan/compile-plan'
import { fixtureDefinitions } from '../../testing/fixture-definitions'
import { bareFacts } from '../../testing/fixture-facts'
import { draftWith, nodeOf, soundFlow } from '../../testing/random-flow'
import type { Draft } from '../draft'
import { addNode } from './add-node'
import { moveNode, setConfig, setName, setSettings } from './change-node'
import { connect, disconnect } from './connect'
import { newNodeId } from './new-node-id'
import { pasteNodes } from './paste-nodes'
import { removeNode } from './remove-node'
import { replaceNode } from './replace-node'

const edge = (from: string, exit: string, to: string) => ({ from, exit, to })
const codes = (draft: Draft) =>
  compilePlan(draft, fixtureDefinitions, bareFacts, 'en').problems.map(({ code }) => code)

/** start → fork → (a) step → stop, (b) stop */
const forked = () =>
  draftWith(
    [
      nodeOf('start', 'start'),
      nodeOf('fork', 'fork'),
      nodeOf('mail', 'step'),
      nodeOf('stop', 'stop'),
    ],
    [
      edge('start', 'entered', 'fork'),
      edge('fork', 'a', 'mail'),
      edge('fork', 'b', 'stop'),
      edge('mail', 'done', 'stop'),
    ],
  )

describe('adding', () => {
  test('on any edge of a sound flow leaves it sound, and touches no other edge', () => {
    fc.assert(
      fc.property(soundFlow, fc.nat(), (draft, pick) => {
        const on = draft.graph.edges[pick % draft.graph.edges.length]
        if (!on) return
        const added = addNode(
          draft,
          { type: 'pause', id: 'new', from: on.from, exit: on.exit },
          fixtureDefinitions,
        )
        expect(codes(added)).toEqual([])
        expect(added.graph.edges).toContainEqual(edge(on.from, on.exit, 'new'))
        expect(added.graph.edges).toContainEqual(edge('new', 'done', on.to))
        expect(added.graph.edges).toHaveLength(draft.graph.edges.length + 1)
      }),
    )
  })
  test('and removing again gives the same flow', () => {
    fc.assert(
      fc.property(soundFlow, fc.nat(), (draft, pick) => {
        const on = draft.graph.edges[pick % draft.graph.edges.length]
        if (!on) return
        const added = addNode(
          draft,
          { type: 'pause', id: 'new', from: on.from, exit: on.exit },
          fixtureDefinitions,
        )
        const { graph } = removeNode(added, { nodeId: 'new' }, fixtureDefinitions)
        expect(graph.nodes).toEqual(draft.graph.nodes)
        expect(new Set(graph.edges)).toEqual(new Set(draft.graph.edges))
      }),
    )
  })
  test('after an open exit, or floating at a place', () => {
    const open = disconnect(forked(), { from: 'fork', exit: 'b' })
    expect(
      codes(addNode(open, { type: 'stop', from: 'fork', exit: 'b' }, fixtureDefinitions)),
    ).toEqual([])
    const floating = addNode(
      forked(),
      { type: 'step', id: 'new', position: { x: 8, y: 16 } },
      fixtureDefinitions,
    )
    expect(floating.positions.new).toEqual({ x: 8, y: 16 })
    expect(codes(floating)).toContain('V03')
  })
  test('a trigger cannot follow a step', () => {
    expect(() =>
      addNode(forked(), { type: 'start', from: 'fork', exit: 'a' }, fixtureDefinitions),
    ).toThrow('cannot follow')
  })
})

describe('removing', () => {
  test('a step in a row joins its neighbours', () => {
    const { graph } = removeNode(forked(), { nodeId: 'mail' }, fixtureDefinitions)
    expect(graph.edges).toContainEqual(edge('fork', 'a', 'stop'))
  })
  test('a fork joins its first exit and sets the rest aside', () => {
    const draft = connect(
      addNode(forked(), { type: 'step', id: 'other' }, fixtureDefinitions),
      edge('fork', 'b', 'other'),
    )
    const removed = removeNode(
      connect(draft, edge('other', 'done', 'stop')),
      { nodeId: 'fork' },
      fixtureDefinitions,
    )
    expect(removed.graph.edges).toContainEqual(edge('start', 'entered', 'mail'))
    expect(compilePlan(removed, fixtureDefinitions, bareFacts, 'en').problems).toMatchObject([
      { code: 'V03', nodeId: 'other' },
    ])
  })
  test('any step of any flow leaves no edge to or from it', () => {
    fc.assert(
      fc.property(soundFlow, fc.nat(), (draft, pick) => {
        const nodeId = draft.graph.nodes[pick % draft.graph.nodes.length]?.id ?? ''
        const { graph } = removeNode(draft, { nodeId }, fixtureDefinitions)
        expect(graph.edges.filter(({ from, to }) => from === nodeId || to === nodeId)).toEqual([])
      }),
    )
  })
  test('the step between two turns of a loop does not leave one that turns on the spot', () => {
    const looping = connect(
      connect(forked(), edge('mail', 'done', 'fork')),
      edge('fork', 'a', 'mail'),
    )
    expect(
      removeNode(looping, { nodeId: 'mail' }, fixtureDefinitions).graph.edges,
    ).not.toContainEqual(edge('fork', 'a', 'fork'))
  })
  test('what is not there is said, not ignored', () => {
    expect(() => removeNode(forked(), { nodeId: 'gone' }, fixtureDefinitions)).toThrow(
      'no longer there',
    )
  })
})

describe('replacing', () => {
  test('keeps name, place and the followers of exits, by name and then by order', () => {
    const draft = moveNode(setName(forked(), { nodeId: 'mail', name: 'Help' }), {
      nodeId: 'mail',
      position: { x: 1, y: 2 },
    })
    const replaced = replaceNode(
      draft,
      { nodeId: 'mail', type: 'fork', id: 'fork-2' },
      fixtureDefinitions,
    )
    expect(replaced.graph.nodes).toContainEqual({ ...nodeOf('fork-2', 'fork'), name: 'Help' })
    expect(replaced.positions).toEqual({ 'fork-2': { x: 1, y: 2 } })
    expect(replaced.graph.edges).toContainEqual(edge('fork', 'a', 'fork-2'))
    expect(replaced.graph.edges).toContainEqual(edge('fork-2', 'a', 'stop'))
  })
  test('rules that spoke of the old step speak of the new one', () => {
    const rule = {
      or: [
        { event: 'Email Link Clicked', of: 'mail' },
        { event: 'page', since: 'mail' },
      ],
    }
    const draft = setSettings(forked(), { settings: { exitRules: [{ key: 'back', rule }] } })
    const replaced = replaceNode(
      draft,
      { nodeId: 'mail', type: 'pause', id: 'new' },
      fixtureDefinitions,
    )
    expect(replaced.settings.exitRules[0]?.rule).toEqual({
      or: [
        { event: 'Email Link Clicked', of: 'new' },
        { event: 'page', since: 'new' },
      ],
    })
  })
})

test('pasting gives new ids, and what the copies say of one another follows', () => {
  const asking = setConfig(forked(), {
    nodeId: 'fork',
    config: { rule: { event: 'page', since: 'mail' } },
  })
  const { nodes, edges } = asking.graph
  const copied = {
    nodes: nodes.slice(1, 3),
    edges,
    positions: { mail: { x: 10, y: 10 } },
    by: { x: 5, y: 5 },
  }
  const pasted = pasteNodes(asking, copied)
  const [fork, mail] = pasted.graph.nodes.slice(-2)
  expect(fork?.config).toEqual({ rule: { event: 'page', since: mail?.id } })
  expect(pasted.graph.edges.slice(-1)).toEqual([{ from: fork?.id, exit: 'a', to: mail?.id }])
  expect(pasted.positions[mail?.id ?? '']).toEqual({ x: 15, y: 15 })
  expect(asking.graph.nodes).toHaveLength(4)
})

test('setting a field to nothing takes it out; an empty name gives the type’s back', () => {
  const named = setName(setConfig(forked(), { nodeId: 'mail', config: { a: 1, b: 2 } }), {
    nodeId: 'mail',
    name: ' X ',
  })
  const cleared = setName(setConfig(named, { nodeId: 'mail', config: { a: undefined } }), {
    nodeId: 'mail',
    name: ' ',
  })
  expect(named.graph.nodes[2]).toMatchObject({ name: 'X', config: { a: 1, b: 2 } })
  expect(cleared.graph.nodes[2]).toEqual({ ...nodeOf('mail', 'step'), config: { b: 2 } })
})

test('new ids are valid, readable and never taken', () => {
  const taken = new Set<string>()
  for (let count = 0; count < 200; count++) {
    const id = newNodeId('send-email', taken)
    expect(id).toMatch(/^send-email-[a-z2-9]{4}$/)
    expect(taken.has(id)).toBe(false)
    taken.add(id)
  }
})
