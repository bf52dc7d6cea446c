import { leftToSend } from '@relance/core/sending/left-to-send'
import type { PaceChoice } from '@relance/core/sending/pace'
import { scheduleOf } from '@relance/core/sending/schedule-of'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { readSchedules, type Schedule } from '../due/schedules'
import { getPlan } from '../flow/live-flows'
import { countMatching } from '../rule/select-matching'
import { audienceOf } from './audience-of'
import { listSendings } from './list-sendings'

/** What going on after a pause sends to an audience. */
export interface ResumeOutlook {
  /** Still to be sent to: of what is under way, or of what should have begun in the pause. */
  people: number
  pace: Required<PaceChoice>
  /** Each by their own clock. */
  isLocal: boolean
  /** The occurrence whose hour passed in the pause, as the scenario's clock calls it: it begins at once. */
  passedAt: Date | null
  /** The one that comes at its hour. */
  nextAt: Date | null
}

/** What going on with a paused flow sends to its audience; null where it is paused no more, or sends to no audience. */
export const resumeOutlook = (scope: Scope | Tx, flowId: string): Promise<ResumeOutlook | null> =>
  inTransaction(scope, async (tx) => {
    const [flow] = await tx.sql<{ version: number }[]>`
      select live_version as version from flows
      where workspace_id = ${tx.workspaceId} and id = ${flowId} and status = 'paused'`
    const plan = flow && (await getPlan(tx, flowId, flow.version))
    const trigger = plan?.nodes[plan.entry]
    if (!plan || trigger?.type !== 'on-schedule') return null
    const { now, timeZone } = await getClock(tx)
    const [schedule] = await readSchedules(tx, flowId)
    const { pace = 'none', people = null, over = null } = trigger.config as PaceChoice
    const open = (await listSendings(tx, flowId)).filter(({ state }) => state === 'paused')
    const underWay = open.reduce((sum, sending) => sum + leftToSend(sending), 0)
    const passedAt = schedule ? passedIn(schedule, now) : null
    const zone = plan.settings.timeZone ?? timeZone
    const begins = passedAt
      ? await countMatching(tx, audienceOf(plan, passedAt, zone).rule, { now, timeZone: zone })
      : 0
    return {
      people: underWay + begins,
      pace: { pace, people, over },
      isLocal: scheduleOf(plan)?.isLocal ?? false,
      passedAt,
      nextAt: passedAt ? null : (schedule?.occursAt ?? null),
    }
  })

/** An occurrence that should have begun, and was kept from it. */
const passedIn = ({ runningAt, nextAt, occursAt }: Schedule, now: Date) =>
  runningAt === null && nextAt !== null && nextAt <= now ? occursAt : null
