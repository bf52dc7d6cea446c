import { expect, test } from 'vitest'
import { readIncomingEvent } from './incoming-event'

const read = (sent: object) =>
  readIncomingEvent({ type: 'track', event: 'A', userId: 'u', ...sent })

test('numbers are names too, and the spaces around a name are none of it', () => {
  expect(read({ userId: 42, anonymousId: ' c1 ', messageId: 7 })).toMatchObject({
    userId: '42',
    anonymousId: 'c1',
    messageId: '7',
  })
})

test('what is absent or null is empty; an envelope says what the message does not', () => {
  const sent = { type: 'page', anonymousId: 'c1', userId: null, properties: null }
  expect(readIncomingEvent(sent, { context: { ip: '::1' }, sentAt: 1000 })).toMatchObject({
    userId: null,
    properties: {},
    context: { ip: '::1' },
    timestamp: null,
    sentAt: new Date(1000),
  })
})

test('a time that is none stays to be replaced; the original one stands in for an absent one', () => {
  expect(read({ timestamp: 'yesterday' }).timestamp?.getTime()).toBeNaN()
  expect(read({ originalTimestamp: '2026-03-01T10:00:00Z' }).timestamp).toEqual(
    new Date('2026-03-01T10:00:00Z'),
  )
})

test.each([
  ['userId', { userId: '' }],
  ['userId', { userId: 'x'.repeat(256) }],
  ['anonymousId', { anonymousId: {} }],
  ['messageId', { messageId: ['m'] }],
  ['event', { event: 7 }],
  ['event', { event: 'x'.repeat(201) }],
  ['properties', { properties: [] }],
  ['context', { context: 'here' }],
  ['timestamp', { timestamp: {} }],
  ['type', { type: 'group' }],
  ['type', { type: undefined }],
])('what cannot be a %s is refused by its name', (field, sent) => {
  expect(() => read(sent)).toThrow(expect.objectContaining({ code: 'invalid', details: { field } }))
})
