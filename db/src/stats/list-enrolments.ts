import { AppError } from '@relance/core/error/app-error'
import { z } from 'zod'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'
import {
  type EnrolmentView,
  enrolmentViewColumns,
  enrolmentViewTables,
  heldReason,
} from './enrolment-view'
import { figureRange, inRange, readRange } from './figure-range'
import { endedByWalking, leftAtNode } from './left-at-node'

export const enrolmentFilter = figureRange.extend({
  contactId: z.uuid().optional(),
  nodeId: z.string().max(60).optional(),
  state: z.enum(['waiting', 'held', 'attention', 'ended']).optional(),
  /** The people behind a figure of a card; needs `nodeId`. */
  figure: z.enum(['entered', 'waiting', 'held', 'passed', 'left', 'converted']).optional(),
})
export type EnrolmentFilter = z.infer<typeof enrolmentFilter> & { flowId?: string }

/** Enrolments in the order of their entry, newest first. */
export const listEnrolments = (
  scope: Scope,
  filter: EnrolmentFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<EnrolmentView>> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId } = tx
    const after = readCursor(cursor, 1)?.[0] ?? null
    const range = filter.flowId ? await readRange(tx, filter.flowId, filter) : null
    const rows = await sql<EnrolmentView[]>`
      select ${enrolmentViewColumns(tx)} from ${enrolmentViewTables(tx)}
      where e.workspace_id = ${workspaceId} and (${after}::uuid is null or e.id < ${after}::uuid)
        ${filter.flowId ? sql`and e.flow_id = ${filter.flowId}` : sql``}
        ${filter.contactId ? sql`and e.contact_id = ${filter.contactId}` : sql``}
        ${stateIs(tx, filter.state)} ${atNode(tx, filter)} ${range ? inRange(tx, range) : sql``}
      order by e.id desc limit ${limit + 1}`
    return pageOf(rows, limit, (row) => [row.id])
  })

/** One enrolment. Throws AppError not-found. */
export const getEnrolment = (scope: Scope | Tx, enrolmentId: string): Promise<EnrolmentView> =>
  inTransaction(scope, async (tx) => {
    const [row] = await tx.sql<EnrolmentView[]>`
      select ${enrolmentViewColumns(tx)} from ${enrolmentViewTables(tx)}
      where e.workspace_id = ${tx.workspaceId} and e.id = ${enrolmentId}`
    if (!row) throw new AppError('not-found', 'This run does not exist.')
    return row
  })

function stateIs(tx: Tx, state: EnrolmentFilter['state']) {
  const { sql } = tx
  if (!state) return sql``
  if (state === 'ended' || state === 'attention') return sql`and e.state = ${state}`
  return sql`and e.state in ('waiting', 'calling') and ${heldReason(tx)} is ${state === 'held' ? sql`not` : sql``} null`
}

function atNode(tx: Tx, { nodeId, figure }: EnrolmentFilter) {
  const { sql } = tx
  if (!nodeId) return sql``
  const here = sql`e.node_id = ${nodeId}`
  const waiting = sql`${here} and e.state <> 'ended'`
  const passed = sql`exists (
      select 1 from trace t where t.workspace_id = e.workspace_id and t.enrolment_id = e.id
        and t.node_id = ${nodeId} and t.kind = 'left')
    or (${here} and e.state = 'ended' and ${endedByWalking(tx)})`
  const left = sql`${here} and ${leftAtNode(tx)}`
  if (figure === 'held') return sql`and ${waiting} and ${heldReason(tx)} is not null`
  if (figure === 'waiting') return sql`and ${waiting}`
  if (figure === 'passed') return sql`and (${passed})`
  if (figure === 'left') return sql`and ${left}`
  if (figure === 'converted')
    return sql`and e.end_reason = 'goal' and exists (
      select 1 from trace t where t.workspace_id = e.workspace_id and t.enrolment_id = e.id
        and t.node_id = ${nodeId} and t.kind = 'left' and t.at >= e.first_message_at)`
  if (figure === 'entered') return sql`and ((${waiting}) or (${passed}) or (${left}))`
  return sql`and ${here}`
}
