import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope } from '../connection/scope'

/** How much of what happens on the site is known to be whose. */
export interface Recognition {
  days: number
  /** Visits begun in these days, and those of somebody identified. */
  visits: number
  recognisedVisits: number
  /** Everybody known, visitors included, and those identified: with a customer number or an email. */
  contacts: number
  identifiedContacts: number
}

/**
 * Recognised visits of all, and identified customers of the base, as of the workspace's now. A visit that was joined
 * to a record later counts as recognised.
 */
export const recognition = (scope: Scope, days: number): Promise<Recognition> =>
  inTransaction(scope, async (tx) => {
    await planAfresh(tx)
    const { sql, workspaceId } = tx
    const isIdentified = sql`(c.external_id is not null or c.email_normal is not null)`
    const [row] = await sql<Omit<Recognition, 'days'>[]>`
      select v.visits::int, v."recognisedVisits"::int, b.contacts::int, b."identifiedContacts"::int
      from (
        select count(*) as visits, count(*) filter (where ${isIdentified}) as "recognisedVisits"
        from web_sessions w join contacts c on c.workspace_id = w.workspace_id and c.id = w.contact_id
        where w.workspace_id = ${workspaceId} and w.started_at >= workspace_now(${workspaceId}) - make_interval(days => ${days})
      ) v, (
        select count(*) as contacts, count(*) filter (where ${isIdentified}) as "identifiedContacts"
        from contacts c where c.workspace_id = ${workspaceId} and c.merged_into is null
      ) b`
    return {
      days,
      ...(row ?? { visits: 0, recognisedVisits: 0, contacts: 0, identifiedContacts: 0 }),
    }
  })
