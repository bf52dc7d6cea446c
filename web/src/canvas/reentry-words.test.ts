import type { GraphNode } from '@relance/core/graph/graph'
import { expect, test } from 'vitest'
import { inspector as english } from '../locales/en/inspector'
import { inspector as french } from '../locales/fr/inspector'
import { reentryWords } from './reentry-words'

const said = (type: string, config: GraphNode['config'] = {}) => {
  const mail: GraphNode = { id: 'mail', type: 'send-email', version: 1, config: {} }
  const start: GraphNode = { id: 'start', type, version: 1, config }
  const key = reentryWords('per-key', { nodes: { mail, start } }) as keyof typeof english
  return [english[key], french[key]]
}

test('a newsletter is entered once per sending, and is never said to have a cart or an order', () => {
  expect(said('on-schedule', { rrule: 'FREQ=WEEKLY' })).toEqual([
    'Once per sending',
    'Une fois par envoi',
  ])
})

test('each other start says what an entry by it is known by', () => {
  expect(said('on-cart-abandoned')[0]).toBe('Once per cart')
  expect(said('on-latency')[0]).toBe('Once per order')
  expect(said('on-inactive')[0]).toBe('Once per period of silence')
  expect(said('on-date', { repeat: 'yearly' })[0]).toBe('Once a year')
  expect(said('on-date', { repeat: 'once' })[0]).toBe('Once per date')
  expect(said('on-segment')[0]).toBe('Each time')
  expect(said('on-score-drop')[0]).toBe('Each time')
  expect(said('on-event')[0]).toBe('Each time, once per cart or order')
})

test('the other ways to come back are said alike whatever starts it', () => {
  expect(reentryWords('once', { nodes: {} })).toBe('reentry.once')
  expect(reentryWords('after', { nodes: {} })).toBe('reentry.after')
})
