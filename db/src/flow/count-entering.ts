import type { Plan } from '@relance/core/plan/plan'
import type { Rule } from '@relance/core/rule/rule'
import { getClock } from '../clock/workspace-clock'
import { planAfresh } from '../connection/plan-afresh'
import type { Tx } from '../connection/scope'
import { crossings, type DueRule } from '../due/due-rule'
import { withWaits } from '../due/latency-line'
import { lineOf, takesMembers } from '../due/replace-trigger'
import { countAmong } from '../rule/count-among'
import type { RuleMoment } from '../rule/rule-moment'
import { selectMatching } from '../rule/select-matching'

/**
 * How many people are past a trigger's line now, or in its segment, and would be taken in: its filter holds for them,
 * and re-entry lets them. Whoever takes them asks the same again of each, under their lock. Null where the trigger
 * draws no line.
 */
export async function countEntering(tx: Tx, plan: Plan): Promise<number | null> {
  const line = lineOf(plan)
  const isLine = line !== null && line.kind !== 'schedule'
  if (!isLine && !takesMembers(plan)) return null
  await planAfresh(tx)
  const clock = await getClock(tx)
  const moment = { now: clock.now, timeZone: plan.settings.timeZone ?? clock.timeZone }
  const ids = isLine
    ? await past(tx, await withWaits(tx, line), moment)
    : await membersOf(tx, plan, moment)
  const free = await whoMayEnter(tx, plan, ids)
  const filter = plan.nodes[plan.entry]?.config.filter as Rule | null | undefined
  return filter ? countAmong(tx, free, filter, moment) : free.length
}

async function past(
  tx: Tx,
  line: Pick<DueRule, 'kind' | 'line'>,
  { now, timeZone }: RuleMoment,
): Promise<string[]> {
  const rows = await tx.sql<{ id: string }[]>`
    select distinct x.contact_id as id from (${crossings(tx, line, timeZone, { after: null, until: now })}) x`
  return rows.map(({ id }) => id)
}

async function membersOf(tx: Tx, { nodes, entry }: Plan, moment: RuleMoment): Promise<string[]> {
  const rule: Rule = { segment: String(nodes[entry]?.config.segment), member: true }
  const { contactIds } = await selectMatching(tx, rule, { ...moment, limit: 10_000_000 })
  return contactIds
}

async function whoMayEnter(
  { sql, workspaceId }: Tx,
  { flowId, settings }: Plan,
  contactIds: string[],
): Promise<string[]> {
  const inside = await sql<{ id: string }[]>`
    select distinct contact_id as id from enrolments
    where workspace_id = ${workspaceId} and flow_id = ${flowId}
      and (state <> 'ended' or ${settings.reentry.mode} = 'once')`
  const held = new Set(inside.map(({ id }) => id))
  return contactIds.filter((id) => !held.has(id))
}
