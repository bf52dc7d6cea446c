import { Client } from '@temporalio/client'
import { NativeConnection, Worker } from '@temporalio/worker'
import { fileURLToPath } from 'node:url'
import { burst } from '../burst/burst'
import type { Engine } from '../burst/engine'
import { makeCall } from '../call/make-call'
import { type BurstInput, CALL_QUEUE, TASK_QUEUE } from '../contract'
import type { WorkerEnv } from '../env'

/** The worker's side of Temporal: one connection, the runs' worker, the outside calls' worker, and a client. */
export interface TemporalSide {
  client: Client
  /** Ends when both workers have drained. */
  done: Promise<void>
  stop(): void
}

/** Connects and starts polling. `afterBurst` is called when a burst may have written work for other loops. */
export async function runTemporal(engine: Engine, env: WorkerEnv, afterBurst: () => void): Promise<TemporalSide> {
  const connection = await NativeConnection.connect({
    address: env.TEMPORAL_ADDRESS,
    apiKey: env.TEMPORAL_API_KEY,
    tls: env.TEMPORAL_TLS ?? (env.TEMPORAL_API_KEY ? true : undefined),
  })
  const shared = { connection, namespace: env.TEMPORAL_NAMESPACE, shutdownGraceTime: '10 seconds', shutdownForceTime: '20 seconds' } as const
  const runs = await Worker.create({
    ...shared,
    taskQueue: TASK_QUEUE,
    workflowsPath: fileURLToPath(new URL('../enrolment.ts', import.meta.url)),
    activities: {
      burst: async (input: BurstInput) => {
        const next = await burst(engine, input)
        afterBurst()
        return next
      },
    },
    maxCachedWorkflows: env.RELANCE_CACHED_RUNS,
    maxConcurrentLocalActivityExecutions: 20,
    stickyQueueScheduleToStartTimeout: '5 seconds',
  })
  const calls = await Worker.create({
    ...shared,
    taskQueue: CALL_QUEUE,
    activities: { call: ({ workspaceId, callId }: { workspaceId: string; callId: string }) => makeCall(engine, workspaceId, callId) },
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
