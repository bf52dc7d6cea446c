import { newId } from '@relance/core/id/ids'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Sql } from '../connection/connect'
import type { Scope } from '../connection/scope'
import { upsertContact } from '../contact/upsert-contact'
import { askErasure } from '../erasure/ask-erasure'
import { createImport } from '../import/create-import'
import { requestRebuild } from '../score/request-rebuild'
import { createSegment } from '../segment/create-segment'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { createWorkspace } from '../workspace/create-workspace'
import { queueAges } from './queue-ages'

let database: TestDatabase
let sql: Sql
let owner: postgres.Sql
let shop: Scope

beforeAll(async () => {
  database = await testDatabase()
  sql = connect(database.url, { max: 2 })
  owner = postgres(database.url, { max: 1 })
  const organisationId = newId()
  await owner`insert into organisations (id, name) values (${organisationId}, 'Test')`
  shop = await createWorkspace(sql, { name: 'Shop', organisationId })
})
afterAll(async () => {
  await sql.end()
  await owner.end()
  await database.drop()
})

const heads = async () =>
  new Map((await queueAges(sql, shop.workspaceId)).map(({ queue, head }) => [queue, head]))

test('work for segments, scores, imports and erasures is seen, with how far it has come', async () => {
  // What a worker looks for by itself, as time passes, is not asked for here.
  expect([...(await heads()).keys()].filter((queue) => queue !== 'activity')).toEqual([])
  const { id: segment } = await createSegment(shop, {
    name: 'All',
    rule: { field: 'ordersCount', op: '>=', value: 0 },
  })
  const { id: contact } = await upsertContact(shop, { externalId: 'c-1' })
  await owner`insert into segment_checks (workspace_id, contact_id, key)
    values (${shop.workspaceId}, ${contact}, '*') on conflict do nothing`
  await requestRebuild(shop)
  const { id: file } = await createImport(shop, {
    kind: 'cdnow',
    fileName: 'cdnow.txt',
    bytes: Buffer.from('1'),
  })
  await askErasure(shop, contact)
  const seen = await heads()
  for (const queue of ['fills', 'segments', 'scores', 'imports', 'erasures'] as const)
    expect(seen.has(queue), queue).toBe(true)

  await owner`update imports set read = 2000 where id = ${file}`
  await owner`update segments set cursor_contact = ${contact} where id = ${segment}`
  const later = await heads()
  for (const queue of ['fills', 'imports'] as const)
    expect(later.get(queue)).not.toBe(seen.get(queue))
  expect(later.get('erasures')).toBe(seen.get('erasures'))
})

test('how long it has waited is told in seconds', async () => {
  await owner`update imports set created_at = clock_timestamp() - interval '10 minutes'`
  await owner`update segment_checks set stored_at = clock_timestamp() - interval '10 minutes'`
  const ages = await queueAges(sql, shop.workspaceId)
  for (const queue of ['imports', 'segments']) {
    const seconds = ages.find((age) => age.queue === queue)?.seconds
    expect(seconds, queue).toBeGreaterThanOrEqual(600)
  }
})

test('a scenario that was to start or end is late from its instant on, until it has; on a test clock nobody is late', async () => {
  const [flow, act] = [newId(), newId()]
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
  await owner`insert into flows (workspace_id, id, name, graph, settings)
    values (${shop.workspaceId}, ${flow}, 'Spring', '{}', '{}')`
  await owner`insert into scheduled_acts (workspace_id, id, flow_id, act, at, people, made_at)
    values (${shop.workspaceId}, ${act}, ${flow}, 'end', ${minutesAgo(-5)}, 'finish', ${minutesAgo(60)})`
  const acts = async () =>
    (await queueAges(sql, shop.workspaceId)).filter(({ queue }) => queue === 'acts')
  expect(await acts()).toEqual([])
  await owner`update scheduled_acts set at = ${minutesAgo(10)} where id = ${act}`
  const [late] = await acts()
  expect(late).toMatchObject({ head: act, workspaceId: shop.workspaceId })
  expect(late?.seconds).toBeGreaterThanOrEqual(600)

  await owner`insert into troubles (workspace_id, queue, subject, rest_until, error)
    values (${shop.workspaceId}, 'act', ${act}, ${minutesAgo(-1)}, 'it failed')`
  expect(await acts()).toEqual([])
  await owner`delete from troubles`
  await owner`update workspaces set clock_kind = 'test', clock_now = ${minutesAgo(0)} where id = ${shop.workspaceId}`
  expect(await acts()).toEqual([])
  await owner`update workspaces set clock_kind = 'real', clock_now = null where id = ${shop.workspaceId}`
  expect(await acts()).toHaveLength(1)

  await owner`update scheduled_acts set outcome = 'done', ended_at = ${minutesAgo(0)} where id = ${act}`
  expect(await acts()).toEqual([])
})
