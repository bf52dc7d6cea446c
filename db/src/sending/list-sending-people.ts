import { inTransaction } from '../connection/in-transaction'
import { planLarge } from '../connection/plan-large'
import type { Scope, Tx } from '../connection/scope'
import { type PageRequest, pageOf, readCursor } from '../page/page'
import { type CountedRow, listCounted } from '../report/list-counted'
import { nameRows } from '../report/name-rows'
import { type OpenSending, pageToCome } from './to-come'
import { type SendingOutcome, toldPeople } from './told-people'

/** A figure of a sending: what has become of its people. */
export const sendingFigures = [
  ...(['sent', 'held', 'underway', 'refused', 'failed', 'left'] as const),
  /** Not let in; spared by a cancellation; still to be let in. */
  ...(['notEntered', 'cancelled', 'toCome'] as const),
] as const
export type SendingFigure = (typeof sendingFigures)[number]

export interface SendingPeopleRequest {
  flowId: string
  /** Left out: the latest one. */
  sendingId?: string
  figure: SendingFigure
  /** Of `refused`: one of the reasons. */
  reason?: string
}

/** Of whoever is still to come nothing has happened yet, so `at` is null. */
export type SendingPerson = Omit<CountedRow, 'at'> & { at: Date | null }

export interface SendingPeople {
  items: SendingPerson[]
  next: string | null
  /** As many as the figure says. */
  count: number
}

type Row = OpenSending & { cancelledAt: Date | null }

/** The people behind a figure of a sending, the latest first. Empty where there is no such sending. */
export const listSendingPeople = (
  scope: Scope | Tx,
  request: SendingPeopleRequest,
  asked: PageRequest,
): Promise<SendingPeople> =>
  inTransaction(scope, async (tx) => {
    await planLarge(tx)
    const { flowId, sendingId = null, figure } = request
    const [sending] = await tx.sql<Row[]>`
      select id, flow_id as "flowId", version, rule_id as "ruleId", at, queued_at as "queuedAt",
        cancelled_at as "cancelledAt"
      from sendings where workspace_id = ${tx.workspaceId} and flow_id = ${flowId}
        and (${sendingId}::uuid is null or id = ${sendingId}) order by id desc limit 1`
    if (!sending) return { items: [], next: null, count: 0 }
    if (figure === 'toCome') return listToCome(tx, sending, asked)
    return listCounted(tx, countedOf(tx, sending, { ...request, figure }), asked)
  })

async function listToCome(
  tx: Tx,
  sending: Row,
  { cursor, limit }: PageRequest,
): Promise<SendingPeople> {
  const after = readCursor(cursor, 1)?.[0] ?? null
  const asked = { after: after === null ? null : String(after), limit: limit + 1 }
  const { count, contactIds } = await pageToCome(tx, sending, asked)
  const { items, next } = pageOf(contactIds, limit, (id) => [id])
  const named = await nameRows(
    tx,
    items.map((contactId) => ({
      ...{ id: contactId, contactId, at: null, messageId: null, reason: null },
    })),
  )
  return { items: named, next, count }
}

function countedOf(
  tx: Tx,
  sending: Row,
  { figure, reason }: { figure: Exclude<SendingFigure, 'toCome'>; reason?: string },
) {
  const { sql, workspaceId } = tx
  const told = (outcome: SendingOutcome) => sql`
    select id::text, at, contact_id, message_id, reason from (${toldPeople(tx, { ...sending, next: null })}) told
    where outcome = ${outcome} ${reason ? sql`and coalesce(reason, 'ended') = ${reason}` : sql``}`
  const missed = (condition: 'turned' | 'spared') => sql`
    select m.contact_id::text as id, m.at, coalesce(c.merged_into, m.contact_id) as contact_id,
      null::uuid as message_id, m.reason
    from sending_missed m left join contacts c on c.workspace_id = m.workspace_id and c.id = m.contact_id
    where m.workspace_id = ${workspaceId} and m.sending_id = ${sending.id}
      and ${condition === 'turned' ? sql`m.reason <> 'cancelled'` : sql`m.reason = 'cancelled'`}`
  if (figure === 'notEntered') return missed('turned')
  if (figure === 'cancelled') return sql`${told('spared')} union all ${missed('spared')}`
  return told(figure)
}
