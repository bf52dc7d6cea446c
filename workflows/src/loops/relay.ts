import { dropWakes, returnWakes } from '@relance/db/outbox/drop-wakes'
import { leaseWakes, type Wake } from '@relance/db/outbox/lease-wakes'
import type { Client } from '@temporalio/client'
import { WorkflowNotFoundError } from '@temporalio/client'
import { type EnrolmentInput, type Next, WAKE } from '../contract'
import { commitPoint } from '../failpoint/commit-point'
import { failpoint } from '../failpoint/failpoint'
import { inParallel, type Loop } from './loop'

const URGENT = 200
/** Few, so that whoever becomes urgent meanwhile waits for few, here and in Temporal's own queues. */
const EARLY = 24
const WIDTH = 40
/** Shorter than the lease, so that nobody else hands over what this relay still tries to. */
const HAND_OVER_MS = 10_000

/**
 * Hands wakes to Temporal: leased, handed over outside any transaction, dropped. A wake is gone only once Temporal
 * has it; handing one over twice is harmless. What Temporal did not take goes back, and the first failure is thrown.
 */
export const relayLoop = (
  client: Client,
  taskQueue: string,
  { handOverMs = HAND_OVER_MS } = {},
): Loop => ({
  queue: 'relay',
  async work({ sql }, workspaceId) {
    const scope = { workspaceId, sql }
    const wakes = await commitPoint('lease', scope, (tx) =>
      leaseWakes(tx, { urgent: URGENT, early: EARLY }),
    )
    if (wakes.length === 0) return 0
    await failpoint('relay.before-hand-over')
    const handed = new Set<Wake>()
    try {
      await client.withDeadline(Date.now() + handOverMs, () =>
        inParallel(wakes, WIDTH, async (wake) => {
          await hand(client, taskQueue, workspaceId, wake)
          handed.add(wake)
        }),
      )
    } finally {
      const back = wakes.filter((wake) => !handed.has(wake))
      await commitPoint('relay', scope, async (tx) => {
        await dropWakes(tx, [...handed])
        await returnWakes(tx, back)
      })
    }
    return wakes.length
  },
})

/** After so many wakes without a burst the run itself is what is broken: it gives way to a new one. */
const MAX_NUDGES = 5

async function hand(
  client: Client,
  taskQueue: string,
  workspaceId: string,
  wake: Wake,
): Promise<unknown> {
  const { enrolmentId } = wake
  if (wake.ended) return signalIfRunning(client, enrolmentId)
  if (wake.nudges >= MAX_NUDGES)
    await ifRunning(() => client.workflow.getHandle(enrolmentId).terminate('does not wake'))
  const next: Next = wake.callId
    ? { kind: 'call', callId: wake.callId }
    : { kind: 'wait', ...(wake.dueAt && { dueAt: wake.dueAt.getTime() }) }
  const input: EnrolmentInput = { workspaceId, enrolmentId, next }
  const options = {
    workflowId: enrolmentId,
    taskQueue,
    args: [input] as [EnrolmentInput],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
  }
  if (wake.kind === 'start')
    return client.workflow.start('enrolmentV1', { ...options, requestEagerStart: true })
  return client.workflow.signalWithStart('enrolmentV1', {
    ...options,
    signal: WAKE,
    signalArgs: [],
  })
}

/** An ended enrolment needs no run: one that still sleeps is told, so that it can close. */
const signalIfRunning = (client: Client, enrolmentId: string): Promise<void> =>
  ifRunning(() => client.workflow.getHandle(enrolmentId).signal(WAKE))

async function ifRunning(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error
  }
}
