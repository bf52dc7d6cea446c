import { recordAnswer } from '@relance/db/answer/record-answer'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { ingestBatch } from '@relance/db/event/ingest-batch'
import { openCases } from '@relance/db/faulty/open-cases'
import { saveCheck } from '@relance/db/saved-check/save-check'
import { react } from '@relance/db/testing/know-workspace'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeededRun, seedRun } from './seed-run'
import { type TestApp, type TestWorkspace, testApp } from './test-app'

let t: TestApp
let ours: TestWorkspace
let theirs: TestWorkspace
let run: SeededRun
let ids: Record<string, string>
beforeAll(async () => {
  t = await testApp()
  ours = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  theirs = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  run = await seedRun(theirs.scope, 'secret-customer')
  await t.ask(theirs.apiKey, 'POST', '/api/events', {
    contact: { externalId: 'secret-customer' },
    name: 'Secret Event',
    properties: { a: 1 },
  })
  await t.ask(theirs.apiKey, 'POST', '/api/products', {
    items: [{ productId: 'p-1', title: 'Secret product' }],
  })
  const form = new FormData()
  form.set('kind', 'contacts')
  form.set('file', new File(['externalId\nx'], 'secret.csv'))
  const headers = { authorization: `Bearer ${theirs.apiKey}` }
  const imported = await t.app.request('/api/imports', { method: 'POST', body: form, headers })
  expect(imported.status).toBe(202)
  const picture = await t.app.request('/api/images?alt=Secret', {
    method: 'POST',
    body: PIXEL,
    headers,
  })
  expect(picture.status).toBe(201)
  const block = await t.ask(theirs.apiKey, 'POST', '/api/mail-blocks', {
    name: 'Secret block',
    languages: { en: BAND },
  })
  const definition = await t.ask(theirs.apiKey, 'POST', '/api/inactivity-definitions', SILENCE)
  const cookie = { type: 'identify', anonymousId: 'secret-cookie', traits: {} }
  for (const said of [cookie, { ...cookie, userId: 'secret-customer' }]) {
    await ingestBatch(theirs.scope, [said], { source: 'test' })
    await react(theirs.scope)
  }
  const merges = await t.ask(theirs.apiKey, 'GET', `/api/contacts/${run.contactId}/merges`)
  const rebuild = await t.ask(theirs.apiKey, 'POST', '/api/scores/rebuild', {})
  const keys = await t.ask(theirs.apiKey, 'GET', '/api/keys')
  const segment = await t.ask(theirs.apiKey, 'POST', '/api/segments', {
    name: 'Secret segment',
    rule: { and: [] },
  })
  const check = await saveCheck(theirs.scope, {
    ...{ flowId: run.flowId, contactId: run.contactId, name: 'Secret check', compares: 'end' },
    asked: { runId: run.enrolmentId, at: NOW, knownUntil: NOW, choices: {}, evenIf: false },
    expected: { refused: null, steps: [], end: null, standing: null },
  })
  await inTransaction(theirs.scope, (tx) =>
    openCases(tx, { flowId: run.flowId, nodeId: 'mail-1' }, [
      { contactId: run.contactId, lastAt: new Date('2026-03-02T10:00:00Z') },
    ]),
  )
  const asked = `/api/flows/${run.flowId}/steps/mail-1/effect`
  const effect = await t.ask(theirs.apiKey, 'POST', asked, {})
  const cases = await t.ask(theirs.apiKey, 'GET', '/api/support-cases')
  await inTransaction(theirs.scope, (tx) =>
    recordAnswer(tx, {
      ...{ contactId: run.contactId, enrolmentId: run.enrolmentId, messageId: run.messageId },
      ...{ from: 'secret@shop.example', subject: 'Secret', said: 'Secret', at: new Date(NOW) },
    }),
  )
  const answers = await t.ask(theirs.apiKey, 'GET', '/api/answers')
  ids = {
    caseId: cases.json.items[0].id,
    answerId: answers.json.items[0].id,
    workspaceId: theirs.scope.workspaceId,
    flowId: run.flowId,
    enrolmentId: run.enrolmentId,
    contactId: run.contactId,
    messageId: run.messageId,
    templateId: run.templateId,
    importId: (await imported.json()).id,
    rebuildId: rebuild.json.id,
    keyId: keys.json.items[0].id,
    userId: t.owner.id,
    definitionId: definition.json.id,
    mergeId: merges.json.items[0].id,
    segmentId: segment.json.id,
    checkId: check.id,
    effectId: effect.json.effect.id,
    // Of a scenario that is not theirs to see: whichever sending it is.
    sendingId: run.messageId,
    blockId: block.json.id,
    imageId: (await picture.json()).id,
    version: '1',
  }
})
afterAll(() => t.close())

const NOW = '2026-03-02T10:00:00.000Z'
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const SILENCE = { name: 'Silent', priority: 0, signals: ['visit'], match: 'all', for: 'P90D' }

const BAND = '<mj-section><mj-column><mj-text>Bye</mj-text></mj-column></mj-section>'

const MJML = '<mjml><mj-body></mj-body></mjml>'

/** What stands in addresses and is nobody's secret. */
const everybodys: Record<string, string> = { locale: 'en', nodeId: 'mail' }

/** A body that each route would take, so that nothing but the walls can refuse it. */
const bodies: Record<string, unknown> = {
  'patch /api/workspaces/{workspaceId}': { name: 'Taken over' },
  'patch /api/flows/{flowId}': { name: 'Taken over' },
  'put /api/flows/{flowId}/draft': { revision: 0, graph: { nodes: [], edges: [] } },
  'post /api/flows/{flowId}/publish': { people: 'leave' },
  'post /api/flows/{flowId}/steps/{nodeId}/apologies': { severity: 'serious' },
  'post /api/flows/{flowId}/approvals': { kind: 'content' },
  'post /api/flows/{flowId}/publish-request': {},
  'post /api/flows/{flowId}/publish-request/decline': { reason: 'because' },
  'post /api/flows/{flowId}/resume': { overdue: { mode: 'now' } },
  'post /api/flows/{flowId}/stop': { people: 'leave' },
  'post /api/enrolments/{enrolmentId}/skip': {},
  'post /api/enrolments/{enrolmentId}/end': { reason: 'because' },
  'post /api/enrolments/{enrolmentId}/move': { nodeId: 'week', reason: 'x' },
  'put /api/mail-templates/{templateId}': {
    languages: { en: { subject: 'x', preheader: '', mjml: MJML } },
  },
  'post /api/mail-templates/{templateId}/preview': {},
  'post /api/mail-templates/{templateId}/render': {},
  'put /api/mail-templates/{templateId}/contents/{locale}': { subject: 'x', mjml: MJML },
  'post /api/mail-templates/{templateId}/test': { locale: 'en' },
  'put /api/inactivity-definitions/{definitionId}': SILENCE,
  'post /api/flows/{flowId}/try/mails': { contactId: '01980000-0000-7000-8000-000000000001' },
  'post /api/flows/{flowId}/backtest': {},
  'post /api/flows/{flowId}/steps/{nodeId}/effect': {},
  'post /api/flows/{flowId}/checks': {
    ...{ contactId: '01980000-0000-7000-8000-000000000001', name: 'Taken over' },
  },
  'post /api/flows/{flowId}/checks/run': {},
  'put /api/flows/{flowId}/checks/{checkId}': {},
  'post /api/flows/{flowId}/try': { contactId: '01980000-0000-7000-8000-000000000001' },
  'patch /api/images/{imageId}': { alt: 'Taken over' },
  'put /api/mail-blocks/{blockId}': { languages: { en: BAND } },
  'post /api/support-cases/{caseId}/done': {},
  'put /api/answers/{answerId}/owner': { userId: null },
  'post /api/answers/{answerId}/done': {},
  'put /api/segments/{segmentId}': { name: 'Taken over', rule: { and: [] } },
}

interface Operation {
  method: string
  path: string
}

async function operations(): Promise<Operation[]> {
  const document = await (await t.app.request('/api/openapi.json')).json()
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => ({ method, path })),
  )
}

test('every address that names a thing answers 404 to another workspace’s key', async () => {
  const named = (await operations()).filter(({ path }) => path.includes('{'))
  expect(named.length).toBeGreaterThan(25)
  for (const { method, path } of named) {
    const address = path.replace(
      /\{(\w+)\}/g,
      (_, name: string) => ids[name] ?? everybodys[name] ?? `no id for ${name}`,
    )
    const { status, text } = await t.ask(
      ours.apiKey,
      method.toUpperCase(),
      address,
      bodies[`${method} ${path}`],
    )
    expect(`${method} ${path}: ${status} ${text.includes(theirs.scope.workspaceId)}`).toBe(
      `${method} ${path}: 404 false`,
    )
  }
  // The same addresses work for the workspace itself, so it was the walls that refused.
  // A stream has no end to wait for: live-figures.test.ts reads one.
  const isRead = ({ method, path }: Operation) => method === 'get' && !path.endsWith('/live')
  for (const { path } of named.filter(isRead)) {
    const address = path.replace(
      /\{(\w+)\}/g,
      (_, name: string) => ids[name] ?? everybodys[name] ?? '',
    )
    expect(`${path}: ${(await t.ask(theirs.apiKey, 'GET', address)).status}`).toBe(`${path}: 200`)
  }
})

test('every list is empty of another workspace’s things, also when asked for by their ids', async () => {
  const lists = (await operations()).filter(
    ({ method, path }) => method === 'get' && !path.includes('{') && path.startsWith('/api'),
  )
  const known = [
    'Secret',
    'secret',
    ...Object.entries(ids).flatMap(([name, id]) =>
      name === 'version' || name === 'userId' ? [] : [id],
    ),
  ]
  const query = `contactId=${run.contactId}&flowId=${run.flowId}&enrolmentId=${run.enrolmentId}&externalId=secret-customer`
  // What some lists do not answer without.
  const mustSay: Record<string, string> = {
    '/api/reports/messages/rows': `?figure=sent&by=flow&key=${run.flowId}`,
    '/api/reports/answers/rows': '?figure=replies',
    '/api/reports/messages/links': `?by=flow&key=${run.flowId}`,
  }
  for (const { path } of lists) {
    const asked = path + (mustSay[path] ?? '?')
    for (const address of [asked, `${asked}&${query}`]) {
      const { status, text } = await t.ask(ours.apiKey, 'GET', address)
      // Of somebody it does not know a list may say so, which is as good as empty.
      const isClosed = status === 200 || (status === 404 && address !== `${path}?`)
      expect(`${address}: ${isClosed}`).toBe(`${address}: true`)
      expect(`${address}: ${known.filter((secret) => text.includes(secret))}`).toBe(`${address}: `)
    }
  }
})

test('a write key opens nothing but /v1, and a session’s header no other workspace', async () => {
  for (const { method, path } of await operations()) {
    if (!path.startsWith('/api')) continue
    const { status } = await t.ask(theirs.writeKey, method.toUpperCase(), path)
    expect(`${method} ${path}: ${status}`).toBe(`${method} ${path}: 401`)
  }
})

test('no table shows or takes a row of another workspace', async () => {
  const tables = await t.sql<{ name: string; mayChange: boolean }[]>`
    select c.table_name as name, has_table_privilege(quote_ident(c.table_name), 'update') as "mayChange"
    from information_schema.columns c
    join information_schema.tables i using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'workspace_id' and i.table_type = 'BASE TABLE'`
  expect(tables.length).toBeGreaterThan(30)
  for (const { name, mayChange } of tables) {
    const seen = await inTransaction(
      ours.scope,
      (tx) => tx.sql`
      select 1 from ${tx.sql(name)} where workspace_id = ${theirs.scope.workspaceId} limit 1`,
    )
    expect(`${name}: ${seen.length}`).toBe(`${name}: 0`)
    const unscoped = await t.sql`select 1 from ${t.sql(name)} limit 1`
    expect(`${name}: ${unscoped.length}`).toBe(`${name}: 0`)
    // What the app may only add to, nobody takes.
    if (!mayChange) continue
    const taken = await inTransaction(
      ours.scope,
      (tx) => tx.sql`
      update ${tx.sql(name)} set workspace_id = ${ours.scope.workspaceId} where workspace_id = ${theirs.scope.workspaceId}
      returning 1`,
    )
    expect(`${name}: ${taken.length}`).toBe(`${name}: 0`)
    const gone = await inTransaction(
      ours.scope,
      (tx) => tx.sql`
      delete from ${tx.sql(name)} where workspace_id = ${theirs.scope.workspaceId} returning 1`,
    )
    expect(`${name}: ${gone.length}`).toBe(`${name}: 0`)
  }
  const [workspace] = await inTransaction(
    ours.scope,
    (tx) => tx.sql`
    select 1 from workspaces where id = ${theirs.scope.workspaceId}`,
  )
  expect(workspace).toBeUndefined()
  const forged = inTransaction(
    ours.scope,
    (tx) => tx.sql`
    insert into event_names (workspace_id, name) values (${theirs.scope.workspaceId}, 'forged')`,
  )
  await expect(forged).rejects.toThrow('row-level security')
})
