import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { sendEmail } from './definition'
import { runSendEmail } from './run'

const parse = (config: Record<string, unknown>) =>
  sendEmail.config.parse({ template: 'selection', ...config })
const refusing = (reason: string) =>
  fakeContext({ send: async () => ({ queued: false, reason, until: null }) })

test('queues the message and leaves by sent', async () => {
  const context = fakeContext()
  expect(await runSendEmail.enter(parse({ offer: 'credit' }), context)).toMatchObject({
    exit: 'sent',
    note: { code: 'message-queued', params: { template: 'selection' } },
  })
  expect(context.sent).toEqual([
    {
      ...{ channel: 'email', templateId: 'selection', offerId: 'credit' },
      ...{ whenHeld: 'wait', typology: null },
    },
  ])
})
test('leaves by refused with the gate’s reason', async () => {
  expect(await runSendEmail.enter(parse({}), refusing('no-consent'))).toMatchObject({
    exit: 'refused',
    note: { code: 'message-refused', params: { reason: 'no-consent' } },
  })
})
test('is held until the gate’s instant, and asks again then', async () => {
  const until = new Date('2026-03-05T10:00:00Z')
  const holding = fakeContext({ send: async () => ({ queued: false, reason: 'cap', until }) })
  expect(await runSendEmail.enter(parse({}), holding)).toMatchObject({
    ...{ kind: 'wait', dueAt: until, heldBy: 'cap' },
    note: { code: 'message-held', params: { reason: 'cap', until: '2026-03-05T10:00:00.000Z' } },
  })
  expect(await runSendEmail.resume?.(parse({}), fakeContext(), {})).toMatchObject({ exit: 'sent' })
})
test('held at a lowered limit, it also asks again when they react', async () => {
  const until = new Date('2026-03-05T10:00:00Z')
  const answer = { queued: false as const, reason: 'cap', until, isLowered: true }
  const lowered = fakeContext({ send: async () => answer })
  expect(await runSendEmail.enter(parse({}), lowered)).toMatchObject({
    listens: ['Preferences Changed', 'visit', 'Email Link Clicked', 'Order Completed'],
  })
})
test('says what kind of message it is where it differs from the scenario', async () => {
  const context = fakeContext()
  await runSendEmail.enter(parse({ typology: 'service' }), context)
  await runSendEmail.enter(parse({ typology: 'as-scenario' }), context)
  expect(context.sent.map(({ typology }) => typology)).toEqual(['service', null])
})
test('is left out when too much time has passed', async () => {
  const context = fakeContext({ anchorAt: new Date('2026-03-02T08:59:59Z') })
  expect(await runSendEmail.enter(parse({ latest: 'PT1H' }), context)).toMatchObject({
    exit: 'refused',
    note: { code: 'too-late', params: { latest: 'PT1H' } },
  })
  expect(context.sent).toEqual([])
  const onTheHour = fakeContext({ anchorAt: new Date('2026-03-02T09:00:00Z') })
  expect(await runSendEmail.enter(parse({ latest: 'PT1H' }), onTheHour)).toMatchObject({
    exit: 'sent',
  })
})
test('leaves the scenario over a limit where that was chosen, but not over a missing address', async () => {
  expect(await runSendEmail.enter(parse({ whenHeld: 'leave' }), refusing('cap'))).toEqual({
    kind: 'end',
    as: 'exit',
    detail: 'cap',
  })
  expect(
    await runSendEmail.enter(parse({ whenHeld: 'leave' }), refusing('no-address')),
  ).toMatchObject({ exit: 'refused' })
})
test('reads as a sentence in both languages', () => {
  expect(cardOf(sendEmail, { template: 'selection', offer: 'credit' })).toEqual([
    'Send [“Your selection”] with [“25 € credit”]',
    'Envoyer [«\u202fYour selection\u202f»] avec [«\u202f25 € credit\u202f»]',
  ])
  expect(cardOf(sendEmail, {})[0]).toBe('Send ?which message?')
})
