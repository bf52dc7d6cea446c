import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { onEvent } from './definition'
import { runOnEvent } from './run'

test('lets in whoever the event has brought', () => {
  expect(runOnEvent.enter({ event: 'Order Delivered' }, fakeContext())).toMatchObject({
    exit: 'entered',
  })
})

test('reads as a sentence in both languages', () => {
  expect(cardOf(onEvent, { event: 'Order Delivered' })).toEqual([
    'When [an order is delivered]',
    'Quand [une commande est livrée]',
  ])
  expect(cardOf(onEvent, {})).toEqual(['When ?what happens?', 'Quand ?que se passe-t-il\u202f?'])
  const where = { field: 'revenue', op: '>=', value: 50 } as const
  expect(cardOf(onEvent, { event: 'Order Completed', where })[0]).toBe(
    'When [an order is placed], where [“revenue” is 50 or more]',
  )
})
