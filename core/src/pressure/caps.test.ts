import { expect, test } from 'vitest'
import { capsFor, countedBy, roomAt } from './caps'
import { pressureSettings } from './pressure-settings'

const proposed = pressureSettings.parse({})
const at = (iso: string) => new Date(`2026-03-${iso}:00Z`)
const mail = (iso: string) => ({ channel: 'email', at: at(iso) })
const full = capsFor(proposed, 'email', 1)

test('there is room below the limit, and from the instant at which the oldest message is seven days old', () => {
  const two = [mail('01T10:00'), mail('03T10:00')]
  expect(roomAt(full, two, at('05T10:00'))).toBeNull()
  const three = [...two, mail('05T10:00')]
  expect(roomAt(full, three, at('06T10:00'))).toEqual(at('08T10:00'))
  expect(roomAt(full, three, at('08T10:00'))).toBeNull()
})

test('above a limit that was lowered, as many must grow old as are too many', () => {
  const caps = capsFor({ ...proposed, emailMost: 1 }, 'email', 1)
  const three = [mail('05T10:00'), mail('01T10:00'), mail('03T10:00')]
  expect(roomAt(caps, three, at('06T10:00'))).toEqual(at('12T10:00'))
})

test('all channels together have a limit of their own', () => {
  const texts = ['01', '02'].map((day) => ({ channel: 'sms', at: at(`${day}T10:00`) }))
  const two = [mail('03T10:00'), mail('04T10:00')]
  expect(roomAt(full, [...texts, ...two], at('05T10:00'))).toEqual(at('08T10:00'))
  expect(roomAt(full, [...texts.slice(1), ...two], at('05T10:00'))).toBeNull()
})

test('where those of a better claim would fill it, room is asked for again a moment later', () => {
  const two = [mail('01T10:00'), mail('03T10:00')]
  expect(roomAt(full, two, at('05T10:00'), 1)).toEqual(new Date('2026-03-05T10:00:01Z'))
  expect(roomAt(full, [], at('05T10:00'), 1)).toBeNull()
})

test('a lower level allows its share; less than one message becomes one in a longer window', () => {
  const DAY = 86_400_000
  const week = 7 * DAY
  expect(capsFor(proposed, 'email', 0.5)).toEqual([
    { channel: 'email', most: 2, windowMs: week },
    { channel: null, most: 2, windowMs: week },
  ])
  expect(capsFor(proposed, 'email', 0.25)).toEqual([
    { channel: 'email', most: 1, windowMs: week / 0.75 },
    { channel: null, most: 1, windowMs: week },
  ])
  expect(capsFor(proposed, 'sms', 0.5)[0]).toEqual({ channel: 'sms', most: 1, windowMs: 2 * week })
})

test('what counts is what was sent within the window, by channel or over all of them', () => {
  const sent = [mail('01T10:00'), mail('05T10:00'), { channel: 'sms', at: at('06T10:00') }]
  const counts = full.map((cap) => countedBy(cap, sent, at('08T10:00')).length)
  expect(counts).toEqual([1, 2])
})

test('a limit that is off lets everything through', () => {
  expect(capsFor({ ...proposed, emailMost: null, allMost: null }, 'email', 1)).toEqual([])
  expect(roomAt([], [mail('01T10:00')], at('01T10:00'), 5)).toBeNull()
})
