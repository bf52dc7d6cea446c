import { Gathered } from '@relance/db/connection/gathered'
import { Client } from '@temporalio/client'
import { NativeConnection, Worker } from '@temporalio/worker'
import { burstTogether } from '../burst/burst'
import type { Engine } from '../burst/engine'
import { makeCall } from '../call/make-call'
import { type BurstInput, callQueue, type Next } from '../contract'
import type { WorkerEnv } from '../env'
import { quietRuntime } from './quiet-runtime'
import { workflowBundle } from './workflow-bundle'

/** The worker's side of Temporal: one connection, the runs' worker, the outside calls' worker, and a client. */
export interface TemporalSide {
  client: Client
  /** Ends when both workers have drained. */
  done: Promise<void>
  stop(): void
}

/** Customers who wake at the same moment move in one transaction: so many, in so many at once. */
const BURSTS_TOGETHER = 32
const BURSTS_AT_ONCE = 3

/** Connects and starts polling. `afterBurst` is called when a burst may have written work for other loops. */
export async function runTemporal(
  engine: Engine,
  env: WorkerEnv,
  afterBurst: () => void,
): Promise<TemporalSide> {
  quietRuntime(engine.log)
  const bursts = new Gathered<BurstInput, Next>(
    (workspaceId, inputs) => burstTogether(engine, workspaceId, inputs),
    BURSTS_TOGETHER,
    BURSTS_AT_ONCE,
  )
  const connection = await NativeConnection.connect({
    address: env.TEMPORAL_ADDRESS,
    ...env.temporalAccess,
  })
  const shared = {
    connection,
    namespace: env.TEMPORAL_NAMESPACE,
    shutdownGraceTime: '10 seconds',
    shutdownForceTime: '20 seconds',
  } as const
  const runs = await Worker.create({
    ...shared,
    taskQueue: env.TEMPORAL_TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: {
      burst: async (input: BurstInput) => {
        const next = await bursts.do(input.workspaceId, input)
        afterBurst()
        return next
      },
    },
    maxCachedWorkflows: env.RELANCE_CACHED_RUNS,
    maxConcurrentLocalActivityExecutions: 100,
    // A run that waits for a worker which has forgotten it, or is gone, goes to any after this. Its replay is short.
    stickyQueueScheduleToStartTimeout: '2 seconds',
  })
  const calls = await Worker.create({
    ...shared,
    taskQueue: callQueue(env.TEMPORAL_TASK_QUEUE),
    activities: {
      call: ({ workspaceId, callId }: { workspaceId: string; callId: string }) =>
        makeCall(engine, workspaceId, callId),
    },
    maxTaskQueueActivitiesPerSecond: 50,
  })
  const done = Promise.all([runs.run(), calls.run()]).then(() => connection.close())
  return {
    client: new Client({ connection, namespace: env.TEMPORAL_NAMESPACE }),
    done,
    stop: () => {
      runs.shutdown()
      calls.shutdown()
    },
  }
}
