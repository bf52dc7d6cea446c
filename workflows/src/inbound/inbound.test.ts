import { inTransaction } from '@relance/db/connection/in-transaction'
import { getContact } from '@relance/db/contact/get-contact'
import { listTroubles } from '@relance/db/trouble/list-troubles'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { giveBack, takingReturns, tokensOf } from '../testing/give-back'
import { identify, track } from '../testing/incoming'
import { advance, messages, publish, runs, send, startWorld, type World } from '../testing/world'

let world: World
const senders: string[] = []
beforeEach(async () => {
  senders.length = 0
  const noteSender = {
    onMailFrom: ({ address }: { address: string }, _session: unknown, done: () => void) => {
      senders.push(address)
      done()
    },
  }
  world = await startWorld('2026-03-02T10:00:00Z', noteSender, takingReturns)
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
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
  await send(world, identify('c-1'), track('c-1', 'Signed Up'))
  await advance(world, '2026-03-02T10:00:01Z')
})
afterEach(() => world.close())

const token = () => tokensOf(world)[0] ?? ''
const later = (seconds: number) => advance(world, new Date(START + seconds * 1000).toISOString())
const START = Date.parse('2026-03-02T10:00:01Z')
const HOUR = 3600

/** What is kept of what came back. */
const kept = () =>
  inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql<{ name: string; properties: Record<string, unknown> }[]>`
      select name, properties from events where workspace_id = ${workspaceId} and source = 'returned-mail' order by id`,
  )
const contact = async () => {
  const [row] = await inTransaction(
    world.scope,
    ({ sql, workspaceId }) =>
      sql<
        { id: string }[]
      >`select id from contacts where workspace_id = ${workspaceId} and external_id = 'c-1'`,
  )
  return getContact(world.scope, row?.id ?? '')
}

test('a mail goes out with a return address of its own, and answers come to another', () => {
  expect(senders).toEqual([`bounce+${token()}@mail.shop.example`])
})

test('a report that no such mailbox exists suppresses the address and ends the run in the same second', async () => {
  await giveBack(world, 'postfix-unknown-user', { token: token() })
  await later(1)
  expect(await runs(world)).toMatchObject([
    { state: 'ended', endReason: 'unreachable', endDetail: 'suppressed' },
  ])
  expect((await contact()).suppressed).toMatchObject([{ channel: 'email', reason: 'hard-bounce' }])
  expect(await kept()).toMatchObject([
    {
      name: 'Email Bounced',
      properties: { bounce_class: 'hard', code: '5.1.1', node_id: 'mail-1' },
    },
  ])
})

test('an address that bounced stays out when it is told again', async () => {
  await giveBack(world, 'gmail-unknown-user', { token: token() })
  await later(1)
  await send(world, identify('c-2', { email: 'C-1@Example.com' }), track('c-2', 'Signed Up'))
  await later(2)
  expect((await messages(world)).at(-1)).toMatchObject({ state: 'refused', reason: 'suppressed' })
})

test('the same report once more changes nothing', async () => {
  const report = { token: token().toUpperCase() }
  await giveBack(world, 'postfix-unknown-user', report)
  await giveBack(world, 'postfix-unknown-user', report)
  await later(1)
  expect(await kept()).toHaveLength(1)
})

test('a full mailbox stops nothing', async () => {
  await giveBack(world, 'gmail-over-quota', { token: token() })
  await later(25 * HOUR)
  expect((await contact()).suppressed).toEqual([])
  expect(await messages(world)).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
})

/** Sends mail after mail, an hour apart, and hands back those of these numbers as from a full mailbox. */
async function softBounces(times: number, comesBack: (n: number) => boolean) {
  await publish(world, {
    settings: { reentry: { mode: 'after', after: 'PT1H', atOnceAfter: [] } },
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Asked' } },
        { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })
  for (let n = 1; n <= times; n++) {
    await send(world, track('c-1', 'Asked'))
    await later(n * 2 * HOUR)
    const tokens = tokensOf(world)
    expect(tokens).toHaveLength(n + 1)
    const last = { token: tokens.at(-1) ?? '' }
    if (comesBack(n)) await giveBack(world, 'postfix-mailbox-full', last)
    await later(n * 2 * HOUR + 1)
  }
}

test('the fifth message in a month that comes back soft is the last', async () => {
  await softBounces(4, () => true)
  expect((await contact()).suppressed).toEqual([])
  // The first mail of all, which nobody had heard of until now.
  await giveBack(world, 'postfix-mailbox-full', { token: token() })
  await later(9 * HOUR)
  expect((await contact()).suppressed).toMatchObject([{ reason: 'soft' }])
})

test('one that stays among them begins the count anew', async () => {
  await softBounces(6, (n) => n !== 3)
  expect((await contact()).suppressed).toEqual([])
})

test('whoever blocks us is told of and suppresses nobody', async () => {
  await giveBack(world, 'exchange-blocked', { token: token() })
  await later(1)
  expect((await contact()).suppressed).toEqual([])
  expect(await listTroubles(world.scope)).toMatchObject([
    { queue: 'blocked', subject: 'example.com', error: '5.7.1', times: 1 },
  ])
})

test('a complaint to the desk suppresses the address, withdraws consent and ends the run', async () => {
  await giveBack(world, 'feedback-abuse', {
    ...{ token: token(), to: 'abuse', from: 'feedback@arf.mailbox.example' },
  })
  await later(1)
  expect(await contact()).toMatchObject({
    consents: { email: { state: 'refused', source: 'complaint' } },
    suppressed: [{ reason: 'complaint' }],
  })
  expect(await runs(world)).toMatchObject([{ state: 'ended', endReason: 'unreachable' }])
})

test('a forged return address is refused, and a report about no mail of ours changes nothing', async () => {
  const forged = `${token().slice(0, -1)}${token().endsWith('a') ? 'b' : 'a'}`
  await expect(giveBack(world, 'postfix-unknown-user', { token: forged })).rejects.toMatchObject({
    responseCode: 550,
  })
  await giveBack(world, 'feedback-abuse', { token: forged, to: 'abuse' })
  await later(1)
  expect(await kept()).toEqual([])
  expect(await runs(world)).toMatchObject([{ state: 'waiting' }])
})

test('a client’s own event that says a mail bounced suppresses nobody', async () => {
  const [sent] = await inTransaction(
    world.scope,
    ({ sql, workspaceId }) =>
      sql<{ id: string }[]>`select id from messages where workspace_id = ${workspaceId}`,
  )
  const claim = { message_id: sent?.id, bounce_class: 'hard', code: '5.1.1' }
  await send(world, track('c-1', 'Email Bounced', claim))
  await later(1)
  expect((await contact()).suppressed).toEqual([])
})

test('an answer holds the next mail of that run for 48 hours', async () => {
  await later(10 * HOUR)
  await giveBack(world, 'reply', { token: token(), to: 'reply', from: 'ada@customer.example' })
  await later(30 * HOUR)
  expect(await messages(world)).toMatchObject([
    { nodeId: 'mail-1', state: 'sent' },
    { nodeId: 'mail-2', state: 'queued', reason: 'replied', sentAt: null },
  ])
  await later(60 * HOUR)
  expect((await messages(world))[1]).toMatchObject({
    state: 'sent',
    sentAt: new Date('2026-03-04T20:00:01Z'),
  })
  expect(await kept()).toMatchObject([
    {
      name: 'Email Replied',
      properties: { text: 'Does the blue one come in size 38? Merci, à bientôt.' },
    },
  ])
})

test('an answering machine holds nothing and is not kept', async () => {
  await giveBack(world, 'out-of-office-exchange', { token: token(), from: 'ada@corp.example' })
  await giveBack(world, 'out-of-office-fr', {
    token: token(),
    to: 'reply',
    from: 'h@boite.example',
  })
  await later(25 * HOUR)
  expect(await kept()).toEqual([])
  expect(await messages(world)).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
})
