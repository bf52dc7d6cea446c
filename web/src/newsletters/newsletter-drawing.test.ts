import { expect, test } from 'vitest'
import { type NewsletterForm, newsletterDrawing } from './newsletter-drawing'

const form: NewsletterForm = {
  ...{ name: ' Spring ', segmentId: null, templateId: 't-1', typology: 'information' },
  ...{ when: 'once', day: '2026-03-30', time: '09:00', weekday: 'MO', zone: 'workspace' },
  ...{ pace: 'none', people: 1000, hours: 4 },
}
const startOf = (change: Partial<NewsletterForm>) =>
  newsletterDrawing({ ...form, ...change }, 'Europe/Paris')?.graph.nodes[0]?.config

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
