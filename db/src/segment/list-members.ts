import { AppError } from '@relance/core/error/app-error'
import type { Rule } from '@relance/core/rule/rule'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope, Tx } from '../connection/scope'
import { type ContactItem, contactsById } from '../contact/find-contacts'
import { type Page, type PageRequest, readCursor } from '../page/page'
import { selectMatching } from '../rule/select-matching'

interface Asked {
  after: string | null
  limit: number
}

/**
 * Who is in a segment now, the longest known first. While the members of a new rule are still being gathered, the
 * rule itself is asked.
 * @throws AppError not-found; invalid for a cursor that is none of ours
 */
export const listMembers = (
  scope: Scope | Tx,
  segmentId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<ContactItem>> =>
  inTransaction(scope, async (tx) => {
    const [segment] = await tx.sql<{ rule: Rule; isFilling: boolean }[]>`
      select rule, work is not null as "isFilling" from segments
      where workspace_id = ${tx.workspaceId} and id = ${segmentId} and archived_at is null`
    if (!segment) throw new AppError('not-found', 'This segment does not exist.')
    const asked = { after: uuidOf(cursor), limit: limit + 1 }
    const ids = await (segment.isFilling
      ? matching(tx, segment.rule, asked)
      : members(tx, segmentId, asked))
    const items = await contactsById(tx, ids.slice(0, limit))
    const last = items.at(-1)
    const next = ids.length > limit && last ? cursorOf(last.id) : null
    return { items, next }
  })

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function uuidOf(cursor: string | undefined): string | null {
  const id = readCursor(cursor, 1)?.[0] ?? null
  if (id === null) return null
  if (typeof id === 'string' && UUID.test(id)) return id
  throw new AppError('invalid', 'This cursor is not one of ours.', { field: 'cursor' })
}

const cursorOf = (id: string) => Buffer.from(JSON.stringify([id])).toString('base64url')

async function members({ sql, workspaceId }: Tx, segmentId: string, { after, limit }: Asked) {
  const rows = await sql<{ id: string }[]>`
    select contact_id as id from segment_members
    where workspace_id = ${workspaceId} and segment_id = ${segmentId}
      and (${after}::uuid is null or contact_id > ${after}::uuid)
    order by contact_id limit ${limit}`
  return rows.map(({ id }) => id)
}

async function matching(tx: Tx, rule: Rule, { after, limit }: Asked): Promise<string[]> {
  await planAfresh(tx)
  const { now, timeZone } = await getClock(tx)
  return (await selectMatching(tx, rule, { now, timeZone, cursor: after, limit })).contactIds
}
