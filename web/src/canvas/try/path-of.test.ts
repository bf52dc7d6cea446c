import { expect, test } from 'vitest'
import type { TriedStep } from '../../api/try'
import { pathOf } from './path-of'

const step = (n: number, nodeId: string, exit: string | null, next: string | null): TriedStep => ({
  ...{ n, nodeId, visit: 1, at: '2026-03-02T10:00:00Z', leftAt: null, exit, next, lines: [] },
})

test('a path lights its steps by their places and the ways between them; an exit that leads nowhere is no way', () => {
  const path = pathOf({
    steps: [
      step(1, 'start', 'entered', 'wait'),
      step(2, 'wait', 'done', 'ask'),
      step(3, 'ask', 'no', 'wait'),
      step(4, 'wait', 'done', null),
    ],
  })
  expect(path.places).toEqual({ start: [1], wait: [2, 4], ask: [3] })
  expect([...path.edges].sort()).toEqual(['ask:no', 'start:entered', 'wait:done'])
})
