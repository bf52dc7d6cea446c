import { expect, test } from 'vitest'
import { type Course, lastLetInAt } from './last-let-in'
import type { Wave } from './waves'

const at = (text: string) => new Date(`2026-03-09T${text}:00Z`)
const wave = (text: string, people?: number): Wave => ({
  ...{ at: at(text).toISOString(), zones: null },
  ...(people !== undefined && { people }),
})

/** Nine o’clock of Tokyo, Paris and New York, and whoever is left. */
const waves = (tokyo: number, paris: number, newYork: number) => [
  ...[wave('00:00', tokyo), wave('08:00', paris), wave('13:00', newYork)],
  wave('13:00'),
]
const ONE_A_MINUTE = 1
const before: Omit<Course, 'waves' | 'total'> = {
  ...{ pace: ONE_A_MINUTE, wave: 0, taken: 0, pacedFrom: null },
  now: new Date('2026-03-08T22:00:00Z'),
}

test('the last wave’s people go at the pace from its own hour on, however early the first began', () => {
  // 30 from 13:00 on, one a minute: 13:00 … 13:29. All 140 from midnight on would have been done at 02:19.
  expect(lastLetInAt({ ...before, waves: waves(10, 100, 30), total: 140 })).toEqual(at('13:29'))
})

test('a wave whose hour comes while the one before is still going waits until that is through', () => {
  // Paris: 600 from 08:00 on, the last at 17:59; New York: 18:00 … 18:29.
  expect(lastLetInAt({ ...before, waves: waves(10, 600, 30), total: 640 })).toEqual(at('18:29'))
})

test('an hour that is nobody’s holds nobody up', () => {
  // Two an hour: Paris 08:00, 08:30, 09:00; Tokyo and New York have nobody.
  const half = { ...before, pace: 2 / 60 }
  expect(lastLetInAt({ ...half, waves: waves(0, 3, 0), total: 3 })).toEqual(at('09:00'))
})

test('in the middle of a wave those who are still to come count from when its pace did', () => {
  // Ten of Tokyo and 40 of Paris are in; the pace began anew at 07:50, so that the 60th to come is the 109th minute.
  const course = {
    ...{ ...before, waves: waves(10, 100, 0), total: 110 },
    ...{ wave: 1, taken: 50, pacedFrom: at('07:50'), now: at('08:40') },
  }
  expect(lastLetInAt(course)).toEqual(at('09:39'))
})

test('a worker that was away does not make up for it: the rest counts from now', () => {
  // 60 of Paris are left at 12:00: 12:00 … 12:59, and New York’s 30 from 13:00 on.
  const course = {
    ...{ ...before, waves: waves(10, 100, 30), total: 140 },
    ...{ wave: 1, taken: 50, pacedFrom: at('07:50'), now: at('12:00') },
  }
  expect(lastLetInAt(course)).toEqual(at('13:29'))
  // With 90 left it is 12:00 … 13:29, then New York’s 30.
  expect(lastLetInAt({ ...course, taken: 20, pacedFrom: at('07:50') })).toEqual(at('13:59'))
})

test('without a pace it is the hour of the last wave that has anybody', () => {
  const free = { ...before, pace: null }
  expect(lastLetInAt({ ...free, waves: waves(10, 100, 0), total: 110 })).toEqual(at('08:00'))
  expect(lastLetInAt({ ...free, waves: waves(10, 100, 30), total: 140 })).toEqual(at('13:00'))
})

test('of waves that were never counted it says no hour that is too early', () => {
  const old = [wave('00:00'), wave('08:00'), wave('13:00')]
  expect(lastLetInAt({ ...before, waves: old, total: 60 })).toEqual(at('13:59'))
})

test('nobody left: nothing is said', () => {
  const course = { ...before, waves: waves(10, 100, 30), total: 140 }
  expect(lastLetInAt({ ...course, wave: 3, taken: 140 })).toBeNull()
  expect(lastLetInAt({ ...course, waves: [wave('08:00')], total: 0 })).toBeNull()
})
