import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { setField } from './definition'
import { runSetField } from './run'

test('writes a text filled with the customer’s data', async () => {
  const context = fakeContext({
    fill: async (text) => text.replace('{{ contact.firstName }}', 'Claire'),
  })
  expect(
    await runSetField.enter({ field: 'greeting', value: 'Dear {{ contact.firstName }}' }, context),
  ).toMatchObject({ exit: 'done' })
  expect(context.fieldsSet).toEqual({ greeting: 'Dear Claire' })
})
test('writes numbers, yes and no, and nothing as they are', async () => {
  const context = fakeContext()
  await runSetField.enter({ field: 'points', value: 3 }, context)
  await runSetField.enter({ field: 'tier', value: null }, context)
  expect(context.fieldsSet).toEqual({ points: 3, tier: null })
})
test('reads as a sentence in both languages', () => {
  expect(cardOf(setField, { field: 'vip', value: true })).toEqual([
    'Set [“vip”] to [yes]',
    'Inscrire [oui] dans [«\u202fvip\u202f»]',
  ])
})
