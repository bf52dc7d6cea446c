import { expect, test } from 'vitest'
import { providerFaultWords, providerTroubleWords } from './provider-fault-words'

const said = (sentence: string) => (sentence.endsWith('.') ? `dit : ${sentence}` : sentence)

test.each([
  ['ECONNREFUSED', 'it cannot be reached (ECONNREFUSED)', 'il est injoignable (ECONNREFUSED)'],
  ['ETIMEDOUT', 'it did not answer in time (ETIMEDOUT)', 'il n’a pas répondu à temps (ETIMEDOUT)'],
  [
    'http-401',
    'it refuses the key or the password (http-401)',
    'il refuse la clé ou le mot de passe (http-401)',
  ],
  [
    'http-429',
    'it wants fewer mails at a time (http-429)',
    'il veut moins d’e-mails à la fois (http-429)',
  ],
  ['4.2.1', 'it said “later” (4.2.1)', 'il a dit «\u202fplus tard\u202f» (4.2.1)'],
  ['http-503', 'it takes no mail (http-503)', 'il ne prend pas d’e-mail (http-503)'],
])('%s is told in the reader’s language', (code, english, french) => {
  expect(providerFaultWords(code, 'en')).toBe(english)
  expect(providerFaultWords(code, 'fr')).toBe(french)
})

test('what a provider answered is told in its own words, what a network broke with is not', () => {
  expect(providerTroubleWords('535: 535 Authentication failed: bad key', 'fr', said)).toBe(
    'Il refuse la clé ou le mot de passe (535)\u00a0: 535 Authentication failed: bad key',
  )
  expect(providerTroubleWords('ECONNREFUSED: TypeError: fetch failed', 'fr', said)).toBe(
    'Il est injoignable (ECONNREFUSED)',
  )
  expect(providerTroubleWords('ESOCKET: a.example leads inside.', 'fr', said)).toBe(
    'Il est injoignable (ESOCKET)\u00a0: dit : a.example leads inside.',
  )
})
