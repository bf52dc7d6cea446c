import { expect, test } from 'vitest'
import { quietUntil } from './quiet-until'

const night = { from: '20:00', to: '08:00' }

test('a night spans midnight and goes by the person’s own clock', () => {
  const at = new Date('2026-03-02T19:30:00Z')
  expect(quietUntil(at, night, 'Europe/Paris')).toEqual(new Date('2026-03-03T07:00:00Z'))
  expect(quietUntil(at, night, 'Europe/London')).toBeNull()
  expect(quietUntil(at, night, 'America/New_York')).toBeNull()
})

test('it is quiet from the first minute and no longer in the last', () => {
  const lunch = { from: '12:00', to: '14:00' }
  expect(quietUntil(new Date('2026-03-02T12:00:00Z'), lunch, 'UTC')).toEqual(
    new Date('2026-03-02T14:00:00Z'),
  )
  expect(quietUntil(new Date('2026-03-02T14:00:00Z'), lunch, 'UTC')).toBeNull()
  expect(quietUntil(new Date('2026-03-02T11:59:59Z'), lunch, 'UTC')).toBeNull()
})

test('the night in which the clocks go forward ends at its local time', () => {
  expect(quietUntil(new Date('2026-03-28T23:00:00Z'), night, 'Europe/Paris')).toEqual(
    new Date('2026-03-29T06:00:00Z'),
  )
})

test('hours that end when they begin are none', () => {
  expect(
    quietUntil(new Date('2026-03-02T08:00:00Z'), { from: '08:00', to: '08:00' }, 'UTC'),
  ).toBeNull()
})
