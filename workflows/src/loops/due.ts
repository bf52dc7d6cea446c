import type { Plan } from '@relance/core/plan/plan'
import { getClock } from '@relance/db/clock/workspace-clock'
import { shareWorkspace } from '@relance/db/clock/workspace-lock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import type { Tx } from '@relance/db/connection/scope'
import {
  type Anchor,
  closeDue,
  type DueItem,
  dueKey,
  type LockedDue,
  lockDue,
  peekDue,
  standingAnchors,
} from '@relance/db/due/due-queue'
import type { DueRule } from '@relance/db/due/due-rule'
import { getFlowNow } from '@relance/db/flow/live-flows'
import { audienceOf } from '@relance/db/sending/audience-of'
import { type Missed, noteMissed } from '@relance/db/sending/note-missed'
import { sendingsOf } from '@relance/db/sending/sending'
import type { Candidate } from '../burst/candidate'
import type { Engine } from '../burst/engine'
import { enrol } from '../burst/enrol'
import { commitPoint } from '../failpoint/commit-point'
import { lockAndReactAll, withContacts } from '../react/lock-and-react'
import { sideBySide } from '../together/side-by-side'
import { chunksOf, inParallel, type Loop } from './loop'

const LOOK = 400
/** People taken in one transaction: enough to share its commit, few enough not to hold others up. */
const TOGETHER = 50
const WIDTH = 3

/** Takes each contact that crossed a line, or is in a schedule's audience, into its flow. */
export const dueLoop: Loop = {
  queue: 'due',
  async work(engine, workspaceId) {
    const items = await inTransaction({ workspaceId, sql: engine.sql }, (tx) => peekDue(tx, LOOK))
    await inParallel(chunksOf(items, TOGETHER), WIDTH, (chunk) =>
      takeOrSetAside(engine, workspaceId, chunk),
    )
    return items.length
  },
}

/** A batch that fails is taken singly; a crossing that fails by itself is set aside with its error. */
async function takeOrSetAside(
  engine: Engine,
  workspaceId: string,
  items: DueItem[],
): Promise<void> {
  try {
    await takeDue(engine, workspaceId, items)
  } catch (error) {
    if (isInfrastructure(error)) throw error
    const [item] = items
    if (items.length > 1 || !item) {
      for (const single of items) await takeOrSetAside(engine, workspaceId, [single])
      return
    }
    engine.log.error(
      { workspaceId, ruleId: item.ruleId, contactId: item.contactId, err: error },
      'a crossing failed',
    )
    await inTransaction({ workspaceId, sql: engine.sql }, async (tx) => {
      const outcomes = [{ item, outcome: 'failed' }]
      await closeDue(tx, outcomes)
      await noteMissed(tx, missedBy(outcomes), (await getClock(tx)).now)
    })
  }
}

/** Some crossings, in one transaction: still standing? then enrolled and walked to the first wait. */
const takeDue = (engine: Engine, workspaceId: string, items: DueItem[]): Promise<void> =>
  withContacts((alsoLock) =>
    commitPoint('enrol', { workspaceId, sql: engine.sql }, async (tx) => {
      await shareWorkspace(tx)
      await lockAndReactAll(engine, tx, [...new Set(items.map(({ contactId }) => contactId))], {
        alsoLock,
      })
      const locked = await lockDue(tx, items)
      for (const ruleId of new Set(locked.map((item) => item.ruleId))) {
        const ofRule = locked.filter((item) => item.ruleId === ruleId)
        await closeDue(
          tx,
          await enrolAll(engine, items.length > 1 ? { ...tx, shared: true } : tx, ofRule),
        )
      }
    }),
  )

/** The crossings of one line. */
async function enrolAll(engine: Engine, tx: Tx, items: LockedDue[]) {
  const [first] = items
  if (!first) return []
  const { rule, retired } = first
  const flow = await getFlowNow(tx, rule.flowId)
  if (retired || flow?.status !== 'live')
    return items.map((item) => ({ item, outcome: 'not-live' }))
  const clock = await getClock(tx)
  const plan = await engine.plans.get(tx, rule.flowId, rule.version)
  const timeZone = plan.settings.timeZone ?? clock.timeZone
  const anchors = await standingAnchors(tx, rule, items, timeZone)
  const sendings = await sendingsOf(tx, rule, items)
  const isSegment = plan.nodes[plan.entry]?.type === 'on-segment'
  const outcomes: { item: DueItem; outcome: string }[] = []
  const take = async (item: LockedDue) => {
    const anchor = anchors.get(dueKey(item))
    const { contactId } = item
    if (!anchor) return outcomes.push({ item, outcome: 'moved' })
    const entry =
      rule.kind === 'schedule'
        ? scheduledEntry(plan, item, timeZone, sendings.get(item.crossing.getTime()))
        : entryOf(item, rule.kind, anchor)
    if (isSegment) entry.cause = { code: 'entered-as-member' }
    const who = { plan, contactId, anchorAt: anchor.at, ...entry }
    outcomes.push({ item, outcome: await enrol(engine, tx, clock, who) })
  }
  await sideBySide(items, ({ contactId }) => contactId, take)
  if (rule.kind === 'schedule') await noteMissed(tx, missedBy(outcomes), clock.now)
  return outcomes
}

/** Whom an occurrence of a schedule did not let in. */
const missedBy = (outcomes: { item: DueItem; outcome: string }[]): Missed[] =>
  outcomes
    .filter(({ outcome }) => outcome !== 'entered')
    .map(({ item: { ruleId, crossing, contactId }, outcome }) => ({
      ...{ ruleId, crossing, contactId },
      reason: outcome,
    }))

type EntryOf = Pick<Candidate, 'key' | 'data' | 'cause' | 'mustBeReachable'>

function entryOf(
  { subject, crossing }: DueItem,
  kind: Exclude<DueRule['kind'], 'schedule'>,
  { round, at: anchorAt }: Anchor,
): EntryOf {
  const at = crossing.toISOString()
  if (kind === 'cart') {
    return {
      // A cart that was ordered and filled again is another story under the same id.
      key: round > 1 ? `cart:${subject}:${round}` : `cart:${subject}`,
      data: { cart_id: subject },
      cause: { code: 'entered-by-cart' },
      mustBeReachable: true,
    }
  }
  if (kind === 'latency')
    return {
      // By the order, not the crossing: the latencies it is reckoned from change with the nights.
      key: `order:${anchorAt.toISOString()}`,
      data: {},
      cause: { code: 'entered-by-latency', params: { at } },
    }
  return { key: `since:${at}`, data: {}, cause: { code: 'entered-by-inactivity', params: { at } } }
}

/** Of one occurrence of a schedule: who enters by it knows which sending it was. */
function scheduledEntry(
  plan: Plan,
  { crossing }: DueItem,
  timeZone: string,
  sendingId: string | undefined,
): EntryOf {
  const at = crossing.toISOString()
  const isDate = plan.nodes[plan.entry]?.type === 'on-date'
  return {
    key: audienceOf(plan, crossing, timeZone).key,
    data: sendingId ? { sending: sendingId } : {},
    cause: { code: isDate ? 'entered-by-date' : 'entered-by-schedule', params: { at } },
  }
}
