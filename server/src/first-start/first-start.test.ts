import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { createKey } from '@relance/db/key/create-key'
import { upsertProducts } from '@relance/db/product/upsert-products'
import { sampleProducts } from '@relance/db/sample/catalogue'
import { workspacesOfUser } from '@relance/db/workspace/workspaces-of-user'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Watch } from '../health/watch'
import { localStore } from '../images/local-store'
import { createLog } from '../log'
import { mailRoute } from '../testing/mail-route'
import { type TestApp, testApp } from '../testing/test-app'
import { firstStart } from './first-start'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

/** The sample's orders take their time; they have a test of their own. */
const catalogueOnly = (scope: Scope) =>
  inTransaction(scope, (tx) => upsertProducts(tx, [...sampleProducts]))

test('the first start makes two workspaces, the demo live and full; the second start finds them', async () => {
  const { sql, auth } = t
  const services = {
    sql,
    auth,
    log: createLog('silent'),
    url: 'http://localhost:3000',
    inboxUrl: null,
    temporalAddress: null,
    watch: new Watch(sql),
    rooms: t.services.rooms,
    tracker: t.services.tracker,
    metricsToken: null,
    mailRoute,
    images: localStore('unused'),
    providerSecrets: {},
  }
  const own = await firstStart(services, { seed: catalogueOnly, language: 'fr' })
  const again = await firstStart(services, { seed: catalogueOnly, language: 'en' })
  expect(again.workspaceId).toBe(own.workspaceId)
  const owner = (
    await (await auth.$context).internalAdapter.findUserByEmail('owner@relance.example')
  )?.user
  const workspaces = await workspacesOfUser(sql, owner?.id ?? '')
  expect(workspaces).toMatchObject([
    {
      id: own.workspaceId,
      name: 'Ma boutique',
      locale: 'fr',
      role: 'owner',
      clock: { kind: 'real' },
    },
    {
      name: 'Galerie Lumen',
      role: 'owner',
      clock: { kind: 'test', now: new Date('1998-07-01T00:00:00Z') },
    },
  ])
  const { key: ownKey } = await createKey(own, { kind: 'api', name: 'Test' })
  const ownPath = `/api/workspaces/${own.workspaceId}`
  expect((await t.ask(ownKey, 'GET', ownPath)).json.isNamed).toBe(false)
  const change = async (asked: object) => (await t.ask(ownKey, 'PATCH', ownPath, asked)).json
  expect(await change({ name: 'Ma boutique', locale: 'en' })).toMatchObject({ isNamed: false })
  expect(await change({ name: 'Galerie Ada' })).toMatchObject({ isNamed: true })
  const demo = { sql, workspaceId: workspaces[1]?.id ?? '' }
  const { key } = await createKey(demo, { kind: 'api', name: 'Test' })
  const { json: flows } = await t.ask(key, 'GET', '/api/flows')
  expect(flows.items).toMatchObject([{ status: 'live' }, { status: 'live' }])
  const { json: products } = await t.ask(key, 'GET', '/api/products?limit=1')
  expect(products.items[0].imageUrl).toMatch(/^http:\/\/localhost:3000\/sample\//)
  expect(
    (await t.app.request(products.items[0].imageUrl.replace('http://localhost:3000', ''))).status,
  ).toBe(200)
})
