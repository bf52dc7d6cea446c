import type { Problem } from '@relance/core/plan/problem'
import { expect, test } from 'vitest'
import type { FlowStats } from '../../api/types'
import { noFigures } from '../no-figures'
import { createCanvasStore } from './canvas-store'

const problem = (nodeId: string | null, severity: 'fix' | 'tip', message: string): Problem => ({
  ...{ code: 'V02', severity, nodeId, message },
  ...{ exit: null, field: null, params: {}, fix: null },
})

test('a step is told by its worst problem, which stays the same object while it says the same', () => {
  const store = createCanvasStore()
  store
    .getState()
    .learnProblems([
      problem('wait', 'tip', 'Short.'),
      problem('wait', 'fix', 'Open.'),
      problem('mail', 'fix', 'Empty.'),
      problem(null, 'fix', 'No goal.'),
    ])
  const first = store.getState().worstProblems
  expect(first.get('wait')?.message).toBe('Open.')
  expect(first.size).toBe(2)
  store
    .getState()
    .learnProblems([problem('wait', 'fix', 'Open.'), problem('mail', 'fix', 'No subject.')])
  const second = store.getState().worstProblems
  expect(second.get('wait')).toBe(first.get('wait'))
  expect(second.get('mail')?.message).toBe('No subject.')
})

test('a step that is new or changed since the live version is told so, rules and paths are not', () => {
  const store = createCanvasStore()
  store.getState().learnChanges([
    { kind: 'added', nodeId: 'mail' },
    { kind: 'changed', nodeId: 'wait', fields: ['for'] },
    { kind: 'cut', nodeId: 'ask', exit: 'no' },
    { kind: 'rule', setting: 'goal' },
  ])
  expect([...store.getState().changedSteps]).toEqual([
    ['mail', 'new'],
    ['wait', 'changed'],
  ])
})

test('the scale of figures stays the same object while the busiest path and wait do', () => {
  const stats = (waiting: number, exit: number): FlowStats => ({
    nodes: { wait: { ...noFigures, waiting, exits: { done: exit } } },
    ...{ inside: waiting, entered: exit, converted: 0 },
  })
  const store = createCanvasStore()
  store.getState().learnStats(stats(3, 8))
  const first = store.getState().scale
  expect(first).toEqual({ waiting: 3, exit: 8 })
  store.getState().learnStats(stats(3, 8))
  expect(store.getState().scale).toBe(first)
  store.getState().learnStats(stats(4, 8))
  expect(store.getState().scale).toEqual({ waiting: 4, exit: 8 })
})
