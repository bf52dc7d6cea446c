import { AppError } from '@relance/core/error/app-error'
import type { Tx } from '../connection/scope'
import { noteCarts, noteMerge } from '../merge/note-merge'
import { scoreCustomer } from '../score/score-customers'
import { joinSessions } from '../session/join-sessions'
import { readState, stateKeys } from './contact-state'
import { mergeEnrolments } from './merge-enrolments'
import { mergeKnown } from './merge-known'
import { recountAll } from './recount-all'

const OF_ORDERS = ['field:ordersCount', 'field:revenueCents', 'field:lastOrderAt']

/**
 * Joins one contact into another (undoMerge parts them again): its names, past, carts, messages and enrolments become the survivor's.
 * It leaves its segments without a word; whether the survivor is in them is the caller's to ask.
 * The caller holds both rows, locked by id ascending.
 * @returns what of the survivor changed, as `field:…` and `consent:…`
 */
export async function mergeContacts(
  tx: Tx,
  { fromId, intoId, now }: { fromId: string; intoId: string; now: Date },
): Promise<string[]> {
  if (fromId === intoId) throw new AppError('internal', 'A contact cannot be joined into itself.')
  const before = await readState(tx, intoId)
  // The foreign keys of what moves look at both rows: nobody may take them away meanwhile.
  await tx.sql`
    select id from contacts where workspace_id = ${tx.workspaceId} and id = any(${[fromId, intoId]}::uuid[])
    order by id for update`
  const mergeId = await noteMerge(tx, { fromId, intoId, now })
  await mergeEnrolments(tx, { fromId, intoId, now })
  const known = await mergeKnown(tx, { fromId, intoId, now })
  await noteCarts(tx, mergeId)
  await moveRest(tx, fromId, intoId)
  await joinSessions(tx, intoId)
  const changed = stateKeys(before, await recountAll(tx, intoId))
  return [...known, ...changed, ...(await scoreAsOne(tx, { fromId, intoId, changed }))]
}

/** Where the one brought orders along, the survivor is scored by them, and only the survivor. */
async function scoreAsOne(
  tx: Tx,
  { fromId, intoId, changed }: { fromId: string; intoId: string; changed: string[] },
): Promise<string[]> {
  if (!changed.some((key) => OF_ORDERS.includes(key))) return []
  await tx.sql`
    delete from contact_scores where workspace_id = ${tx.workspaceId} and contact_id = ${fromId}`
  return scoreCustomer(tx, intoId)
}

async function moveRest({ sql, workspaceId }: Tx, fromId: string, intoId: string) {
  await sql`
    with sessions as (
      update web_sessions set contact_id = ${intoId} where workspace_id = ${workspaceId} and contact_id = ${fromId}
    ), bought as (
      update orders set contact_id = ${intoId} where workspace_id = ${workspaceId} and contact_id = ${fromId}
    ), codes as (
      update coupons set contact_id = ${intoId} where workspace_id = ${workspaceId} and contact_id = ${fromId}
    ), happened as (
      update events set contact_id = ${intoId} where workspace_id = ${workspaceId} and contact_id = ${fromId}
    ), queued as (
      update event_queue set contact_id = ${intoId} where workspace_id = ${workspaceId} and contact_id = ${fromId}
    ), told as (
      update trace set contact_id = ${intoId} where workspace_id = ${workspaceId} and contact_id = ${fromId}
    ), out as (
      delete from segment_members where workspace_id = ${workspaceId} and contact_id = ${fromId}
    ), undue as (
      delete from segment_due where workspace_id = ${workspaceId} and contact_id = ${fromId}
    ), unasked as (
      delete from segment_checks where workspace_id = ${workspaceId} and contact_id = ${fromId}
    ), crossed as (
      insert into due_queue (workspace_id, rule_id, contact_id, subject, crossing, found_at, handled_at, outcome)
      select workspace_id, rule_id, ${intoId}, subject, crossing, found_at, handled_at, outcome
      from due_queue where workspace_id = ${workspaceId} and contact_id = ${fromId}
      on conflict do nothing
    )
    delete from due_queue where workspace_id = ${workspaceId} and contact_id = ${fromId}`
}
