import { expect, test } from 'vitest'
import { formatMoney } from './format-money'

test.each([
  [123_450, 'EUR', 'fr-FR', '1\u202f234,50\u00a0€'],
  [123_450, 'EUR', 'en-GB', '€1,234.50'],
  [2500, 'EUR', 'fr-FR', '25\u00a0€'],
  [2500, 'eur', 'en-GB', '€25'],
  [5, 'USD', 'en-US', '$0.05'],
  [-4900, 'EUR', 'fr-FR', '-49\u00a0€'],
  [1200, 'points', 'en-GB', '12\u00a0points'],
])('%i %s in %s is %s', (cents, currency, locale, words) => {
  expect(formatMoney(cents, currency, locale)).toBe(words)
})
