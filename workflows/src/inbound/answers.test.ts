import { closeAnswer } from '@relance/db/answer/close-answer'
import { countPeopleWaiting } from '@relance/db/answer/count-people-waiting'
import { listAnswers } from '@relance/db/answer/list-answers'
import { reopenAnswer } from '@relance/db/answer/reopen-answer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { giveBack, takingReturns, tokensOf } from '../testing/give-back'
import { identify, track } from '../testing/incoming'
import { advance, limit, messages, publish, send, startWorld, type World } from '../testing/world'

let world: World
let flowId: string
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z', undefined, takingReturns)
  flowId = await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-cart-abandoned', version: 1, config: { idle: 'PT30M' } },
        { id: 'mail-1', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'day', type: 'wait-duration', version: 1, config: { for: 'P1D', since: 'here' } },
        { id: 'mail-2', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail-1' },
        { from: 'mail-1', exit: 'sent', to: 'day' },
        { from: 'day', exit: 'done', to: 'mail-2' },
        { from: 'mail-2', exit: 'sent', to: 'end' },
      ],
    },
  })
  const product = { cart_id: 'k-1', product_id: 'p-1', name: 'Blue shoe', price: 60, quantity: 2 }
  await send(world, identify('c-1'), track('c-1', 'Product Added', product))
  await advance(world, '2026-03-02T10:31:00Z')
})
afterEach(() => world.close())

const reply = (from = 'ada@customer.example') =>
  giveBack(world, 'reply', { token: tokensOf(world)[0] ?? '', to: 'reply', from })
const open = async () => (await listAnswers(world.scope, { state: 'open', limit: 50 })).items
const second = async () => (await messages(world)).find(({ nodeId }) => nodeId === 'mail-2')

test('an answer to the first cart mail waits for a person, with the cart and what was written, and holds the second', async () => {
  await reply()
  await advance(world, '2026-03-03T11:00:00Z')
  expect(await open()).toMatchObject([
    {
      ...{ contact: 'c-1', flowId, nodeId: 'mail-1', doneAt: null, owner: null },
      from: 'ada@customer.example',
      said: 'Does the blue one come in size 38? Merci, à bientôt.',
      receivedAt: new Date('2026-03-02T10:31:00Z'),
      holdsUntil: new Date('2026-03-04T10:31:00Z'),
      cart: { valueCents: 12_000, lines: [{ title: 'Blue shoe', quantity: 2 }] },
    },
  ])
  expect(await second()).toMatchObject({ state: 'queued', reason: 'replied', sentAt: null })
  expect(await countPeopleWaiting(world.scope)).toMatchObject({
    answers: { open: 1, since: new Date('2026-03-02T10:31:00Z') },
    cases: { open: 0 },
  })
})

test('the second goes as soon as somebody has seen to the answer, and not before all are', async () => {
  await reply()
  await giveBack(world, 'reply', {
    ...{ token: tokensOf(world)[0] ?? '', to: 'reply', from: 'ada@customer.example' },
    change: (raw) => raw.replace(/^Message-ID: </im, 'Message-ID: <another-'),
  })
  await advance(world, '2026-03-03T11:00:00Z')
  const [first, last] = await open()
  await closeAnswer(world.scope, first?.id ?? '', 'Size 38 is there')
  await advance(world, '2026-03-03T12:00:00Z')
  expect(await second()).toMatchObject({ state: 'queued' })
  await closeAnswer(world.scope, last?.id ?? '', '')
  await advance(world, '2026-03-03T12:00:01Z')
  expect(await second()).toMatchObject({ state: 'sent', sentAt: new Date('2026-03-03T12:00:00Z') })
  expect((await listAnswers(world.scope, { state: 'done', limit: 50 })).items).toMatchObject([
    { note: null, holdsUntil: null },
    { note: 'Size 38 is there', doneAt: new Date('2026-03-03T11:00:00Z') },
  ])
  await expect(closeAnswer(world.scope, last?.id ?? '', '')).rejects.toThrow('already')
})

test('one that is opened again holds again, from when it came', async () => {
  await reply()
  await advance(world, '2026-03-02T12:00:00Z')
  const [answer] = await open()
  await closeAnswer(world.scope, answer?.id ?? '', '')
  await reopenAnswer(world.scope, answer?.id ?? '')
  await advance(world, '2026-03-03T20:00:00Z')
  expect(await second()).toMatchObject({ state: 'queued', reason: 'replied' })
  await advance(world, '2026-03-04T11:00:00Z')
  expect(await second()).toMatchObject({ sentAt: new Date('2026-03-04T10:31:00Z') })
})

test('how long it holds is the workspace’s to say, and none at all with 0', async () => {
  await limit(world, { emailMost: null, allMost: null, replyHoldHours: 26 })
  await reply()
  await advance(world, '2026-03-03T13:00:00Z')
  expect(await second()).toMatchObject({ sentAt: new Date('2026-03-03T12:31:00Z') })
  expect(await open()).toMatchObject([{ holdsUntil: null }])
})

test('an answering machine, and the same answer twice, wait for nobody', async () => {
  await giveBack(world, 'out-of-office-exchange', {
    ...{ token: tokensOf(world)[0] ?? '', to: 'reply', from: 'ada@corp.example' },
  })
  await advance(world, '2026-03-02T11:00:00Z')
  expect(await open()).toEqual([])
  await reply()
  await reply()
  await advance(world, '2026-03-02T12:00:00Z')
  expect(await open()).toHaveLength(1)
})
