import { expect, test } from 'vitest'
import { costOfEmails } from './cost-of-emails'

test('emails cost their share of a thousand, in whole cents', () => {
  expect(costOfEmails(38_000, 100)).toBe(3_800)
  expect(costOfEmails(1_614, 120)).toBe(194)
  expect(costOfEmails(4, 120)).toBe(0)
})

test('free emails cost nothing; where nobody said what they cost, there is no cost', () => {
  expect(costOfEmails(5_000, 0)).toBe(0)
  expect(costOfEmails(5_000, null)).toBeNull()
})
