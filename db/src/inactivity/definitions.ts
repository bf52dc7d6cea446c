import { type InactivityDefinition, inactivityDefinition } from '@relance/core/activity/inactivity'
import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { checkRule } from '../rule/compile-rule'
import { holdSegments } from '../segment/hold-segments'
import { definitionMoment } from './definition-moment'

export type SavedDefinition = InactivityDefinition & { id: string }

/** The workspace's definitions, in the order in which they are asked. */
export const listDefinitions = (scope: Scope | Tx): Promise<SavedDefinition[]> =>
  inTransaction(
    scope,
    async ({ sql, workspaceId }) => sql<SavedDefinition[]>`
      select id, name, priority, signals, match, silence as "for", applies_to as "appliesTo", category,
        grace_days as "graceDays", grace_messages as "graceMessages"
      from inactivity_definitions where workspace_id = ${workspaceId} order by priority, id`,
  )

/**
 * Keeps a definition: a new one, or the one of that id as it is to be from now on. Runs that are under way stay as
 * they are.
 * @throws AppError invalid for a rule that can never be asked; not-found for an unknown id
 */
export const saveDefinition = (
  scope: Scope | Tx,
  said: InactivityDefinition,
  id: string | null = null,
): Promise<{ id: string }> =>
  inTransaction(scope, async (tx) => {
    const d = inactivityDefinition.parse(said)
    if (d.appliesTo) {
      // A segment goes only while nothing speaks of it: none may go in between.
      await holdSegments(tx)
      const { timeZone, segments } = await definitionMoment(tx, [d])
      checkRule(d.appliesTo, timeZone, segments)
    }
    const appliesTo = d.appliesTo && JSON.stringify(d.appliesTo)
    const kept = await tx.sql<{ id: string }[]>`
      insert into inactivity_definitions (workspace_id, id, name, priority, signals, match, silence, applies_to, category,
        grace_days, grace_messages)
      select ${tx.workspaceId}, ${id ?? newId()}, ${d.name}, ${d.priority}, ${d.signals}, ${d.match}, ${d.for}, ${appliesTo},
        ${d.category}, ${d.graceDays}, ${d.graceMessages}
      where ${id}::uuid is null or exists (
        select 1 from inactivity_definitions where workspace_id = ${tx.workspaceId} and id = ${id})
      on conflict (workspace_id, id) do update set name = excluded.name, priority = excluded.priority,
        signals = excluded.signals, match = excluded.match, silence = excluded.silence, applies_to = excluded.applies_to,
        category = excluded.category, grace_days = excluded.grace_days, grace_messages = excluded.grace_messages
      returning id`
    return found(kept[0])
  })

/** @throws AppError not-found */
export const deleteDefinition = (scope: Scope | Tx, id: string): Promise<{ id: string }> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const gone = await sql<{ id: string }[]>`
      delete from inactivity_definitions where workspace_id = ${workspaceId} and id = ${id} returning id`
    return found(gone[0])
  })

function found<Row>(row: Row | undefined): Row {
  if (!row) throw new AppError('not-found', 'This definition does not exist.')
  return row
}
