import { expect, test } from '@playwright/test'
import { mailsTo } from './support/inbox'
import { clickButton, openMail, regularBuyer, visit } from './support/regular-buyer'
import { withSegment } from './support/segment'

test('a regular buyer who stops visiting gets a selection, then a credit, and the order ends it', async () => {
  const { relance, flowId, email } = await regularBuyer('duchemin')
  await visit(relance, 'duchemin', '2026-03-02T10:00:00Z', ['nature', 'portrait'])
  await relance.advance('2026-03-16T12:00:00Z')
  expect(await relance.sentAt('duchemin')).toEqual(['2026-03-16T10:00:00.000Z'])
  const [selection] = await mailsTo(email)
  expect(selection?.html).toMatch(/nature/i)
  expect(selection?.html).toMatch(/portrait/i)
  await openMail(selection?.html ?? '')
  await relance.advance('2026-03-23T15:00:00Z')
  expect(await relance.sentAt('duchemin')).toEqual([
    '2026-03-16T10:00:00.000Z',
    '2026-03-23T10:00:00.000Z',
  ])
  const credit = (await mailsTo(email))[1]
  const contactId = await relance.contactId('duchemin')
  const code = credit?.html.match(/RL-[A-Z0-9]{4}-[A-Z0-9]{4}/)?.[0]
  expect(code).toBeTruthy()
  expect(credit?.html).toMatch(/25[\s\u00a0\u202f,0]*€/)
  await clickButton(credit?.html ?? '')
  await withSegment(relance, (analytics) => {
    const properties = {
      order_id: 'o-3',
      revenue: 35,
      total: 60,
      coupon: code,
      products: [{ product_id: 'p-2', price: 60 }],
    }
    analytics.track({
      userId: 'duchemin',
      event: 'Order Completed',
      properties,
      timestamp: new Date('2026-03-23T15:00:00Z'),
    })
  })
  await relance.advance('2026-04-30T00:00:00Z')
  expect(await relance.enrolments(flowId, 'duchemin')).toMatchObject([
    { state: 'ended', endReason: 'goal', revenueCents: 3500 },
  ])
  expect(await mailsTo(email)).toHaveLength(2)
  const record = await relance.call<{ state: { visitsCount: number; ordersCount: number } }>(
    'GET',
    `/api/contacts/${contactId}`,
  )
  expect(record.state).toMatchObject({ visitsCount: 1, ordersCount: 3 })
})

test('a visit before mail 1 restarts the count', async () => {
  const { relance } = await regularBuyer('returning')
  await visit(relance, 'returning', '2026-03-02T10:00:00Z', ['nature'])
  await relance.advance('2026-03-10T10:00:00Z')
  await visit(relance, 'returning', '2026-03-10T10:00:00Z', ['nature'])
  await relance.advance('2026-03-24T10:00:00Z')
  expect(await relance.sentAt('returning')).toEqual(['2026-03-24T10:00:00.000Z'])
})

test('a click on mail 1 means that mail 2 is never sent, and the count begins again at the click', async () => {
  const { relance, flowId, email } = await regularBuyer('clicking')
  await visit(relance, 'clicking', '2026-03-02T10:00:00Z', ['nature'])
  await relance.advance('2026-03-17T12:04:00Z')
  const [selection] = await mailsTo(email)
  await clickButton(selection?.html ?? '')
  await relance.advance('2026-03-23T10:00:00Z')
  const runs = await relance.enrolments(flowId, 'clicking')
  expect(runs.map(({ endDetail }) => endDetail)).toContain('came-back')
  await relance.advance('2026-03-31T12:04:00Z')
  expect(await relance.sentAt('clicking')).toEqual([
    '2026-03-16T10:00:00.000Z',
    '2026-03-31T12:04:00.000Z',
  ])
  const credits = (await relance.messages('clicking')).filter(({ nodeId }) => nodeId === 'mail-2')
  expect(credits).toEqual([])
})
