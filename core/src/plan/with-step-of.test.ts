import { expect, test } from 'vitest'
import { flowSettings } from '../graph/settings'
import type { Plan, PlanNode } from './plan'
import { withStepOf } from './with-step-of'

const step = (config: Record<string, unknown>, next: PlanNode['next'], type = 'wait-duration') => ({
  ...{ type, version: 1, config, next },
})
const plan = (version: number, nodes: Plan['nodes']): Plan => ({
  ...{ flowId: 'flow', version, entry: 'start', nodes, listens: [], templates: {} },
  settings: flowSettings.parse({ goal: 'none' }),
})
const end = step({}, {}, 'end')
const draft = plan(0, {
  start: step({ event: 'B' }, { entered: { to: 'wait' } }, 'on-event'),
  wait: step({ for: 'P7D' }, { done: { to: 'end' } }),
  end,
})
const live = plan(3, {
  start: step({ event: 'A' }, { entered: { to: 'wait' } }, 'on-event'),
  wait: step({ for: 'P3D' }, { done: { to: 'mail' }, 'timed-out': { to: 'mail' } }),
  mail: step({}, { sent: { to: 'end' } }, 'send-email'),
  end,
})

test('only the one step is as it is live: its paths stay the draft’s where the draft has them', () => {
  const mixed = withStepOf(draft, live, 'wait')
  expect(mixed?.nodes.start).toEqual(draft.nodes.start)
  expect(mixed?.nodes.wait).toEqual(
    step({ for: 'P3D' }, { done: { to: 'end' }, 'timed-out': { to: 'mail' } }),
  )
  expect(mixed?.nodes.mail).toEqual(live.nodes.mail)
  expect(mixed?.version).toBe(3)
})

test('a step that is new, or of another kind than live, is compared with nothing', () => {
  expect(withStepOf(live, draft, 'mail')).toBeNull()
  const other = plan(4, { ...live.nodes, wait: step({}, {}, 'wait-event') })
  expect(withStepOf(draft, other, 'wait')).toBeNull()
})
