import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { nextOccurrence } from './next-occurrence'
import { recurrenceParts, recurrenceRule } from './recurrence'

const isRule = (text: string) => recurrenceRule.safeParse(text).success

test.each([
  'FREQ=DAILY',
  'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;BYHOUR=9;BYMINUTE=0',
  'FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=18',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'freq=yearly;bymonth=12;bymonthday=25',
  'FREQ=DAILY;UNTIL=20260302',
  'FREQ=DAILY;UNTIL=20260302T100000Z',
  'DTSTART;TZID=Europe/Paris:20260302T090000\nRRULE:FREQ=WEEKLY;COUNT=4',
  'DTSTART:20260302T090000Z\r\nRRULE:FREQ=DAILY\r\nEXDATE:20260303T090000Z',
])('%j is a recurrence', (text) => expect(isRule(text)).toBe(true))

test.each([
  '',
  'every day',
  'FREQ=',
  'FREQ=FORTNIGHTLY',
  'BYDAY=MO',
  'FREQ=DAILY;',
  'FREQ=DAILY;FREQ=WEEKLY',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;INTERVAL=1.5',
  'FREQ=DAILY;BYHOUR=24',
  'FREQ=DAILY;BYHOUR=9,',
  'FREQ=DAILY;BYMONTHDAY=0',
  'FREQ=MONTHLY;BYDAY=0MO',
  'FREQ=WEEKLY;BYDAY=LUNDI',
  'FREQ=DAILY;COUNT=3;UNTIL=20260302',
  'FREQ=DAILY;UNTIL=20260230',
  'FREQ=DAILY;UNTIL=20260302T100000',
  'FREQ=DAILY;COLOUR=RED',
  'DTSTART:20260302T090000',
  'DTSTART;TZID=Mars/Base:20260302T090000\nRRULE:FREQ=DAILY',
  'DTSTART:20260302\nRRULE:FREQ=DAILY',
  'FREQ=DAILY\nFREQ=DAILY',
])('%j is none', (text) => expect(isRule(text)).toBe(false))

const some = <Entry>(...values: Entry[]) => fc.constantFrom(...values)
const list = (from: number, to: number) =>
  fc.array(fc.integer({ min: from, max: to }), { minLength: 1, maxLength: 3 }).map(String)
const part = fc.oneof(
  fc.integer({ min: 0, max: 4 }).map((n) => `INTERVAL=${n}`),
  list(-1, 25).map((hours) => `BYHOUR=${hours}`),
  list(-1, 61).map((minutes) => `BYMINUTE=${minutes}`),
  list(-32, 32).map((days) => `BYMONTHDAY=${days}`),
  list(0, 13).map((months) => `BYMONTH=${months}`),
  fc
    .array(some('MO', 'TU', '1WE', '-1FR', '+2SU', '0SA', 'X'), { minLength: 1, maxLength: 3 })
    .map((days) => `BYDAY=${days}`),
  some('UNTIL=20270101', 'UNTIL=20270101T000000Z', 'COUNT=3', 'WKST=SU', 'BYSETPOS=1'),
)
const anyRule = fc
  .tuple(some('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'), fc.array(part, { maxLength: 3 }))
  .map(([freq, parts]) => [`FREQ=${freq}`, ...parts].join(';'))

test('whatever is taken for a rule, the calendar understands in the same way', () => {
  const start = Temporal.ZonedDateTime.from('2024-01-01T00:00[UTC]')
  fc.assert(
    fc.property(anyRule, (text) => {
      if (!isRule(text)) return
      const known = new RRuleTemporal({ rruleString: `RRULE:${text}`, dtstart: start }).options()
      const { freq, interval, byDay, byMonthDay, byHour, byMinute } = known
      expect(recurrenceParts(text)).toEqual({ freq, interval, byDay, byMonthDay, byHour, byMinute })
    }),
  )
})

test('a start of its own decides which weeks count', () => {
  const rule = 'DTSTART;TZID=Europe/Paris:20260309T090000\nRRULE:FREQ=WEEKLY;INTERVAL=2'
  expect(nextOccurrence(rule, new Date('2026-03-09T09:00:00Z'), 'Europe/Paris')).toEqual(
    new Date('2026-03-23T08:00:00Z'),
  )
})
