import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isKnownZone } from './known-zone'
import { atLocalTime, nextLocalTime, startOfLocalDay } from './local-time'
import { nextOccurrence } from './next-occurrence'

const at = (text: string) => new Date(text)
const paris = 'Europe/Paris'

describe('the next local time', () => {
  test.each([
    ['later today', '2026-03-02T07:00:00Z', { at: '09:00' }, '2026-03-02T08:00:00Z'],
    ['now', '2026-03-02T08:00:00Z', { at: '09:00' }, '2026-03-02T08:00:00Z'],
    ['tomorrow', '2026-03-02T08:00:01Z', { at: '09:00' }, '2026-03-03T08:00:00Z'],
    [
      'in summer time from the day it begins',
      '2026-03-28T12:00:00Z',
      { at: '09:00' },
      '2026-03-29T07:00:00Z',
    ],
    [
      'a time that is skipped: as far after the gap',
      '2026-03-29T00:00:00Z',
      { at: '02:30' },
      '2026-03-29T01:30:00Z',
    ],
    [
      'a time that comes twice: the first',
      '2026-10-24T12:00:00Z',
      { at: '02:30' },
      '2026-10-25T00:30:00Z',
    ],
    [
      'between the two: the next day',
      '2026-10-25T01:00:00Z',
      { at: '02:30' },
      '2026-10-26T01:30:00Z',
    ],
    [
      'a day of the week',
      '2026-03-02T12:00:00Z',
      { at: '09:00', weekdays: ['monday', 'friday'] as const },
      '2026-03-06T08:00:00Z',
    ],
  ])('%s', (_case, from, moment, expected) =>
    expect(nextLocalTime(at(from), moment, paris)).toEqual(at(expected)),
  )
})

test('a local day begins when its clocks say so, even where midnight is skipped', () => {
  expect(startOfLocalDay(at('2026-03-02T22:59:00Z'), paris)).toEqual(at('2026-03-01T23:00:00Z'))
  expect(startOfLocalDay(at('2018-11-04T12:00:00Z'), 'America/Sao_Paulo')).toEqual(
    at('2018-11-04T03:00:00Z'),
  )
})

test('a date and a time make an instant', () => {
  expect(atLocalTime(Temporal.PlainDate.from('2026-07-01'), '14:30', paris)).toEqual(
    at('2026-07-01T12:30:00Z'),
  )
})

test('zones are known or not', () => {
  expect(['Europe/Paris', 'UTC', 'Mars/Base', ''].map(isKnownZone)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

describe('the next occurrence of a rule', () => {
  test.each([
    [
      'weekly, across the spring change',
      'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0',
      '2026-03-27T10:00:00Z',
      '2026-03-30T07:00:00Z',
    ],
    [
      'strictly after',
      'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0',
      '2026-03-30T07:00:00Z',
      '2026-04-06T07:00:00Z',
    ],
    [
      'monthly, across the autumn change',
      'FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9',
      '2026-10-24T10:00:00Z',
      '2026-11-01T08:00:00Z',
    ],
    [
      'a time that comes twice comes once',
      'FREQ=DAILY;BYHOUR=2;BYMINUTE=30',
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ],
  ])('%s', (_case, rrule, after, expected) =>
    expect(nextOccurrence(rrule, at(after), paris)).toEqual(at(expected)),
  )
  test('is null when the rule has run out', () => {
    expect(
      nextOccurrence('FREQ=DAILY;UNTIL=20250101T000000Z', at('2026-01-01T00:00:00Z'), paris),
    ).toBeNull()
  })
})
