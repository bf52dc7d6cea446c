import { expect, test } from 'vitest'
import { stepsOfTrigger } from './lifecycle'

test.each([
  ['a sign-up works towards the first order', 'on-event', { event: 'Signed Up' }, ['first-order']],
  ['an order works towards the next', 'on-event', { event: 'Order Completed' }, ['repeat']],
  ['a cart is either', 'on-cart-abandoned', { idle: 'PT30M' }, ['first-order', 'repeat']],
  ['two weeks of silence come before being at risk', 'on-inactive', { for: 'P14D' }, ['at-risk']],
  ['six months of silence after it', 'on-inactive', { for: 'P6M' }, ['lost']],
  ['who is at risk is not to be lost', 'on-event', { event: 'Became At Risk' }, ['lost']],
  ['an event of the client’s own says nothing of it', 'on-event', { event: 'Own' }, []],
])('%s', (_, type, config, steps) => {
  expect(stepsOfTrigger({ type, config }, 90)).toEqual(steps)
})
