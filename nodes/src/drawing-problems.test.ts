import { applyFix } from '@relance/core/graph/edit/apply-fix'
import { describe, expect, test } from 'vitest'
import { definitions } from './definitions'
import { draftOf } from './testing/draft-of'
import { codes, compile, short, withCondition } from './testing/problems-of'

test('a short flow without a fault compiles', () => {
  const { plan, problems } = compile(short())
  expect(problems).toEqual([])
  expect(plan).toMatchObject({
    entry: 'start',
    listens: ['Order Completed'],
    templates: { help: 4 },
    nodes: {
      mail: {
        next: { sent: { to: 'stop' }, refused: { to: 'stop' } },
        config: { whenHeld: 'wait' },
      },
    },
  })
})

describe('what starts', () => {
  test('V01: nothing starts the scenario', () => expect(codes(draftOf({}, []))).toEqual(['V01']))
  test('V01: a second trigger is one too many', () => {
    const draft = short({ other: ['on-event', { event: 'page' }] }, [
      'start:entered > mail',
      'mail:sent > stop',
      'other:entered > mail',
    ])
    expect(codes(draft)).toEqual(['V01 other'])
  })
  test('V01: a trigger that does not say which event', () => {
    expect(codes(draftOf({ start: 'on-event', stop: 'end' }, ['start:entered > stop']))).toEqual([
      'V01 start',
    ])
  })
  test('V01: a schedule without a time', () => {
    const draft = draftOf({ start: ['on-schedule', { rrule: null }], stop: 'end' }, [
      'start:entered > stop',
    ])
    expect(codes(draft)).toEqual(['V01 start'])
  })
})

describe('the drawing', () => {
  test('V02: an exit leads nowhere, and is mended by an end', () => {
    const draft = short({ 'wait-order': ['wait-event', { atMost: 'P30D' }] }, [
      'start:entered > wait-order',
      'wait-order:happened > mail',
      'mail:sent > stop',
    ])
    const { problems } = compile(draft)
    expect(problems).toMatchObject([
      {
        code: 'V02',
        severity: 'fix',
        nodeId: 'wait-order',
        exit: 'timed-out',
        params: { exit: '30 days passed' },
        message: '“30 days passed” leads nowhere. Add a step or an end.',
        fix: { action: 'addNode', args: { type: 'end', from: 'wait-order', exit: 'timed-out' } },
      },
    ])
    const fix = problems[0]?.fix
    expect(fix && codes(applyFix(draft, fix, definitions))).toEqual([])
  })
  test('an optional exit left open follows the first', () => {
    expect(compile(short()).plan?.nodes.mail?.next.refused).toEqual({ to: 'stop' })
  })
  test('V03: a step nobody can reach', () =>
    expect(codes(short({ alone: 'wait-duration' }))).toEqual(['V03 alone']))
  test('V12: a loop without a limit; its fix gives it one', () => {
    const draft = withCondition({ event: 'Order Completed' }, {}, [
      'mail:sent > pause',
      'pause:done > asks',
    ])
    const looping = {
      ...draft,
      graph: {
        ...draft.graph,
        edges: draft.graph.edges.map((edge) =>
          edge.exit === 'no' ? { ...edge, to: 'mail' } : edge,
        ),
      },
    }
    const { problems } = compile(looping)
    expect(problems.map(({ code, exit }) => [code, exit])).toEqual([['V12', 'no']])
    const fix = problems[0]?.fix
    expect(fix && codes(applyFix(looping, fix, definitions))).toEqual([])
  })
  test('V29: a loop that never waits', () => {
    const draft = short(
      { asks: ['condition', { branches: [{ exit: 'yes', rule: { event: 'Order Completed' } }] }] },
      ['start:entered > mail', 'mail:sent > asks', 'asks:yes > stop', 'asks:no > mail x3'],
    )
    expect(codes(draft)).toEqual(['V29 asks'])
  })
  test('V28: a type, or a version, that is not known here', () => {
    expect(
      codes(short({ odd: 'send-pigeon' }, ['start:entered > mail', 'mail:sent > odd'])),
    ).toContain('V28 odd')
    const draft = short()
    const [start, ...rest] = draft.graph.nodes
    const later = {
      ...draft,
      graph: { ...draft.graph, nodes: start ? [{ ...start, version: 9 }, ...rest] : rest },
    }
    expect(compile(later).problems[0]?.message).toBe(
      'Custom step “Cart abandoned” is missing version 9 here.',
    )
  })
  test.each([
    [
      'an exit that is not there',
      ['start:entered > mail', 'mail:sent > stop', 'mail:lost > stop'],
      'this exit no longer exists',
    ],
    [
      'an edge back to the trigger',
      ['start:entered > mail', 'mail:sent > stop', 'mail:refused > start'],
      'it leads back to what starts the scenario',
    ],
    [
      'an edge to nothing',
      ['start:entered > mail', 'mail:sent > stop', 'mail:refused > gone'],
      'it leads to a step that is gone',
    ],
    [
      'two edges from one exit',
      ['start:entered > mail', 'mail:sent > stop', 'mail:sent > mail'],
      'this exit leads to two steps',
    ],
  ])('V30: %s', (_case, edges, reason) => {
    const { problems } = compile(short({}, edges))
    expect(problems.map(({ code, params }) => [code, params.reason])).toEqual([['V30', reason]])
    const fix = problems[0]?.fix
    expect(fix && codes(applyFix(short({}, edges), fix, definitions))).toEqual([])
  })
  test('V30: two steps with one id', () => {
    const draft = short()
    const twice = {
      ...draft,
      graph: { ...draft.graph, nodes: [...draft.graph.nodes, ...draft.graph.nodes.slice(-1)] },
    }
    expect(codes(twice)).toEqual(['V30 stop'])
  })
})
