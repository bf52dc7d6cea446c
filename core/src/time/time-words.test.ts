import { expect, test } from 'vitest'
import { durationWords } from './duration-words'
import { dateWords, instantWords, timeWords } from './instant-words'
import { recurrenceWords } from './recurrence-words'

test.each([
  ['P14D', '14 days', '14 jours'],
  ['PT24H', '24 hours', '24 heures'],
  ['PT1H', '1 hour', '1 heure'],
  ['PT30M', '30 minutes', '30 minutes'],
  ['P1DT12H', '1 day 12 hours', '1 jour 12 heures'],
  ['P6M', '6 months', '6 mois'],
  ['-P7D', '7 days', '7 jours'],
  ['PT0S', '0 minutes', '0 minute'],
])('%s is said %s, %s', (duration, en, fr) => {
  expect([durationWords(duration, 'en'), durationWords(duration, 'fr')]).toEqual([en, fr])
})

test('times, dates and instants are written as each language does', () => {
  const evening = new Date('2026-03-01T13:30:00Z')
  expect(timeWords('09:00', 'en')).toBe('09:00')
  expect(timeWords('14:30', 'fr')).toBe('14\u00a0h\u00a030')
  expect(dateWords(evening, 'fr', 'Europe/Paris')).toBe('1er mars 2026')
  expect(instantWords(evening, 'en', 'Europe/Paris')).toBe('1 March 2026, 14:30')
  expect(instantWords(evening, 'fr', 'Europe/Paris')).toBe('1er mars 2026 à 14\u00a0h\u00a030')
})

test.each([
  [
    'FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=9;BYMINUTE=0',
    'Monday and Thursday at 09:00',
    'lundi et jeudi à 9\u00a0h',
  ],
  ['FREQ=DAILY;BYHOUR=18;BYMINUTE=30', 'day at 18:30', 'jour à 18\u00a0h\u00a030'],
  ['FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9', 'month, on day 1 at 09:00', 'mois, le 1er à 9\u00a0h'],
  ['FREQ=WEEKLY;INTERVAL=2', '2 weeks', '2 semaines'],
])('%s follows “every”', (rrule, en, fr) => {
  expect([recurrenceWords(rrule, 'en'), recurrenceWords(rrule, 'fr')]).toEqual([en, fr])
})
