import type { InactivityDefinition } from '@relance/core/activity/inactivity'
import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import type { RuleMoment } from '../rule/rule-moment'
import { withSegments } from '../rule/with-segments'

/** The workspace's now, with the segments where a definition applies only to people of one. */
export async function definitionMoment(
  tx: Tx,
  definitions: readonly Pick<InactivityDefinition, 'appliesTo'>[],
): Promise<RuleMoment> {
  const { now, timeZone } = await getClock(tx)
  const rules = definitions.flatMap(({ appliesTo }) => appliesTo ?? [])
  return withSegments(tx, { and: rules }, { now, timeZone })
}
