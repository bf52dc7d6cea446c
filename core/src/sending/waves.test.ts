import { expect, test } from 'vitest'
import { firstWaveAt, wavesOf } from './waves'

const nine = new Date('2026-03-30T07:00:00Z')

test('nine o’clock comes to each zone in its turn, then to whoever is left', () => {
  const people = new Map([
    [null, 3],
    ['Europe/Berlin', 4],
  ])
  const zones = ['America/New_York', null, 'Europe/Berlin']
  expect(wavesOf(nine, 'Europe/Paris', zones, people)).toEqual([
    { at: '2026-03-30T07:00:00.000Z', zones: [null, 'Europe/Berlin'], people: 7 },
    { at: '2026-03-30T13:00:00.000Z', zones: ['America/New_York'], people: 0 },
    { at: '2026-03-30T13:00:00.000Z', zones: null },
  ])
})

test('summer begins in each zone on its own day', () => {
  const before = new Date('2026-03-09T08:00:00Z')
  expect(wavesOf(before, 'Europe/Paris', ['America/New_York'], new Map())[0]?.at).toBe(
    '2026-03-09T13:00:00.000Z',
  )
})

test('the first clock to show it is the one furthest east', () => {
  expect(firstWaveAt(nine, 'Europe/Paris')).toEqual(new Date('2026-03-29T19:00:00Z'))
})

test('with nobody there is still one wave, at the hour itself', () => {
  expect(wavesOf(nine, 'Europe/Paris', [], new Map())).toEqual([
    { at: nine.toISOString(), zones: null },
  ])
})
