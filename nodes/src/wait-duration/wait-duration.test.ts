import { describe, expect, test } from 'vitest'
import { fakeContact, fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { waitDuration } from './definition'
import { runWaitDuration } from './run'

const at = (text: string) => new Date(text)
const lastVisit = (visit: Date) => ({ ...fakeContact, lastAt: { ...fakeContact.lastAt, visit } })
const click = { id: 'e1', name: 'page', at: at('2026-03-10T10:00:00Z'), properties: {} }

describe('counted from here', () => {
  test('waits that long from the arrival', () => {
    expect(runWaitDuration.enter({ for: 'P7D', since: 'here' }, fakeContext())).toMatchObject({
      kind: 'wait',
      dueAt: at('2026-03-09T10:00:00Z'),
      listens: [],
    })
  })
  test('goes on when the time has passed', () => {
    const context = fakeContext({ now: at('2026-03-09T10:00:00Z') })
    expect(runWaitDuration.resume?.({ for: 'P7D', since: 'here' }, context, {})).toMatchObject({
      kind: 'leave',
      exit: 'done',
    })
  })
  test('resumed too early, waits to the same instant', () => {
    const context = fakeContext({ now: at('2026-03-05T10:00:00Z') })
    expect(runWaitDuration.resume?.({ for: 'P7D', since: 'here' }, context, {})).toMatchObject({
      dueAt: at('2026-03-09T10:00:00Z'),
    })
  })
})

describe('counted from the start', () => {
  test('ends that long after the anchor, whenever the step was reached', () => {
    const context = fakeContext({
      anchorAt: at('2026-03-02T10:00:00Z'),
      now: at('2026-03-02T10:30:00Z'),
      enteredNodeAt: at('2026-03-02T10:30:00Z'),
    })
    expect(runWaitDuration.enter({ for: 'PT24H', since: 'anchor' }, context)).toMatchObject({
      dueAt: at('2026-03-03T10:00:00Z'),
    })
  })
  test('does not wait for what has passed', () => {
    const context = fakeContext({ anchorAt: at('2026-01-01T00:00:00Z') })
    expect(runWaitDuration.enter({ for: 'P1D', since: 'anchor' }, context)).toMatchObject({
      kind: 'leave',
    })
  })
})

describe('counted from a signal', () => {
  test('listens to it', () => {
    const context = fakeContext({ contact: lastVisit(at('2026-03-01T10:00:00Z')) })
    expect(runWaitDuration.enter({ for: 'P14D', since: 'visit' }, context)).toMatchObject({
      dueAt: at('2026-03-15T10:00:00Z'),
      listens: ['visit'],
    })
  })
  test('a new one starts it again', () => {
    const context = fakeContext({
      now: at('2026-03-10T10:00:00Z'),
      contact: lastVisit(at('2026-03-10T10:00:00Z')),
    })
    expect(
      runWaitDuration.resume?.({ for: 'P14D', since: 'visit' }, context, { wokenBy: click }),
    ).toMatchObject({
      kind: 'wait',
      dueAt: at('2026-03-24T10:00:00Z'),
      note: {
        code: 'wait-restarted',
        params: { signal: 'visit', until: '2026-03-24T10:00:00.000Z' },
      },
    })
  })
  test('one never seen counts from the first contact', () => {
    expect(runWaitDuration.enter({ for: 'P6M', since: 'order' }, fakeContext())).toMatchObject({
      dueAt: at('2026-07-05T09:00:00Z'),
      listens: ['Order Completed'],
    })
  })
})

test('reads as a sentence in both languages', () => {
  expect(cardOf(waitDuration, { for: 'P7D' })).toEqual(['Wait [7 days]', 'Attendre [7 jours]'])
  expect(cardOf(waitDuration, {})).toEqual(['Wait ?how long?', 'Attendre ?combien de temps\u202f?'])
  expect(cardOf(waitDuration, { for: 'P14D', since: 'visit' })).toEqual([
    'Wait [14 days] without [a visit]',
    'Attendre [14 jours] sans [visite]',
  ])
})
