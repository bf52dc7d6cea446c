import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

/** Somebody a flow may be tried with. */
export interface Subject {
  contactId: string
  firstName: string | null
  lastName: string | null
  email: string | null
  externalId: string | null
  /** Their run, and when they entered; null: they did not. */
  runId: string | null
  at: Date | null
}

const MOST = 20

/** Those who entered within the last seven days, the latest first. */
export const listEntered = (scope: Scope, flowId: string): Promise<Subject[]> =>
  inTransaction(scope, async ({ sql, workspaceId }) => [
    ...(await sql<Subject[]>`
      select c.id as "contactId", c.first_name as "firstName", c.last_name as "lastName", c.email,
        c.external_id as "externalId", e.id as "runId", e.entered_at as at
      from enrolments e join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
      where e.workspace_id = ${workspaceId} and e.flow_id = ${flowId} and c.merged_into is null
        and e.entered_at > workspace_now(${workspaceId}) - interval '7 days'
      order by e.entered_at desc, e.id desc limit ${MOST}`),
  ])

/**
 * Those who did not: first whoever was refused within the last seven days, then whoever was active lately and was
 * never in this flow.
 */
export const listNotEntered = (scope: Scope, flowId: string): Promise<Subject[]> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const refused = await sql<Subject[]>`
      select distinct on (c.id) c.id as "contactId", c.first_name as "firstName", c.last_name as "lastName", c.email,
        c.external_id as "externalId", null as "runId", t.at
      from (
        select contact_id, at from trace
        where workspace_id = ${workspaceId} and flow_id = ${flowId} and node_id is null and kind = 'refused'
          and at > workspace_now(${workspaceId}) - interval '7 days'
        order by at desc limit 100
      ) t join contacts c on c.workspace_id = ${workspaceId} and c.id = t.contact_id
      where c.merged_into is null
      order by c.id, t.at desc limit ${MOST}`
    const others = await sql<Subject[]>`
      select c.id as "contactId", c.first_name as "firstName", c.last_name as "lastName", c.email,
        c.external_id as "externalId", null as "runId", null as at
      from contact_state s join contacts c on c.workspace_id = s.workspace_id and c.id = s.contact_id
      where s.workspace_id = ${workspaceId} and c.merged_into is null
        and (c.email is not null or c.external_id is not null)
        and not exists (select 1 from enrolments e where e.workspace_id = c.workspace_id and e.flow_id = ${flowId}
          and e.contact_id = c.id)
      order by s.active_at desc, s.contact_id desc limit ${MOST}`
    const known = new Set(refused.map(({ contactId }) => contactId))
    return [...refused, ...others.filter(({ contactId }) => !known.has(contactId))].slice(0, MOST)
  })
