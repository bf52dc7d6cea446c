import { expect, test } from 'vitest'
import { isPast, type NewsletterForm, newsletterDrawing } from './newsletter-drawing'

const form: NewsletterForm = {
  ...{ name: ' Spring ', segmentId: null, templateId: 't-1', typology: 'information' },
  ...{ when: 'once', day: '2026-03-30', time: '09:00', weekday: 'MO', zone: 'workspace' },
  ...{ pace: 'none', people: 1000, hours: 4 },
}
const paris = { timeZone: 'Europe/Paris', now: '2026-03-01T10:00:00.000Z' }
const drawn = (change: Partial<NewsletterForm>, language: 'en' | 'fr' = 'en') =>
  newsletterDrawing({ ...form, ...change }, { ...paris, language })
const startOf = (change: Partial<NewsletterForm>) => drawn(change)?.graph.nodes[0]?.config

test('nine o’clock is nine o’clock of the workspace, in winter and in summer', () => {
  expect(startOf({})).toMatchObject({ at: '2026-03-30T07:00:00.000Z' })
  expect(startOf({ day: '2026-03-02' })).toMatchObject({ at: '2026-03-02T08:00:00.000Z' })
})

test('it goes to those who agreed, or to a segment', () => {
  expect(startOf({})).toMatchObject({ audience: { and: [{ consent: 'email', state: 'given' }] } })
  expect(startOf({ segmentId: 's-1' })).toMatchObject({
    audience: { and: [{ segment: 's-1', member: true }] },
  })
})

test('it repeats on a day of the week, and keeps its pace', () => {
  expect(startOf({ when: 'weekly', weekday: 'TU', time: '08:30', pace: 'over' })).toMatchObject({
    ...{ rrule: 'FREQ=WEEKLY;BYDAY=TU;BYHOUR=8;BYMINUTE=30', pace: 'over', over: 'PT4H' },
  })
  expect(startOf({ pace: 'hour' })).toMatchObject({ pace: 'hour', people: 1000 })
})

test('is nothing while a name, a mail or a date is missing', () => {
  for (const change of [{ name: ' ' }, { templateId: null }, { day: '' }, { time: '' }])
    expect(startOf(change)).toBeUndefined()
})

test('it may leave as soon as it is approved, everywhere at one moment', () => {
  expect(startOf({ when: 'now', day: '', time: '', zone: 'contact' })).toMatchObject({
    ...{ at: paris.now, zone: 'workspace' },
  })
})

test('an hour that has passed is no hour to send at, not even by a minute', () => {
  expect(isPast({ ...form, day: '2026-03-01', time: '11:00' }, paris)).toBe(true)
  expect(startOf({ day: '2026-03-01', time: '11:00' })).toBeUndefined()
  expect(isPast({ ...form, day: '2025-03-30' }, paris)).toBe(true)
  expect(isPast({ ...form, day: '2026-03-01', time: '11:01' }, paris)).toBe(false)
  expect(isPast({ ...form, when: 'now', day: '2025-03-30' }, paris)).toBe(false)
})

test('its end is named in the language of whoever makes it', () => {
  expect(drawn({}, 'fr')?.graph.nodes.at(-1)?.config).toMatchObject({ reason: 'envoyée' })
  expect(drawn({})?.graph.nodes.at(-1)?.config).toMatchObject({ reason: 'sent' })
})
