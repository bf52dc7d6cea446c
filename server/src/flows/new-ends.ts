import type { Plan } from '@relance/core/plan/plan'
import { toldWait } from '@relance/core/plan/told-wait'
import { addTo, subtractFrom } from '@relance/core/time/add-to'
import { getClock } from '@relance/db/clock/workspace-clock'
import type { Tx } from '@relance/db/connection/scope'
import { countSince } from '@relance/db/flow/count-since'
import type { PeopleAtNode } from '@relance/db/flow/people-by-node'

/** When waits end for those who move, as ISO instants, and how many of them are past it already. */
export interface NewEnds {
  first: string
  last: string
  atOnce: number
}

/**
 * What a move to this plan makes of the waits at one step. Null where an end cannot be told beforehand: at a step
 * that does not wait a length of time, or that counts it from what each person did last.
 */
export async function newEnds(tx: Tx, plan: Plan, at: PeopleAtNode): Promise<NewEnds | null> {
  const wait = toldWait(plan, at.nodeId)
  if (!wait) return null
  const { now, timeZone: zone } = await getClock(tx)
  const timeZone = plan.settings.timeZone ?? zone
  const by = subtractFrom(now, wait.length, timeZone)
  const { flowId } = plan
  const { first, last } = at[wait.from]
  return {
    first: addTo(first, wait.length, timeZone).toISOString(),
    last: addTo(last, wait.length, timeZone).toISOString(),
    atOnce: await countSince(tx, { flowId, nodeId: at.nodeId, from: wait.from, by }),
  }
}
