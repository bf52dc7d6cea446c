import { expect, test } from 'vitest'
import { sharedFields } from './shared-fields'

const node = (id: string, type: string, config: Record<string, unknown>) => ({
  ...{ id, type, version: 1, config },
})
const nodes = {
  short: node('short', 'wait-duration', { for: 'P1D', since: 'here' }),
  long: node('long', 'wait-duration', { for: 'P7D', since: 'here' }),
  mail: node('mail', 'send-email', { template: 't-1', whenHeld: 'wait' }),
  asks: node('asks', 'condition', { branches: [] }),
}
const told = (...ids: string[]) =>
  sharedFields({ nodes }, ids).map(({ field, value, differs }) => [field, value, differs])

test('steps of one kind share their fields, with the value where it is the same', () => {
  expect(told('short', 'long')).toContainEqual(['since', 'here', false])
  expect(told('short', 'long')).toContainEqual(['for', undefined, true])
})

test('steps of other kinds share none, and what is one step’s own is never shared', () => {
  expect(told('short', 'mail')).toEqual([])
  expect(told('asks', 'asks')).toEqual([])
})
