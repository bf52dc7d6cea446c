import { pressureSettings } from '@relance/core/pressure/pressure-settings'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'

/** What somebody wrote back, and who sees to it. */
export interface Answer {
  id: string
  contactId: string
  /** Their name, else their address, else their number; null: nothing is known. */
  contact: string | null
  /** Whom the answer is from, which may be another mailbox of theirs. */
  from: string
  subject: string
  said: string
  receivedAt: Date
  /** The mail that was answered. */
  messageId: string
  messageSubject: string | null
  flowId: string
  flowName: string
  nodeId: string
  /** The cart it may be about: the run's, else the open one. */
  cart: AnsweredCart | null
  owner: Person | null
  doneAt: Date | null
  /** A person's name; null for a script. */
  doneBy: string | null
  note: string | null
  /** Until when the commercial mails of its scenario wait for it at most; null: they do not. */
  holdsUntil: Date | null
}

interface AnsweredCart {
  valueCents: number
  currency: string
  lines: { title: string; quantity: number }[]
}

interface Person {
  userId: string
  name: string
}

export interface AnswersAsked extends PageRequest {
  state: 'open' | 'done'
  contactId?: string
  /** Those somebody has taken on: their user's id. */
  owner?: string
}

type Row = Omit<Answer, 'holdsUntil'> & { heldSince: Date | null; pressure: unknown; now: Date }

/** Answers that are open, those who wait longest first; or those that were seen to, the latest first. */
export const listAnswers = (
  scope: Scope | Tx,
  { state, contactId = undefined, owner = undefined, cursor, limit }: AnswersAsked,
): Promise<Page<Answer>> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const [at = null, id = null] = readCursor(cursor, 2) ?? []
    const isOpen = state === 'open'
    const after = isOpen
      ? sql`(a.received_at, a.id) > (${at}::timestamptz, ${id}::uuid)`
      : sql`(a.done_at, a.id) < (${at}::timestamptz, ${id}::uuid)`
    const rows = await sql<Row[]>`
      select a.id, c.id as "contactId",
        coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, c.external_id) as contact,
        a.from_address as "from", a.subject, a.said, a.received_at as "receivedAt", a.message_id as "messageId",
        m.subject as "messageSubject", m.flow_id as "flowId", f.name as "flowName", m.node_id as "nodeId", cart.cart,
        case when o.id is not null then jsonb_build_object('userId', o.id, 'name', o.name) end as owner,
        a.done_at as "doneAt", d.name as "doneBy", a.note,
        case when a.done_at is null and e.state <> 'ended' then e.replied_at end as "heldSince",
        coalesce(w.settings -> 'pressure', '{}') as pressure, workspace_now(w.id) as now
      from answers a
      join workspaces w on w.id = a.workspace_id
      join messages m on m.workspace_id = a.workspace_id and m.id = a.message_id
      join flows f on f.workspace_id = a.workspace_id and f.id = m.flow_id
      join enrolments e on e.workspace_id = a.workspace_id and e.id = a.enrolment_id
      join contacts written on written.workspace_id = a.workspace_id and written.id = a.contact_id
      join contacts c on c.workspace_id = a.workspace_id
        and c.id = case when written.merged_into is null then written.id else written.merged_into end
      left join auth.users o on o.id = a.owner
      left join auth.users d on 'user:' || d.id = a.done_by
      left join lateral (
        select jsonb_build_object('valueCents', b.value_cents, 'currency', coalesce(b.currency, w.currency), 'lines', (
            select coalesce(jsonb_agg(jsonb_build_object('quantity', (l.line ->> 'quantity')::int,
              'title', coalesce(p.title, l.line ->> 'title', l.line ->> 'productId', '')) order by l.n), '[]')
            from jsonb_array_elements(b.lines) with ordinality as l(line, n)
            left join products p on p.workspace_id = b.workspace_id and p.product_id = l.line ->> 'productId')) as cart
        from carts b
        where b.workspace_id = a.workspace_id and b.contact_id = c.id and jsonb_array_length(b.lines) > 0
          and case when e.entry_data ->> 'cart_id' is null then b.state = 'open'
            else b.cart_id = e.entry_data ->> 'cart_id' end
        order by b.last_activity_at desc limit 1) cart on true
      where a.workspace_id = ${workspaceId} and (a.done_at is null) = ${isOpen}
        and (${contactId ?? null}::uuid is null or c.id = ${contactId ?? null}::uuid)
        and (${owner ?? null}::text is null or a.owner = ${owner ?? null}::text)
        and (${id}::uuid is null or ${after})
      order by ${isOpen ? sql`a.received_at, a.id` : sql`a.done_at desc, a.id desc`} limit ${limit + 1}`
    return pageOf(rows.map(toAnswer), limit, (row) => [
      ((isOpen ? row.receivedAt : row.doneAt) ?? row.receivedAt).toISOString(),
      row.id,
    ])
  })

const HOUR_MS = 3_600_000

function toAnswer({ heldSince, pressure, now, ...answer }: Row): Answer {
  const { replyHoldHours } = pressureSettings.parse(pressure)
  const until = heldSince && new Date(heldSince.getTime() + replyHoldHours * HOUR_MS)
  return { ...answer, holdsUntil: until && until > now ? until : null }
}
