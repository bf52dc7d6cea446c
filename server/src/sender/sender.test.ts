import { signingKey } from '@relance/db/sender/signing-key'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDnsServer, type Zone } from '../testing/dns-server'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

const zone: Zone = {}
let dns: Awaited<ReturnType<typeof startDnsServer>>
let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  dns = await startDnsServer(zone)
  t = await testApp({ dnsServer: dns.address })
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
})
afterAll(async () => {
  await t.close()
  await dns.close()
})

const ask = (method: string, path: string, body?: unknown) => t.ask(shop.apiKey, method, path, body)
const check = () => ask('POST', '/api/sender/check')
const stateOf = ({ records }: { records: { kind: string; state: string }[] }) =>
  Object.fromEntries(records.map(({ kind, state }) => [kind, state]))

test('a workspace without an address is told to say it first', async () => {
  expect(await check()).toMatchObject({ status: 400, json: { code: 'invalid', field: 'sender' } })
})

test('what is missing is told with the record to add, and is good once it is there', async () => {
  const sender = { name: 'Shop', address: 'hello@shop.example' }
  const { status } = await ask('PATCH', `/api/workspaces/${shop.scope.workspaceId}`, { sender })
  expect(status).toBe(200)
  const before = (await check()).json
  expect(before).toMatchObject({ domain: 'shop.example', isSigned: false, servers: [] })
  expect(stateOf(before)).toEqual({
    ...{ spf: 'missing', dkim: 'missing', dmarc: 'missing', 'return-path': 'missing' },
  })
  expect(before.records[2]).toMatchObject({
    host: '_dmarc.shop.example',
    expected: 'v=DMARC1; p=none; rua=mailto:dmarc@shop.example',
  })
  const { publicKey } = await signingKey(shop.scope.sql)
  zone.txt = {
    'shop.example': ['google-site-verification=x', 'v=spf1 a:mx.test ~all'],
    'relance._domainkey.shop.example': [`v=DKIM1; k=rsa; p=${publicKey}`],
    '_dmarc.shop.example': ['v=DMARC1; p=none'],
  }
  zone.mx = { 'back.test': ['app.test'] }
  const after = (await check()).json
  expect(stateOf(after)).toEqual({ spf: 'ok', dkim: 'ok', dmarc: 'ok', 'return-path': 'ok' })
  expect(after.isSigned).toBe(true)
  zone.txt = { ...zone.txt, 'relance._domainkey.shop.example': ['v=DKIM1; p=another'] }
  expect((await check()).json.isSigned).toBe(false)
})

test('where DNS does not answer, that is said, and nothing is taken for missing', async () => {
  const away = await testApp({ dnsServer: '127.0.0.1:9' })
  const other = await away.workspace({ now: new Date('2026-03-03T10:00:00Z') })
  const sender = { address: 'hello@shop.example' }
  await away.ask(other.apiKey, 'PATCH', `/api/workspaces/${other.scope.workspaceId}`, { sender })
  expect(await away.ask(other.apiKey, 'POST', '/api/sender/check')).toMatchObject({
    status: 503,
    json: { code: 'unavailable' },
  })
  await away.close()
})
