import {
  condition,
  continueAsNew,
  defineSignal,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import { type BurstInput, callQueue, type EnrolmentInput, type Next, WAKE } from './contract'

interface Bursts {
  burst(input: BurstInput): Promise<Next>
}
interface Calls {
  call(input: { workspaceId: string; callId: string }): Promise<void>
}

const { burst } = proxyLocalActivities<Bursts>({
  startToCloseTimeout: '20 seconds',
  retry: { maximumAttempts: 3, initialInterval: '100 milliseconds' },
})
const calls = {
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '15 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '2 minutes' },
} as const

export const wake = defineSignal(WAKE)

/**
 * One contact on one version, from its first wait: sleep, burst, sleep, until the path ends.
 * Released and frozen: a change is enrolmentV2 beside it.
 */
export async function enrolmentV1({
  workspaceId,
  enrolmentId,
  next,
}: EnrolmentInput): Promise<void> {
  const { call } = proxyActivities<Calls>({
    ...calls,
    taskQueue: callQueue(workflowInfo().taskQueue),
  })
  let woken = false
  let fails = 0
  let running: string | undefined
  let failed: string | undefined
  setHandler(wake, () => {
    woken = true
  })
  while (woken || next.kind !== 'park') {
    if (next.kind === 'call' && running !== next.callId) {
      const callId = next.callId
      running = callId
      void call({ workspaceId, callId })
        .catch(() => {
          failed = callId
        })
        .then(() => {
          woken = true
        })
    }
    if (next.kind === 'wait' && !woken && workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof enrolmentV1>({ workspaceId, enrolmentId, next })
    }
    // A timeout of zero would cost a patch marker, and no due instant means no timer.
    const timeout =
      next.kind !== 'park' && next.dueAt ? Math.max(1, next.dueAt - Date.now()) : undefined
    await (timeout === undefined ? condition(() => woken) : condition(() => woken, timeout))
    woken = false
    try {
      next = await burst({ workspaceId, enrolmentId, failed })
      fails = 0
    } catch (error) {
      // The database is away: wait on a timer, because a local activity that retries for ever keeps heartbeating.
      if (isCancellation(error)) throw error
      next = { kind: 'wait', dueAt: Date.now() + Math.min(60_000, 1000 * 2 ** fails++) }
    }
  }
}
