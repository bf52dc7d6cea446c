import { expect, test } from 'vitest'
import { instantOf, tomorrow, whenOf } from './when'

const PARIS = 'Europe/Paris'

test('a day and a time are of the workspace’s clock, summer time included, and read back as they were chosen', () => {
  const evening = { isLater: true, day: '2026-03-28', time: '18:00' }
  expect(instantOf(evening, PARIS)).toBe('2026-03-28T17:00:00.000Z')
  const summer = { ...evening, day: '2026-03-30' }
  expect(instantOf(summer, PARIS)).toBe('2026-03-30T16:00:00.000Z')
  expect(whenOf('2026-03-30T16:00:00.000Z', PARIS)).toEqual(summer)
})

test('what is to happen at once has no instant, nor has a day without its time', () => {
  expect(instantOf({ isLater: false, day: '2026-03-28', time: '18:00' }, PARIS)).toBeNull()
  expect(instantOf({ isLater: true, day: '', time: '18:00' }, PARIS)).toBeNull()
  expect(instantOf({ isLater: true, day: '2026-03-28', time: '' }, PARIS)).toBeNull()
})

test('the morning after is proposed, by the workspace’s day', () => {
  expect(tomorrow({ now: '2026-03-02T23:30:00Z', timeZone: PARIS })).toEqual({
    ...{ isLater: false, day: '2026-03-04', time: '09:00' },
  })
})
