import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { durationParts } from './duration-parts'

const read = (text: string) => {
  try {
    return Temporal.Duration.from(text)
  } catch {
    return null
  }
}

test.each([
  ...['P1D', 'PT30M', 'P6M', 'P1Y2M3W4DT5H6M7S', '-P7D', '+P7D', 'P0D', '-P0D', 'PT0S', 'p1dt2h'],
  ...['PT1.5H', 'PT1,25M', 'PT0.0015S', 'PT1.123456789S', 'PT90M', 'P400D', 'PT36H', 'P1W'],
  ...['P4294967295Y', 'P4294967296Y', 'PT9007199254740991S', 'PT9007199254740992S'],
  ...['', 'P', 'PT', 'P1', 'P1DT', '1D', 'P1H', 'PT1D', 'P1.5D', 'PT1.5H2M', 'PT1.5M2S', 'P-1D'],
  ...['P1M1Y', 'PT1S1M', ' P1D', 'P1D ', 'P1D\n', 'PT1.1234567890S', 'tomorrow', 'P1Y1W1D'],
])('%j reads as Temporal reads it', (text) => {
  const expected = read(text)
  const parts = durationParts(text)
  if (!expected) return expect(parts).toBeNull()
  const { sign } = expected
  const { years, months, weeks, days, hours, minutes, seconds, milliseconds } = expected.abs()
  const calendar = { years, months, weeks, days }
  expect(parts).toEqual({ sign, ...calendar, hours, minutes, seconds, milliseconds })
})
