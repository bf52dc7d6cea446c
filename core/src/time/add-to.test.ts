import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addTo, subtractFrom } from './add-to'

const at = (text: string) => new Date(text)
const paris = 'Europe/Paris'

test.each([
  ['30 minutes', '2026-03-02T10:00:00Z', 'PT30M', '2026-03-02T10:30:00Z'],
  ['a day is 24 h across the spring change', '2026-03-28T10:00:00Z', 'P1D', '2026-03-29T10:00:00Z'],
  [
    'a week is 7 × 24 h across the autumn change',
    '2026-10-20T10:00:00Z',
    'P1W',
    '2026-10-27T10:00:00Z',
  ],
  [
    'a month keeps the local time across the spring change',
    '2026-03-15T09:00:00Z',
    'P1M',
    '2026-04-15T08:00:00Z',
  ],
  [
    'a month after 31 January is the end of February',
    '2026-01-31T12:00:00Z',
    'P1M',
    '2026-02-28T12:00:00Z',
  ],
  ['six months', '2026-01-05T09:00:00Z', 'P6M', '2026-07-05T08:00:00Z'],
  ['months first, then hours', '2026-03-28T12:00:00Z', 'P1MT24H', '2026-04-29T11:00:00Z'],
  ['backwards', '2026-03-23T10:00:00Z', '-P21D', '2026-03-02T10:00:00Z'],
])('%s', (_case, from, duration, expected) => {
  expect(addTo(at(from), duration, paris)).toEqual(at(expected))
})

describe('counting back', () => {
  test('undoes days and less exactly', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('1990-01-01'), max: at('2090-01-01'), noInvalidDate: true }),
        fc.nat(5000),
        (from, hours) => {
          const later = addTo(from, `PT${hours}H`, paris)
          expect(subtractFrom(later, `PT${hours}H`, paris)).toEqual(from)
        },
      ),
    )
  })
  test('a month before 31 March is the end of February', () => {
    expect(subtractFrom(at('2026-03-31T10:00:00Z'), 'P1M', 'UTC')).toEqual(
      at('2026-02-28T10:00:00Z'),
    )
  })
})
