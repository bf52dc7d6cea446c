import { newId } from '@relance/core/id/ids'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Sql } from '../connection/connect'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { lockContacts } from '../contact/lock-contacts'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { createWorkspace } from '../workspace/create-workspace'
import { claimMessages } from './claim-messages'
import { lockMessage } from './lock-message'
import { takeDueMessages } from './take-due-messages'

/** So many that reading each of them would show. */
const HELD = 5_000

let database: TestDatabase
let sql: Sql
let scope: Scope
/** The one message that is due, and whose it is. */
const [due, contactId] = [newId(), newId()]
beforeAll(async () => {
  database = await testDatabase()
  sql = connect(database.url)
  const organisationId = newId()
  await sql`insert into organisations (id, name) values (${organisationId}, 'Test')`
  scope = await createWorkspace(sql, {
    ...{ organisationId, name: 'Test' },
    clock: { now: new Date('2026-03-02T10:00:00Z') },
  })
  await seed()
  // As a worker does where a table has grown.
  const owner = postgres(database.url, { max: 1 })
  await owner`analyze messages`
  await owner.end()
})
afterAll(async () => {
  await sql.end()
  await database.drop()
})

/** One message that is due, many that are held until later. */
async function seed() {
  const [flowId, enrolmentId] = [newId(), newId()]
  const now = '2026-03-02T10:00:00Z'
  await inTransaction(scope, async ({ sql: tx, workspaceId: w }) => {
    await tx`insert into contacts (workspace_id, id, created_at, updated_at) values (${w}, ${contactId}, ${now}, ${now})`
    await tx`insert into flows (workspace_id, id, name, graph, settings) values (${w}, ${flowId}, 'Flow', '{}', '{}')`
    await tx`
      insert into flow_versions (workspace_id, flow_id, version, graph, positions, settings, plan, published_at)
      values (${w}, ${flowId}, 1, '{}', '{}', '{}', '{}', ${now})`
    await tx`
      insert into enrolments (workspace_id, id, flow_id, version, contact_id, entry_key, seed, state, node_id, anchor_at,
        entered_at, entered_node_at, due_at)
      values (${w}, ${enrolmentId}, ${flowId}, 1, ${contactId}, '', 's', 'waiting', 'mail', ${now}, ${now}, ${now}, ${now})`
    await tx`
      insert into messages (workspace_id, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel,
        template_id, template_version, locale, state, reason, held_by, retry_at, send_at, queued_at, expires_at)
      select ${w}, case when n = 0 then ${due}::uuid else gen_random_uuid() end, 'm-' || n, ${enrolmentId}, ${flowId}, 1, 'mail', n, ${contactId}, 'c-' || n,
        ${flowId}, 1, 'en', 'queued', case when n > 0 then 'cap' end, case when n > 0 then 'cap' end,
        case when n > 0 then ${now}::timestamptz + n * interval '1 hour' end, ${now}, ${now}, ${now}
      from generate_series(0, ${HELD}) n`
  })
}

const readSoFar = async (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => {
  const [row] = await tx.sql<{ read: number }[]>`
    select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables where relname = 'messages'`
  return row?.read ?? 0
}

test('with thousands held until later, those that are due are read and no others', async () => {
  await inTransaction(scope, async (tx) => {
    const before = await readSoFar(tx)
    const taken = await takeDueMessages(tx, 32)
    expect(taken.map(({ id }) => id)).toEqual([due])
    expect((await readSoFar(tx)) - before).toBeLessThan(20)
  })
})

test('a message whose contact somebody else holds is left, and nobody waits for it', async () => {
  await inTransaction(scope, async (busy) => {
    await lockContacts(busy, [contactId])
    expect(await inTransaction(scope, (tx) => takeDueMessages(tx, 32))).toEqual([])
  })
  expect(await inTransaction(scope, (tx) => takeDueMessages(tx, 32))).toMatchObject([{ id: due }])
})

test('a message taken under its lock is nobody else’s, claimed or not', async () => {
  await inTransaction(scope, async (tx) => {
    expect(await lockMessage(tx, { messageId: due, claimId: null })).toMatchObject({ key: 'm-0' })
    const claimId = newId()
    await claimMessages(tx, { claimId, workerId: newId(), ids: [due] })
    expect(await lockMessage(tx, { messageId: due, claimId: null })).toBeUndefined()
    expect(await lockMessage(tx, { messageId: due, claimId: newId() })).toBeUndefined()
    expect(await lockMessage(tx, { messageId: due, claimId })).toMatchObject({ key: 'm-0' })
    expect(await takeDueMessages(tx, 32)).toEqual([])
  })
})
