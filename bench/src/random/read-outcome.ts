import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import type { MailOutcome, PersonOutcome, RunOutcome } from '../model/story'

/** What the engine made of a story. */
export interface Played {
  people: PersonOutcome[]
  /** What each run draws by: by `person:flow`, in the order in which that person entered. */
  seeds: Map<string, string[]>
}

interface RunRow extends Omit<RunOutcome, 'flow'> {
  id: string
  contactId: string
  flowId: string
  seed: string
}

interface MailRow extends Omit<MailOutcome, 'flow'> {
  contactId: string
  flowId: string
}

/**
 * Reads what everybody got. People are numbered in the order in which they became known.
 * @param erasedSeeds what erased runs drew by, by enrolment
 */
export const readOutcome = (
  scope: Scope,
  flowIds: string[],
  erasedSeeds: ReadonlyMap<string, string>,
): Promise<Played> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const iso = (column: string) =>
      sql.unsafe(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
    const contacts = await sql<{ id: string; isJoined: boolean }[]>`
      select id, merged_into is not null as "isJoined" from contacts
      where workspace_id = ${workspaceId} order by id`
    const runs = await sql<RunRow[]>`
      select id, contact_id as "contactId", flow_id as "flowId", seed, version, ${iso('entered_at')} as "enteredAt", state,
        node_id || '#' || visit as at, ${iso('due_at')} as "dueAt", ${iso('ended_at')} as "endedAt",
        end_reason as "endReason", end_detail as "endDetail"
      from enrolments where workspace_id = ${workspaceId} order by id`
    const mails = await sql<MailRow[]>`
      select contact_id as "contactId", flow_id as "flowId", node_id || '#' || visit as at, state, reason,
        ${iso('queued_at')} as "queuedAt", ${iso('sent_at')} as "sentAt"
      from messages where workspace_id = ${workspaceId} order by id`
    const numbers = new Map(contacts.map(({ id }, number) => [id, number]))
    const people = contacts.flatMap(({ id, isJoined }, person) =>
      isJoined
        ? []
        : [
            {
              person,
              runs: runs
                .filter(({ contactId }) => contactId === id)
                .map(({ contactId: _, seed: __, id: ___, flowId, ...run }) => ({
                  flow: flowIds.indexOf(flowId),
                  ...run,
                })),
              mails: mails
                .filter(({ contactId }) => contactId === id)
                .map(({ contactId: _, flowId, ...mail }) => ({
                  flow: flowIds.indexOf(flowId),
                  ...mail,
                })),
            },
          ],
    )
    const seeds = new Map<string, string[]>()
    for (const { id, seed: kept, flowId } of runs) {
      const seed = erasedSeeds.get(id) ?? kept
      const key = `${numbers.get(seed.split(':')[0] ?? '')}:${flowIds.indexOf(flowId)}`
      seeds.set(key, [...(seeds.get(key) ?? []), seed])
    }
    return { people, seeds }
  })
