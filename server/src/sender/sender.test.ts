import { inTransaction } from '@relance/db/connection/in-transaction'
import { signingKey } from '@relance/db/sender/signing-key'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDnsServer, type Zone } from '../testing/dns-server'
import { seedRun } from '../testing/seed-run'
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
  expect(before.levers[0]).toEqual({ lever: 'set-up', score: 0, part: 0, all: 4 })
  expect(after.levers[0]).toEqual({ lever: 'set-up', score: 100, part: 4, all: 4 })
  expect(after.levers[1]).toEqual({ lever: 'base', score: null, part: 0, all: 0 })
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

test('the levers are told by what came of the mails of a week: sent, come back, refused, called spam', async () => {
  const other = await t.workspace({ now: new Date('2026-03-30T10:00:00Z') })
  const sender = { name: 'Shop', address: 'hello@shop.example' }
  await t.ask(other.apiKey, 'PATCH', `/api/workspaces/${other.scope.workspaceId}`, { sender })
  const { contactId, messageId } = await seedRun(other.scope)
  await inTransaction(other.scope, async ({ sql, workspaceId }) => {
    const mails = (from: string, count: number) => sql`
      insert into messages (workspace_id, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel,
        template_id, template_version, locale, state, send_at, expires_at, queued_at, sent_at)
      select workspace_id, gen_random_uuid(), concat('past:', ${from}::text, n), enrolment_id, flow_id, version, node_id, 1,
        contact_id, channel, template_id, template_version, locale, 'sent', send_at, expires_at, queued_at,
        ${from}::timestamptz
      from messages, generate_series(1, ${count}::int) n where workspace_id = ${workspaceId} and id = ${messageId}`
    await mails('2026-03-12T08:00:00Z', 100)
    await mails('2026-03-29T08:00:00Z', 1_990)
    const events = (name: string, source: string, properties: object, count: number) => sql`
      insert into events (workspace_id, id, message_id, contact_id, type, name, properties, at, received_at, source)
      select ${workspaceId}, gen_random_uuid(), gen_random_uuid()::text, ${contactId}, 'track', ${name},
        ${JSON.stringify(properties)}, '2026-03-29T09:00:00Z', '2026-03-29T09:00:00Z', ${source}
      from generate_series(1, ${count}::int)`
    await events('Email Bounced', 'relance', { bounce_class: 'blocked' }, 10)
    await events('Email Bounced', 'returned-mail', { bounce_class: 'hard' }, 25)
    await events('Email Marked as Spam', 'returned-mail', {}, 3)
    await events('Email Marked as Spam', 'http', {}, 500)
  })
  const { json } = await t.ask(other.apiKey, 'POST', '/api/sender/check')
  expect(json.levers.slice(1)).toEqual([
    { lever: 'base', score: 50, part: 25, all: 2000 },
    { lever: 'volume', score: 34, part: 1990, all: 500 },
    { lever: 'filtering', score: 50, part: 10, all: 2000 },
    { lever: 'complaints', score: 50, part: 3, all: 2000 },
  ])
})
