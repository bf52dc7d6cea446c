import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { waitEvent } from './definition'
import { runWaitEvent } from './run'

const at = (text: string) => new Date(text)
const config = { event: 'Order Completed', atMost: 'P4D' }
const dueAt = at('2026-03-06T10:00:00Z')
const order = (
  properties: Record<string, unknown>,
  when = '2026-03-04T10:00:00Z',
  name = 'Order Completed',
) => ({
  wokenBy: { id: 'e1', name, at: at(when), properties },
})
const thursday = fakeContext({ now: at('2026-03-05T10:00:00Z') })

test('waits for the event, up to the limit', () => {
  expect(runWaitEvent.enter(config, fakeContext())).toMatchObject({
    kind: 'wait',
    dueAt,
    listens: ['Order Completed'],
  })
})
test('leaves by happened when it came', () => {
  expect(runWaitEvent.resume?.(config, thursday, order({}))).toMatchObject({ exit: 'happened' })
})
test('leaves by timed-out when nothing came', () => {
  expect(runWaitEvent.resume?.(config, fakeContext({ now: dueAt }), {})).toMatchObject({
    exit: 'timed-out',
  })
})
test('an event with other properties does not end it, and the limit stays where it was', () => {
  const where = { field: 'revenue', op: '>=', value: 50 } as const
  expect(
    runWaitEvent.resume?.({ ...config, where }, thursday, order({ revenue: 40 })),
  ).toMatchObject({ kind: 'wait', dueAt })
  expect(
    runWaitEvent.resume?.({ ...config, where }, thursday, order({ revenue: 60 })),
  ).toMatchObject({ exit: 'happened' })
})
test('another event does not end it', () => {
  expect(runWaitEvent.resume?.(config, thursday, order({}, undefined, 'page'))).toMatchObject({
    kind: 'wait',
    dueAt,
  })
})
test('an older fact told late does not end it, and the trace says so', () => {
  const context = fakeContext({ now: at('2026-03-05T10:00:00Z') })
  expect(runWaitEvent.resume?.(config, context, order({}, '2026-02-01T10:00:00Z'))).toMatchObject({
    kind: 'wait',
    dueAt,
  })
  expect(context.notes).toEqual([{ code: 'arrived-late', params: { event: 'Order Completed' } }])
})
test('one that happened after the limit came too late', () => {
  const late = fakeContext({ now: at('2026-03-09T10:00:00Z') })
  expect(runWaitEvent.resume?.(config, late, order({}, '2026-03-08T10:00:00Z'))).toMatchObject({
    exit: 'timed-out',
  })
})
test('a visit is heard from its first page', () => {
  expect(
    runWaitEvent.resume?.(
      { event: 'visit', atMost: 'P4D' },
      thursday,
      order({}, undefined, 'page'),
    ),
  ).toMatchObject({ exit: 'happened' })
})
test('reads as a sentence, and its exits say what they wait for', () => {
  expect(cardOf(waitEvent, { event: 'Order Completed', atMost: 'P30D' })).toEqual([
    'Wait for [an order], [30 days] at most',
    'Attendre [une commande], [30 jours] au plus',
  ])
  expect(
    waitEvent.exits({ event: 'Order Completed', atMost: 'P30D' }).map(({ label }) => label),
  ).toEqual([
    { en: 'Order', fr: 'Commande' },
    { en: '30 days passed', fr: 'Après 30 jours' },
  ])
})
