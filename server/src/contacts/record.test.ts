import { react } from '@relance/db/testing/know-workspace'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
})
afterAll(() => t.close())

const get = async (path: string) => (await t.ask(shop.apiKey, 'GET', path)).json
const send = async (...batch: object[]) => {
  const body = JSON.stringify({ writeKey: shop.writeKey, batch })
  expect((await t.app.request('/v1/batch', { method: 'POST', body })).status).toBe(200)
  await react(shop.scope)
}
const page = (who: object, section: string, timestamp: string) => ({
  ...who,
  type: 'page',
  properties: { path: `/${section}`, section },
  timestamp,
})
const record = async (externalId: string) =>
  (await get(`/api/contacts?externalId=${externalId}`)).items[0].id

test('a record tells visits with dates, pages and sections, and browsers with when and how they were tied', async () => {
  const phone = { anonymousId: 'phone' }
  await send(
    page(phone, 'nature', '2026-03-01T10:00:00Z'),
    page(phone, 'nature', '2026-03-01T10:10:00Z'),
    page(phone, 'portrait', '2026-03-01T10:20:00Z'),
  )
  await send(page({ anonymousId: 'stranger' }, 'home', '2026-03-02T08:00:00Z'))
  await send({ type: 'identify', userId: 'ada', ...phone, timestamp: '2026-03-02T09:00:00Z' })
  await send(page({ userId: 'ada', anonymousId: 'desk' }, 'nature', '2026-03-02T10:00:00Z'))
  const id = await record('ada')
  const sessions = await get(`/api/contacts/${id}/sessions?limit=1`)
  expect(sessions.items).toMatchObject([{ startedAt: '2026-03-02T10:00:00.000Z', pages: 1 }])
  const earlier = await get(`/api/contacts/${id}/sessions?cursor=${sessions.next}`)
  expect(earlier).toMatchObject({
    items: [
      {
        startedAt: '2026-03-01T10:00:00.000Z',
        lastAt: '2026-03-01T10:20:00.000Z',
        pages: 3,
        sections: { nature: 2, portrait: 1 },
        landingPath: '/nature',
      },
    ],
    next: null,
  })
  expect((await get(`/api/contacts/${id}/identities`)).items).toEqual([
    {
      kind: 'external',
      value: 'ada',
      tiedAt: '2026-03-02T09:00:00.000Z',
      tiedBy: 'identify',
      lastSeenAt: null,
      pages: 0,
    },
    {
      kind: 'anonymous',
      value: 'desk',
      tiedAt: '2026-03-02T10:00:00.000Z',
      tiedBy: 'event',
      lastSeenAt: '2026-03-02T10:00:00.000Z',
      pages: 1,
    },
    {
      kind: 'anonymous',
      value: 'phone',
      tiedAt: '2026-03-02T09:00:00.000Z',
      tiedBy: 'identify',
      lastSeenAt: '2026-03-02T09:00:00.000Z',
      pages: 3,
    },
  ])
})

test('two of three visits are recognised, one of two known people is identified', async () => {
  expect(await get('/api/recognition')).toEqual({
    days: 30,
    visits: 3,
    recognisedVisits: 2,
    contacts: 2,
    identifiedContacts: 1,
  })
  expect(await get('/api/recognition?days=1')).toMatchObject({ visits: 1, recognisedVisits: 1 })
})

test('a merge is listed and undone from the record; a second time it is refused with the reason', async () => {
  const id = await record('ada')
  const [merge] = (await get(`/api/contacts/${id}/merges`)).items
  expect(merge).toMatchObject({
    intoId: id,
    at: '2026-03-03T10:00:00.000Z',
    undoUntil: '2026-04-02T10:00:00.000Z',
    obstacle: null,
    identities: [{ kind: 'anonymous', value: 'phone' }],
    events: 3,
  })
  const path = `/api/contacts/${id}/merges/${merge.id}/undo`
  const undone = await t.ask(shop.apiKey, 'POST', path)
  expect([undone.status, undone.json]).toEqual([200, { contactId: merge.fromId }])
  expect((await get(`/api/contacts/${merge.fromId}`)).state).toMatchObject({ visitsCount: 1 })
  expect((await get(`/api/contacts/${id}`)).state).toMatchObject({ visitsCount: 1 })
  expect((await t.ask(shop.apiKey, 'POST', path)).json).toMatchObject({
    status: 409,
    reason: 'undone',
  })
})
