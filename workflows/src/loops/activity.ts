import { lookAtLine, unheardOf } from '@relance/db/activity/look-at-line'
import { takeActivityLine } from '@relance/db/activity/take-activity-line'
import { shareWorkspace } from '@relance/db/clock/workspace-lock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { reactContacts } from '../react/react-contact'
import { chunksOf, inParallel, type Loop } from './loop'

/** People brought up to date in one transaction. */
const TOGETHER = 64
const WIDTH = 2

/** Finds whom time alone has moved down the ladder, and once a day who is newly at risk. */
export const activityLoop: Loop = {
  queue: 'activity',
  async work(engine, workspaceId) {
    const scope = { workspaceId, sql: engine.sql }
    // Whoever did something a moment ago, accepted and not yet taken in, has not fallen silent.
    const unheard = await inTransaction(scope, async (tx) => {
      const taken = await takeActivityLine(tx)
      return taken ? unheardOf(tx, taken) : []
    })
    await inParallel(chunksOf(unheard, TOGETHER), WIDTH, (some) =>
      reactContacts(engine, workspaceId, some),
    )
    return inTransaction(scope, async (tx) => {
      await shareWorkspace(tx)
      const taken = await takeActivityLine(tx)
      if (!taken) return 0
      await lookAtLine(tx, taken)
      return 1
    })
  },
}
