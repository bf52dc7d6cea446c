import { expect, test } from 'vitest'
import { renameEvents } from './rename-events'

test('an event is called by its other name wherever it is named, and nothing else changes', () => {
  const settings = {
    goal: { event: 'Order Delivered' },
    filter: { and: [{ not: { event: 'Order Delivered', within: 'P6D' } }, { event: 'page' }] },
    name: 'Order Delivered',
  }
  expect(renameEvents(settings, { 'Order Delivered': 'Colis livré' })).toEqual({
    goal: { event: 'Colis livré' },
    filter: { and: [{ not: { event: 'Colis livré', within: 'P6D' } }, { event: 'page' }] },
    name: 'Order Delivered',
  })
})

test('a name such as “constructor” is not taken for one that was given', () => {
  expect(renameEvents({ event: 'constructor' }, {})).toEqual({ event: 'constructor' })
})
