import { expect, test } from 'vitest'
import { gateReasonWords } from './reason-words'

test.each([
  ['no-consent', 'no consent is recorded', 'aucun accord n’est enregistré'],
  ['bounced-hard', 'there is no such mailbox', 'cette boîte n’existe pas'],
  [
    'render-timeout',
    'the mail takes too long to make for this person',
    'l’e-mail est trop long à composer pour cette personne',
  ],
  [
    'ECONNREFUSED',
    'mail server: it cannot be reached (ECONNREFUSED)',
    'serveur de messagerie\u00a0: il est injoignable (ECONNREFUSED)',
  ],
  [
    '4.2.1',
    'mail server: it said “later” (4.2.1)',
    'serveur de messagerie\u00a0: il a dit «\u202fplus tard\u202f» (4.2.1)',
  ],
  [
    'http-503',
    'mail server: it takes no mail (http-503)',
    'serveur de messagerie\u00a0: il ne prend pas d’e-mail (http-503)',
  ],
  ['odd-reason', 'odd reason', 'odd reason'],
])('%s is why a mail did not go, in both languages', (reason, english, french) => {
  expect(gateReasonWords(reason, 'en')).toBe(english)
  expect(gateReasonWords(reason, 'fr')).toBe(french)
})
