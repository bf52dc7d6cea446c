import { type BehaviourSettings, behaviourSettings } from '@relance/core/contact/behaviour'
import type { Rule } from '@relance/core/rule/rule'
import type { Tx } from '../connection/scope'
import { fillAgain } from '../segment/fill-again'
import { holdSegments } from '../segment/hold-segments'
import { segmentsWithin } from '../segment/segment-order'

/**
 * Changes whom the workspace calls responsive. Labels are worked out when they are asked for, so they are right at
 * once; segments that look at them ask everybody anew, and tell nobody.
 */
export async function changeBehaviourSettings(
  tx: Tx,
  change: Partial<BehaviourSettings>,
): Promise<void> {
  const [row] = await tx.sql<{ behaviour: unknown }[]>`
    select coalesce(settings -> 'behaviour', '{}') as behaviour from workspaces where id = ${tx.workspaceId}`
  const before = behaviourSettings.parse(row?.behaviour ?? {})
  const wanted = behaviourSettings.parse({ ...before, ...change })
  if (wanted.responsiveDays === before.responsiveDays) return
  await tx.sql`
    update workspaces set settings = settings || ${JSON.stringify({ behaviour: wanted })}::jsonb where id = ${tx.workspaceId}`
  await holdSegments(tx)
  const stored = await tx.sql<{ id: string; rule: Rule; looks: boolean }[]>`
    select id, rule, 'field:labels' = any(listens) as looks from segments
    where workspace_id = ${tx.workspaceId} and archived_at is null order by id for no key update`
  const rules = new Map(stored.map(({ id, rule }) => [id, rule]))
  const looking = new Set(stored.filter(({ looks }) => looks).map(({ id }) => id))
  const asked = stored.filter(
    ({ id, rule }) =>
      looking.has(id) || [...segmentsWithin(rule, rules)].some((inner) => looking.has(inner)),
  )
  await fillAgain(
    tx,
    asked.map(({ id }) => id),
  )
}
