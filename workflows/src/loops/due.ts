import { getClock } from '@relance/db/clock/workspace-clock'
import { shareWorkspace } from '@relance/db/clock/workspace-lock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import { closeDue, type DueItem, lockDue, peekDue, standingAnchor } from '@relance/db/due/due-queue'
import { getFlowNow } from '@relance/db/flow/live-flows'
import type { Engine } from '../burst/engine'
import { type Candidate, enrol } from '../burst/enrol'
import { lockAndReact, withContacts } from '../react/lock-and-react'
import { inParallel, type Loop } from './loop'

const BATCH = 200
const WIDTH = 8

/** Takes each contact that crossed a line, or is in a schedule's audience, into its flow. */
export const dueLoop: Loop = {
  queue: 'due',
  async work(engine, workspaceId) {
    const items = await inTransaction({ workspaceId, sql: engine.sql }, (tx) => peekDue(tx, BATCH))
    await inParallel(items, WIDTH, (item) => takeOrSetAside(engine, workspaceId, item))
    return items.length
  },
}

/** A crossing that cannot be taken for a reason of its own is set aside with its error; the others go on. */
async function takeOrSetAside(engine: Engine, workspaceId: string, item: DueItem): Promise<void> {
  try {
    await takeDue(engine, workspaceId, item)
  } catch (error) {
    if (isInfrastructure(error)) throw error
    engine.log.error(
      { workspaceId, ruleId: item.ruleId, contactId: item.contactId, err: error },
      'a crossing failed',
    )
    await inTransaction({ workspaceId, sql: engine.sql }, (tx) => closeDue(tx, item, 'failed'))
  }
}

/** One crossing, in one transaction: still standing? then enrolled and walked to the first wait. */
const takeDue = (engine: Engine, workspaceId: string, item: DueItem): Promise<void> =>
  withContacts((alsoLock) =>
    inTransaction({ workspaceId, sql: engine.sql }, async (tx) => {
      await shareWorkspace(tx)
      await lockAndReact(engine, tx, item.contactId, { alsoLock })
      const rule = await lockDue(tx, item)
      if (!rule) return
      const flow = await getFlowNow(tx, rule.flowId)
      if (rule.retired || flow?.status !== 'live') return closeDue(tx, item, 'not-live')
      const clock = await getClock(tx)
      const plan = await engine.plans.get(tx, rule.flowId, rule.version)
      const anchorAt = await standingAnchor(
        tx,
        rule,
        item,
        plan.settings.timeZone ?? clock.timeZone,
      )
      if (!anchorAt) return closeDue(tx, item, 'moved')
      const outcome = await enrol(engine, tx, clock, {
        plan,
        contactId: item.contactId,
        anchorAt,
        ...entryOf(item, rule.kind),
      })
      await closeDue(tx, item, outcome)
    }),
  )

type EntryOf = Pick<Candidate, 'key' | 'data' | 'cause' | 'mustBeReachable'>

function entryOf({ subject, crossing }: DueItem, kind: 'cart' | 'inactive' | 'schedule'): EntryOf {
  const at = crossing.toISOString()
  if (kind === 'cart') {
    return {
      key: `cart:${subject}`,
      data: { cart_id: subject },
      cause: { code: 'entered-by-cart' },
      mustBeReachable: true,
    }
  }
  if (kind === 'inactive')
    return {
      key: `since:${at}`,
      data: {},
      cause: { code: 'entered-by-inactivity', params: { at } },
    }
  return { key: `at:${at}`, data: {}, cause: { code: 'entered-by-schedule', params: { at } } }
}
