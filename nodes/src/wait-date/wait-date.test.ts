import { describe, expect, test } from 'vitest'
import { fakeContact, fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { waitDate } from './definition'
import { runWaitDate } from './run'

const at = (text: string) => new Date(text)
const parse = (config: Record<string, unknown>) => waitDate.config.parse({ at: '09:00', ...config })
const born = (birthday: unknown) => ({
  ...fakeContact,
  timeZone: 'Europe/Paris',
  traits: { birthday },
})

describe('a time of day', () => {
  test('waits for the next one, in the customer’s zone', () => {
    const contact = { ...fakeContact, timeZone: 'America/New_York' }
    expect(runWaitDate.enter(parse({}), fakeContext({ contact }))).toMatchObject({
      dueAt: at('2026-03-02T14:00:00Z'),
    })
  })
  test('a customer without a zone has the workspace’s', () => {
    expect(runWaitDate.enter(parse({}), fakeContext({ timeZone: 'Europe/Paris' }))).toMatchObject({
      dueAt: at('2026-03-03T08:00:00Z'),
    })
  })
  test('waits for a day of the week', () => {
    expect(
      runWaitDate.enter(parse({ weekdays: ['thursday'], zone: 'workspace' }), fakeContext()),
    ).toMatchObject({ dueAt: at('2026-03-05T09:00:00Z') })
  })
  test('goes on at once when it is that time', () => {
    expect(runWaitDate.enter(parse({ at: '10:00' }), fakeContext())).toMatchObject({
      kind: 'leave',
    })
  })
  test('ends at the instant reckoned on arrival, however late it is looked at', () => {
    const context = fakeContext({ now: at('2026-03-03T11:00:00Z') })
    expect(runWaitDate.resume?.(parse({}), context, {})).toMatchObject({
      kind: 'leave',
      exit: 'done',
    })
  })
})

describe('a date of the customer', () => {
  test('waits until 7 days before the next birthday', () => {
    const context = fakeContext({ contact: born('1980-05-12') })
    expect(runWaitDate.enter(parse({ field: 'birthday', offset: '-P7D' }), context)).toMatchObject({
      dueAt: at('2026-05-05T07:00:00Z'),
      listens: ['field:birthday'],
    })
  })
  test('a birthday just passed means next year’s, and 29 February the 28th', () => {
    const context = fakeContext({ contact: born('1980-02-29') })
    expect(runWaitDate.enter(parse({ field: 'birthday' }), context)).toMatchObject({
      dueAt: at('2027-02-28T08:00:00Z'),
    })
  })
  test('a date that has passed does not hold anyone up', () => {
    const contact = { ...fakeContact, traits: { trialEnds: '2026-02-01' } }
    expect(
      runWaitDate.enter(parse({ field: 'trialEnds' }), fakeContext({ contact })),
    ).toMatchObject({ kind: 'leave' })
  })
  test('a date nobody knows does not hold anyone up, and the trace says so', () => {
    expect(runWaitDate.enter(parse({ field: 'birthday' }), fakeContext())).toMatchObject({
      note: { code: 'date-unknown', params: { field: 'birthday' } },
    })
  })
  test('after a date, on the next working day', () => {
    const contact = { ...fakeContact, traits: { trialEnds: '2026-03-07' } }
    const config = parse({
      field: 'trialEnds',
      weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    })
    expect(runWaitDate.enter(config, fakeContext({ contact }))).toMatchObject({
      dueAt: at('2026-03-09T09:00:00Z'),
    })
  })
})

test('reads as a sentence in both languages', () => {
  expect(cardOf(waitDate, { field: 'birthday', offset: '-P7D', at: '09:00' })).toEqual([
    'Wait until [7 days] before [the birthday], at [09:00] local time',
    'Attendre [7 jours] avant [l’anniversaire], à [9\u00a0h] heure du client',
  ])
})
