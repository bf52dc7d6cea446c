import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { findContacts } from '../contact/find-contacts'
import { getContact } from '../contact/get-contact'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { rebuildSessions } from './rebuild-sessions'
import { sessionsOf, type Visit } from './sessions-of'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

const now = '2026-03-02T10:00:00Z'
const begin = new Date('2026-03-01T08:00:00Z').getTime()

interface Seen {
  minute: number
  section: string
}

const said = (userId: string, { minute, section }: Seen) => ({
  type: 'page',
  userId,
  properties: { path: `/${section}/${minute}`, section, referrer: `from ${minute}` },
  timestamp: new Date(begin + minute * 60_000).toISOString(),
})

const visitsOf = (scope: Scope, contactId: string) =>
  inTransaction(
    scope,
    ({ sql, workspaceId }) => sql<Visit[]>`
      select started_at as "startedAt", last_at as "lastAt", pages, sections, landing_path as "landingPath", referrer
      from web_sessions where workspace_id = ${workspaceId} and contact_id = ${contactId} order by started_at`,
  )

const contactOf = async (scope: Scope, externalId: string) =>
  (await findContacts(scope, { externalId })).items[0]?.id ?? ''

const pages = fc
  .uniqueArray(
    fc.record({
      minute: fc.integer({ min: 0, max: 240 }),
      section: fc.constantFrom('a', 'b', 'c'),
    }),
    { selector: ({ minute }) => minute, minLength: 1, maxLength: 9 },
  )
  .chain((seen) =>
    fc.tuple(fc.constant(seen), fc.shuffledSubarray(seen, { minLength: seen.length })),
  )

test('pages make the same visits and counters whatever the order they arrive in, and so does making them anew', async () => {
  const scope = await knowledge.workspace(now)
  let people = 0
  await fc.assert(
    fc.asyncProperty(pages, async ([seen, order]) => {
      people += 1
      const userId = `p${people}`
      for (const page of order) await tell(scope, said(userId, page))
      const contactId = await contactOf(scope, userId)
      const expected = sessionsOf(
        seen.map(({ minute, section }) => ({
          at: new Date(begin + minute * 60_000),
          section,
          path: `/${section}/${minute}`,
          referrer: `from ${minute}`,
        })),
      )
      expect([...(await visitsOf(scope, contactId))]).toEqual(expected)
      const latest = seen.reduce((a, b) => (a.minute > b.minute ? a : b))
      const state = {
        visitsCount: expected.length,
        lastVisitAt: expected.at(-1)?.startedAt.toISOString(),
        lastSection: latest.section,
      }
      expect((await getContact(scope, contactId)).state).toMatchObject(state)
      await inTransaction(scope, (tx) => rebuildSessions(tx, contactId))
      expect([...(await visitsOf(scope, contactId))]).toEqual(expected)
      expect((await getContact(scope, contactId)).state).toMatchObject(state)
    }),
    { numRuns: 40 },
  )
})

test('a late page begins no second visit: it joins the one it belongs to, or makes one of two', async () => {
  const scope = await knowledge.workspace(now)
  const visits = async () => {
    const { state, sections } = await getContact(scope, await contactOf(scope, 'late'))
    return [state.visitsCount, state.lastVisitAt, sections.map((one) => one.pages)]
  }
  const at = (minute: number) => said('late', { minute, section: 'a' })
  await tell(scope, at(0), at(50))
  expect(await visits()).toEqual([2, '2026-03-01T08:50:00.000Z', [2]])
  const keys = await tell(scope, at(25))
  expect(keys.get('page')).not.toContain('visit')
  expect(await visits()).toEqual([1, '2026-03-01T08:00:00.000Z', [3]])
})

test('an order of the past corrects count, money and dates', async () => {
  const scope = await knowledge.workspace(now)
  const order = (order_id: string, timestamp: string) => ({
    type: 'track',
    event: 'Order Completed',
    userId: 'o',
    properties: { order_id, revenue: 10 },
    timestamp,
  })
  await tell(scope, order('2', '2026-02-01T08:00:00Z'))
  await tell(scope, order('1', '2026-01-01T08:00:00Z'))
  expect((await getContact(scope, await contactOf(scope, 'o'))).state).toMatchObject({
    ordersCount: 2,
    revenueCents: 2000,
    firstOrderAt: '2026-01-01T08:00:00.000Z',
    lastOrderAt: '2026-02-01T08:00:00.000Z',
    usualOrderGapDays: 31,
  })
})
