import { inTransaction } from '../connection/in-transaction'
import { planLarge } from '../connection/plan-large'
import type { Scope, Tx } from '../connection/scope'
import type { PageRequest } from '../page/page'
import { type CountedRows, listCounted } from '../report/list-counted'
import { type ApologyAsked, choosePeople } from './choose-people'
import { answersTo, hitRows, mailsOf, type PersonHit } from './people-hit'

/** What can be counted of a faulty send, and of the apologies for it. */
export const faultyFigures = [
  ...(['hit', 'repeated', 'mails', 'complained', 'unsubscribed'] as const),
  /** Of an apology that would be made now: to whom it goes, and whom it leaves out. */
  ...(['reached', 'leftOut'] as const),
  /** Of one that was made: chosen, sent to, left out. */
  ...(['apologisedTo', 'apologySent', 'apologyLeftOut'] as const),
] as const
export type FaultyFigure = (typeof faultyFigures)[number]

export interface FaultyPeopleRequest extends ApologyAsked {
  figure: FaultyFigure
  /** Of those left out: for this reason. */
  reason?: string
  /** Which apology was made. */
  apologyId?: string
}

/** The people or mails behind a figure, the latest first. */
export const listFaultyPeople = (
  scope: Scope | Tx,
  request: FaultyPeopleRequest,
  asked: PageRequest,
): Promise<CountedRows> =>
  inTransaction(scope, async (tx) => {
    await planLarge(tx)
    const isOfNow = request.figure === 'reached' || request.figure === 'leftOut'
    const chosen = isOfNow ? await chosenNow(tx, request) : []
    return listCounted(tx, countedOf(tx, request, chosen), asked)
  })

function countedOf(tx: Tx, request: FaultyPeopleRequest, chosen: Chosen[]) {
  const { sql } = tx
  const { figure } = request
  const answered = (name: string) => sql`
    select contact_id::text as id, at, contact_id, message_id, null::text as reason
    from (${answersTo(tx, request)}) answers where name = ${name}`
  switch (figure) {
    case 'hit':
    case 'repeated':
      return sql`
        select contact_id::text as id, last_at as at, contact_id, message_id, null::text as reason
        from (${hitRows(tx, request)}) hit where is_repeated or ${figure === 'hit'}`
    case 'mails':
      return sql`
        select id::text, sent_at as at, contact_id, id as message_id, null::text as reason
        from (${mailsOf(tx, request)}) mails`
    case 'complained':
      return answered('Email Marked as Spam')
    case 'unsubscribed':
      return answered('Unsubscribed')
    case 'reached':
    case 'leftOut':
      return sql`
        select "contactId"::text as id, "lastAt" as at, "contactId" as contact_id, null::uuid as message_id, reason
        from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb)
          as p("contactId" uuid, "lastAt" timestamptz, reason text)`
    default:
      return ofApology(tx, { ...request, figure })
  }
}

type Chosen = PersonHit & { reason?: string }

/** Whom an apology would go to now, or leave out. */
async function chosenNow(
  tx: Tx,
  { figure, reason, ...send }: FaultyPeopleRequest,
): Promise<Chosen[]> {
  const { chosen, others } = await choosePeople(tx, send)
  if (figure === 'reached') return chosen
  return others.filter((each) => !reason || each.reason === reason)
}

/** Of an apology for this very step. */
function ofApology(
  { sql, workspaceId }: Tx,
  {
    figure,
    reason,
    apologyId,
    flowId,
    nodeId,
  }: FaultyPeopleRequest & { figure: 'apologisedTo' | 'apologySent' | 'apologyLeftOut' },
) {
  const meant = sql`
    apologies a where a.workspace_id = ${workspaceId} and a.id = ${apologyId ?? null}::uuid and a.flow_id = ${flowId}
      and a.node_id = ${nodeId}`
  if (figure === 'apologySent')
    return sql`
      select m.contact_id::text as id, min(m.sent_at) as at, m.contact_id,
        (array_agg(m.id order by m.sent_at))[1] as message_id, null::text as reason
      from messages m where m.workspace_id = ${workspaceId} and m.state = 'sent'
        and m.flow_id = (select a.sent_by from ${meant}) group by m.contact_id`
  const people =
    figure === 'apologisedTo'
      ? sql`select contact_id, null::text as reason from apology_people p
          where p.workspace_id = ${workspaceId} and p.apology_id = ${apologyId ?? null}::uuid`
      : sql`select contact_id, reason from apology_left_out p
          where p.workspace_id = ${workspaceId} and p.apology_id = ${apologyId ?? null}::uuid
            and ${reason ? sql`reason = ${reason}` : sql`true`}`
  return sql`
    select p.contact_id::text as id, made.at, coalesce(c.merged_into, c.id) as contact_id,
      null::uuid as message_id, p.reason
    from (${people}) p join contacts c on c.workspace_id = ${workspaceId} and c.id = p.contact_id
    cross join (select a.made_at as at from ${meant}) made`
}
