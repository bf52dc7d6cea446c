import type { Plan, PlanNode } from '@relance/core/plan/plan'
import { expect, test } from 'vitest'
import { firstMessageAt } from './first-message-at'

const NOW = new Date('2026-03-02T10:00:00Z')

type Step = [id: string, type: string, config: Record<string, unknown>, ...next: string[]]

const mail = (id: string): Step => [id, 'send-email', { template: 'hello' }, 'over']
const wait = (id: string, length: string, to: string): Step => [
  ...([id, 'wait-duration', { for: length, since: 'here' }] as const),
  to,
]

/** When the first message of a drawing goes, as a flow that begins with `start`. */
function first(...steps: Step[]): string | undefined {
  const nodes = [...steps, ['over', 'end', { as: 'goal' }] satisfies Step].map(
    ([id, type, config, ...next]): [string, PlanNode] => [
      id,
      {
        ...{ type, version: 1, config },
        next: Object.fromEntries(next.map((to, exit) => [`exit-${exit}`, { to }])),
      },
    ],
  )
  const plan: Plan = {
    ...{ flowId: 'flow', version: 1, entry: 'start', nodes: Object.fromEntries(nodes) },
    ...{ settings: { goal: 'none' } as Plan['settings'], listens: [], templates: {} },
  }
  return firstMessageAt(plan, NOW, 'Europe/Paris')?.toISOString()
}

const start = (to: string, type = 'on-event'): Step => ['start', type, {}, to]

test('the first message goes at once, or after the lengths of time before it', () => {
  expect(first(start('mail'), mail('mail'))).toBe('2026-03-02T10:00:00.000Z')
  const steps = [wait('day', 'P1D', 'hour'), wait('hour', 'PT1H', 'mail'), mail('mail')]
  expect(first(start('day'), ...steps)).toBe('2026-03-03T11:00:00.000Z')
})

test('a month goes by the calendar of the zone, also where an hour is left out', () => {
  const steps = [wait('month', 'P1M', 'mail'), mail('mail')]
  expect(first(start('month'), ...steps)).toBe('2026-04-02T09:00:00.000Z')
})

test('where paths part, the one that comes to a message soonest counts', () => {
  const split: Step = ['split', 'random-split', {}, 'week', 'day']
  const steps = [split, wait('week', 'P7D', 'a'), wait('day', 'P1D', 'b'), mail('a'), mail('b')]
  expect(first(start('split'), ...steps)).toBe('2026-03-03T10:00:00.000Z')
})

test('nothing is said where the message hangs on an event, on a date, or on what the wait counts from', () => {
  const event: Step = ['order', 'wait-event', { event: 'Ordered', atMost: 'P3D' }, 'mail']
  expect(first(start('order'), event, mail('mail'))).toBeUndefined()
  const birthday: Step = ['birthday', 'wait-date', { field: 'birthday' }, 'mail']
  expect(first(start('birthday'), birthday, mail('mail'))).toBeUndefined()
  const visit: Step = ['visit', 'wait-duration', { for: 'P1D', since: 'visit' }, 'mail']
  expect(first(start('visit'), visit, mail('mail'))).toBeUndefined()
})

test('a wait for an event that begins after the first message changes nothing about it', () => {
  const split: Step = ['split', 'random-split', {}, 'mail', 'day']
  const order: Step = ['order', 'wait-event', { event: 'Ordered', atMost: 'P3D' }, 'late']
  const steps = [split, mail('mail'), wait('day', 'P1D', 'order'), order, mail('late')]
  expect(first(start('split'), ...steps)).toBe('2026-03-02T10:00:00.000Z')
  const soon = [wait('day', 'P1D', 'mail'), mail('mail'), order, mail('late')]
  const parts: Step = ['split', 'random-split', {}, 'day', 'order']
  expect(first(start('split'), parts, ...soon)).toBeUndefined()
})

test('nothing is said where nothing is sent, or where people enter by a calendar', () => {
  expect(first(start('over'))).toBeUndefined()
  expect(first(start('mail', 'on-schedule'), mail('mail'))).toBeUndefined()
})

test('a path that goes back ends', () => {
  const again: Step = ['again', 'condition', {}, 'day', 'mail']
  const steps = [wait('day', 'P1D', 'again'), again, mail('mail')]
  expect(first(start('day'), ...steps)).toBe('2026-03-03T10:00:00.000Z')
})
