import { expect, test } from 'vitest'
import { pressureLevel } from './pressure-level'
import { pressureSettings } from './pressure-settings'

const proposed = pressureSettings.parse({})
const facts = {
  silentSince: new Date('2026-01-10T10:00:00Z'),
  isDissatisfied: false,
  wantsLess: false,
}
const level = (more: Partial<typeof facts>, now: string, settings = proposed) =>
  pressureLevel({ ...facts, ...more }, settings, new Date(now), 'Europe/Paris')

test('silence lowers it on local day 180, 270 and 365, each once', () => {
  // Summer time has begun by then: the same hour on the wall is an hour earlier.
  expect(level({}, '2026-07-09T08:59:59Z')).toBe(1)
  expect(level({}, '2026-07-09T09:00:00Z')).toBe(0.5)
  expect(level({}, '2026-10-07T08:59:59Z')).toBe(0.5)
  expect(level({}, '2026-10-07T09:00:00Z')).toBe(0.25)
  expect(level({}, '2027-01-10T09:59:59Z')).toBe(0.25)
  expect(level({}, '2027-01-10T10:00:00Z')).toBe(0)
})

test('somebody dissatisfied is one step lower at once', () => {
  expect(level({ isDissatisfied: true }, '2026-01-11T10:00:00Z')).toBe(0.5)
  expect(level({ isDissatisfied: true }, '2026-07-10T10:00:00Z')).toBe(0.25)
  expect(level({ isDissatisfied: true }, '2027-07-10T10:00:00Z')).toBe(0)
})

test('whoever asked for less gets half, also where silence lowers nothing', () => {
  const off = { ...proposed, sunset: false }
  expect(level({ wantsLess: true }, '2026-01-11T10:00:00Z')).toBe(0.5)
  expect(level({ wantsLess: true, isDissatisfied: true }, '2030-01-11T10:00:00Z', off)).toBe(0.5)
  expect(level({}, '2030-01-11T10:00:00Z', off)).toBe(1)
})
