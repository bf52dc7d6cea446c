import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { onSchedule } from './definition'
import { runOnSchedule } from './run'

test('lets in whoever the audience holds', () => {
  const config = onSchedule.config.parse({ at: '2026-03-16T10:00:00Z' })
  expect(runOnSchedule.enter(config, fakeContext())).toMatchObject({ exit: 'entered' })
})

test('needs a time, once or repeated', () => {
  expect(onSchedule.config.safeParse({}).success).toBe(false)
  expect(onSchedule.config.safeParse({ rrule: 'FREQ=DAILY' }).success).toBe(true)
  expect(onSchedule.config.safeParse({ rrule: 'every day' }).success).toBe(false)
})

test('reads as a sentence in both languages', () => {
  const audience = { segment: 'at-risk', member: true }
  expect(
    cardOf(onSchedule, { rrule: 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0', audience }),
  ).toEqual(['Every [Monday at 09:00], for [At risk]', 'Chaque [lundi à 9\u00a0h], pour [At risk]'])
  expect(cardOf(onSchedule, { at: '2026-03-01T10:30:00Z' })).toEqual([
    'On [1 March 2026, 10:30], for [everyone]',
    'Le [1er mars 2026 à 10\u00a0h\u00a030], pour [tout le monde]',
  ])
})

test('says by whose clock and how fast', () => {
  const config = { at: '2026-03-02T09:00:00Z', zone: 'contact', pace: 'hour', people: 2000 }
  expect(cardOf(onSchedule, config)).toEqual([
    'On [2 March 2026, 09:00] local time, for [everyone], [2,000] an hour',
    'Le [2 mars 2026 à 9\u00a0h] heure du client, pour [tout le monde], [2\u202f000] par heure',
  ])
})

test('names whom it is for as people do', () => {
  const to = (audience: object) => cardOf(onSchedule, { at: '2026-03-02T09:00:00Z', audience })
  expect(to({ and: [{ consent: 'email', state: 'given' }] })).toEqual([
    'On [2 March 2026, 09:00], for [whoever agrees to emails]',
    'Le [2 mars 2026 à 9\u00a0h], pour [qui accepte les e-mails]',
  ])
  expect(to({ and: [{ segment: 'at-risk', member: true }] })[1]).toMatch(/, pour \[At risk\]$/)
})

test('a pace needs its figure', () => {
  const once = { at: '2026-03-02T09:00:00Z' }
  expect(onSchedule.config.safeParse({ ...once, pace: 'minute' }).success).toBe(false)
  expect(onSchedule.config.safeParse({ ...once, pace: 'over' }).success).toBe(false)
  expect(onSchedule.config.safeParse({ ...once, pace: 'over', over: 'PT4H' }).success).toBe(true)
})
