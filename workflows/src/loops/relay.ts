import { takeOutbox, type Wake } from '@relance/db/outbox/take-outbox'
import type { Client } from '@temporalio/client'
import { WorkflowNotFoundError } from '@temporalio/client'
import { type EnrolmentInput, type Next, WAKE } from '../contract'
import { commitPoint } from '../failpoint/commit-point'
import { failpoint } from '../failpoint/failpoint'
import { inParallel, type Loop } from './loop'

const BATCH = 100
const WIDTH = 20

/** Hands wakes to Temporal. A wake is gone only once Temporal has it; handing one over twice is harmless. */
export const relayLoop = (client: Client, taskQueue: string): Loop => ({
  queue: 'relay',
  work: (engine, workspaceId) =>
    commitPoint('relay', { workspaceId, sql: engine.sql }, async (tx) => {
      const wakes = await takeOutbox(tx, BATCH)
      await failpoint('relay.before-hand-over')
      await inParallel(wakes, WIDTH, (wake) => hand(client, taskQueue, workspaceId, wake))
      return wakes.length
    }),
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
