import { expect, test } from 'vitest'
import type { Delivery, RetryWhy } from '../kit/delivery'
import { deliverInOrder, inOrder } from './deliver-in-order'
import type { EmailMessage } from './email-message'
import type { MailProvider } from './providers/provider'

const message: EmailMessage = {
  messageId: '<1@shop.example>',
  ...{ from: { address: 'a@shop.example' }, to: { address: 'b@customers.example' } },
  ...{ subject: '', html: '', text: '' },
}

const handed: string[] = []
const provider = (id: string, delivery: Delivery): MailProvider => ({
  id,
  deliver: async ({ messageId }) => {
    handed.push(`${id} ${messageId}`)
    return delivery
  },
})
const again = (why: RetryWhy): Delivery => ({ result: 'retry', why, code: 'x', reason: 'y' })
const sent: Delivery = { result: 'sent', response: '250' }

async function run(first: Delivery) {
  handed.length = 0
  const announced: string[] = []
  const two = [provider('one', first), provider('two', sent)] as const
  const came = await deliverInOrder(two, message, async (id) => void announced.push(id))
  return { ...came, announced, order: inOrder(two).map(({ id }) => id) }
}

test('a provider that is away is followed by the next one, announced before, under the same id', async () => {
  const { delivery, providerId, announced, unavailable } = await run(again('unavailable'))
  expect(delivery).toEqual(sent)
  expect([providerId, announced]).toEqual(['two', ['two']])
  expect(handed).toEqual(['one <1@shop.example>', 'two <1@shop.example>'])
  expect(unavailable).toEqual([{ providerId: 'one', code: 'x', reason: 'y' }])
})

test.each<Delivery>([
  sent,
  again('unsure'),
  again('later'),
  { result: 'refused', class: 'hard', code: '5.1.1', reason: 'no' },
  { result: 'refused', class: 'blocked', code: '5.7.1', reason: 'no' },
])('nobody else is asked after %j', async (first) => {
  const { delivery, announced } = await run(first)
  expect(delivery).toEqual(first)
  expect(announced).toEqual([])
  expect(handed).toHaveLength(1)
})

test('who was away a moment ago is asked last', async () => {
  expect((await run(again('unavailable'))).order).toEqual(['two', 'one'])
  expect((await run(sent)).order).toEqual(['one', 'two'])
})
