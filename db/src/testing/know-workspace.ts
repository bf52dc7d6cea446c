import { randomBytes } from 'node:crypto'
import { newId } from '@relance/core/id/ids'
import postgres from 'postgres'
import { getClock } from '../clock/workspace-clock'
import { connect } from '../connection/connect'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { lockContacts } from '../contact/lock-contacts'
import { applyEvent } from '../event/apply-event'
import { contactsOf } from '../event/contacts-of'
import { dropQueued } from '../event/drop-queued'
import { ingestBatch } from '../event/ingest-batch'
import { takeQueued } from '../event/take-queued'
import { refreshMembers } from '../segment/refresh-members'
import { testDatabase } from './test-database'

/** A database with empty workspaces to know customers in. */
export interface TestKnowledge {
  /** A new workspace on a test clock. */
  workspace(now: string): Promise<Scope>
  close(): Promise<void>
}

export async function testKnowledge(): Promise<TestKnowledge> {
  const { url, drop } = await testDatabase()
  const owner = postgres(url, { max: 1 })
  const sql = connect(url, { max: 4 })
  const workspace = async (now: string): Promise<Scope> => {
    const [organisationId, workspaceId] = [newId(), newId()]
    await owner`insert into organisations (id, name) values (${organisationId}, 'Test')`
    await owner`insert into workspaces (id, organisation_id, name, secret, clock_kind, clock_now)
      values (${workspaceId}, ${organisationId}, 'Test', ${randomBytes(32)}, 'test', ${now})`
    return { workspaceId, sql }
  }
  const close = async () => {
    await sql.end()
    await owner.end()
    await drop()
  }
  return { workspace, close }
}

/** Sends raw messages and applies all that wait, as react does. The keys of each event, by name. */
export async function tell(
  scope: Scope,
  ...messages: Record<string, unknown>[]
): Promise<Map<string, string[]>> {
  const { refusals } = await ingestBatch(scope, messages, { source: 'test' })
  if (refusals.length > 0) throw new Error(JSON.stringify(refusals))
  return react(scope)
}

/** Applies all that waits, contact by contact. */
export async function react(scope: Scope): Promise<Map<string, string[]>> {
  const keys = new Map<string, string[]>()
  for (;;) {
    const contactId = await inTransaction(scope, async (tx) => {
      const [next] = await tx.sql<{ id: string }[]>`
        select coalesce(c.merged_into, c.id) as id from event_queue q join contacts c on c.workspace_id = q.workspace_id and c.id = q.contact_id
        order by q.seq limit 1`
      return next?.id
    })
    if (!contactId) return keys
    await inTransaction(scope, async (tx) => {
      const queued = await takeQueued(tx, contactId)
      const involved = await Promise.all(queued.map((event) => contactsOf(tx, event)))
      await lockContacts(tx, [contactId, ...involved.flat()])
      const { now } = await getClock(tx)
      for (const event of queued) {
        const applied = await applyEvent(tx, contactId, event, now)
        await refreshMembers(tx, applied)
        keys.set(event.name, applied.keys)
      }
      for (const event of queued) await dropQueued(tx, event)
    })
  }
}
