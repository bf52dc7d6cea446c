import { getClock } from '../clock/workspace-clock'
import { shareWorkspace } from '../clock/workspace-lock'
import type { Tx } from '../connection/scope'
import { segmentGround } from '../rule/with-segments'
import { isResting } from '../trouble/is-resting'
import { askMembers } from './ask-members'
import { type LiveSegment, liveSegments } from './live-segments'
import { refreshMembers } from './refresh-members'
import { writeMembers } from './write-members'

/** Contacts asked in one transaction: their locks hold up nobody for long. */
const BATCH = 500
const FORGOTTEN_AT_ONCE = 5_000

/**
 * Does the next batch of what a segment has still to do over everybody: gathering the members of a new rule, or
 * forgetting those of an archived one. Nobody is told of either.
 * @param about is told which segment
 * @returns how much was done; 0 when nothing is left for this worker
 */
export async function fillSegment(
  tx: Tx,
  about: (segmentId: string) => void = () => undefined,
): Promise<number> {
  await shareWorkspace(tx)
  const [next] = await tx.sql<{ id: string; work: 'fill' | 'empty'; cursor: string | null }[]>`
    select id, work, cursor_contact as cursor from segments
    where workspace_id = ${tx.workspaceId} and work is not null and not ${isResting(tx, 'fill', tx.sql`segments.id`)}
    order by id limit 1 for no key update skip locked`
  if (!next) return 0
  about(next.id)
  return next.work === 'empty' ? forget(tx, next.id) : gather(tx, next.id, next.cursor)
}

async function gather(tx: Tx, segmentId: string, cursor: string | null): Promise<number> {
  // Locked in this statement, read in the next: whoever changes one of them comes before or after.
  const rows = await tx.sql<{ id: string }[]>`
    select id from contacts
    where workspace_id = ${tx.workspaceId} and (${cursor}::uuid is null or id > ${cursor}::uuid)
    order by id limit ${BATCH} for no key update`
  const contactIds = rows.map(({ id }) => id)
  const isLast = contactIds.length < BATCH
  await tx.sql`
    update segments set cursor_contact = ${contactIds.at(-1) ?? cursor}, work = ${isLast ? null : 'fill'}
    where workspace_id = ${tx.workspaceId} and id = ${segmentId}`
  const segments = await liveSegments(tx, { keys: [], segmentIds: [segmentId] })
  const segment = segments.find(({ id }) => id === segmentId)
  if (!segment || contactIds.length === 0) return 1
  await askAll(tx, segment, contactIds)
  return contactIds.length
}

async function askAll(tx: Tx, segment: LiveSegment, contactIds: string[]): Promise<void> {
  const { now, timeZone } = await getClock(tx)
  const moment = { now, timeZone, segments: await segmentGround(tx) }
  await writeMembers(tx, segment.id, await askMembers(tx, segment, contactIds, moment), now)
  // Segments that speak of this one and have come as far have answered by its rule; time may have passed since.
  const keys = [`segment:${segment.id}`]
  await Promise.all(contactIds.map((contactId) => refreshMembers(tx, { contactId, keys })))
}

async function forget(tx: Tx, segmentId: string): Promise<number> {
  const { sql, workspaceId } = tx
  const forgotten = await sql<{ n: number }[]>`
    with gone as (
      delete from segment_members where (workspace_id, segment_id, contact_id) in (
        select workspace_id, segment_id, contact_id from segment_members
        where workspace_id = ${workspaceId} and segment_id = ${segmentId} limit ${FORGOTTEN_AT_ONCE})
      returning 1
    ), undue as (
      delete from segment_due where (workspace_id, segment_id, contact_id) in (
        select workspace_id, segment_id, contact_id from segment_due
        where workspace_id = ${workspaceId} and segment_id = ${segmentId} limit ${FORGOTTEN_AT_ONCE})
      returning 1
    )
    select (select count(*) from gone) + (select count(*) from undue) as n`
  const n = Number(forgotten[0]?.n ?? 0)
  if (n === 0)
    await sql`update segments set work = null where workspace_id = ${workspaceId} and id = ${segmentId}`
  return Math.max(n, 1)
}
