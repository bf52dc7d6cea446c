import { join } from 'node:path'
import { emailTransport } from '@relance/channels/email/transport'
import { newId } from '@relance/core/id/ids'
import { analyseGrown } from '@relance/db/connection/analyse-grown'
import { connect, type Sql } from '@relance/db/connection/connect'
import { keepEvents } from '@relance/db/event/event-partitions'
import { keepMerges } from '@relance/db/merge/keep-merges'
import { signingKey } from '@relance/db/sender/signing-key'
import { heartbeat } from '@relance/db/worker/heartbeat'
import { forgetWorkers } from '@relance/db/worker/list-workers'
import type { Logger } from 'pino'
import { HandOutApart } from './dispatch/hand-out-apart'
import { OWN } from './dispatch/providers'
import { engineOf } from './engine-of'
import type { WorkerEnv } from './env'
import { startInbound } from './inbound/start-inbound'
import { actLoop } from './loops/act'
import { activityLoop } from './loops/activity'
import { backtestLoop } from './loops/backtest'
import { dispatchLoop, reclaimLoop } from './loops/dispatch'
import { dueLoop } from './loops/due'
import { eraseLoop } from './loops/erase'
import { feedLoop } from './loops/feed'
import { importLoop } from './loops/import'
import { nudgeLoop } from './loops/nudge'
import { reactApartLoop, reactLoop } from './loops/react'
import { relayLoop } from './loops/relay'
import { scheduleLoop } from './loops/schedule'
import { scoreLoop } from './loops/score'
import { Scout } from './loops/scout'
import { fillLoop, segmentLoop } from './loops/segments'
import { intakeLoop, sweepLoop } from './loops/sweep'
import { serveMetrics } from './meter/serve-metrics'
import { repairAfterWipe } from './temporal/repair-after-wipe'
import { runTemporal } from './temporal/run-temporal'

const BEAT_EVERY_MS = 3_000
const UPKEEP_EVERY_MS = 6 * 3_600_000
const ANALYSE_EVERY_MS = 4_000
/** Beside this program, bundled as this is or not. */
const MAIL_THREAD = join(import.meta.dirname, 'mail-thread.mjs')
/** More than the bursts, loops and parallel sends that may want one at a time. */
const CONNECTIONS = 60

export interface RunningWorker {
  /** Stops taking work, finishes what is under way. */
  stop(): Promise<void>
  /** Where it takes in what comes back over SMTP; null: nowhere. */
  smtpInPort: number | null
}

const upkeepAll = (sql: Sql) => Promise.all([keepEvents(sql), keepMerges(sql), forgetWorkers(sql)])

/** Starts everything a worker does: bursts and calls for Temporal, and the loops over the queues. */
export async function startWorker(env: WorkerEnv, log: Logger): Promise<RunningWorker> {
  const workerId = newId()
  const sql = connect(env.DATABASE_URL, { max: CONNECTIONS, name: 'relance-worker' })
  const engine = engineOf(sql, log)
  const transport = emailTransport(env.SMTP_URL)
  const own = new HandOutApart(OWN, env.SMTP_URL, MAIL_THREAD)
  await heartbeat(sql, workerId)
  const beating = setInterval(() => {
    heartbeat(sql, workerId, engine.meter.figures()).catch((error: unknown) =>
      log.error({ err: error }, 'no heartbeat'),
    )
  }, BEAT_EVERY_MS)
  const upkeep = setInterval(() => {
    upkeepAll(sql).catch((error: unknown) => log.error({ err: error }, 'no upkeep'))
  }, UPKEEP_EVERY_MS)
  const analysing = setInterval(() => {
    analyseGrown(sql).catch((error: unknown) => log.error({ err: error }, 'nothing analysed'))
  }, ANALYSE_EVERY_MS)
  await upkeepAll(sql)
  const { privateKey } = await signingKey(sql)
  const metrics = await serveMetrics(env, engine.meter)
  const inbound = await startInbound(engine, env, transport)
  let poke = () => {}
  const temporal = await runTemporal(engine, env, () => poke())
  await repairAfterWipe(engine, temporal.client)
  const scout = new Scout(engine, [
    reactLoop,
    reactApartLoop,
    sweepLoop,
    intakeLoop,
    scheduleLoop,
    dueLoop,
    segmentLoop,
    fillLoop,
    relayLoop(temporal.client, env.TEMPORAL_TASK_QUEUE),
    dispatchLoop(engine, workerId, {
      ...{ own, publicUrl: env.RELANCE_URL, returnDomain: env.RELANCE_BOUNCE_DOMAIN },
      signingKey: privateKey,
    }),
    reclaimLoop(workerId),
    nudgeLoop,
    activityLoop,
    actLoop,
    feedLoop,
    importLoop(workerId),
    eraseLoop,
    scoreLoop(workerId),
    backtestLoop,
  ])
  poke = scout.poke
  const { unlisten } = await sql.listen('work', scout.poke)
  const looking = scout.run()
  log.info({ workerId }, 'worker ready')
  return {
    smtpInPort: inbound.port,
    async stop() {
      await inbound.close()
      temporal.stop()
      scout.stop()
      await Promise.all([looking, temporal.done])
      await unlisten()
      clearInterval(beating)
      clearInterval(upkeep)
      clearInterval(analysing)
      await own.close()
      transport.close()
      await metrics?.close()
      await sql.end({ timeout: 5 })
    },
  }
}
