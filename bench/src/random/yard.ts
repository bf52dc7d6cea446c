import { smtpProvider } from '@relance/channels/email/providers/smtp'
import { emailTransport } from '@relance/channels/email/transport'
import { answer, startSmtpSink } from '@relance/channels/testing/smtp-sink'
import { newId } from '@relance/core/id/ids'
import { advanceTestClock } from '@relance/db/clock/advance-test-clock'
import { connect, type Sql } from '@relance/db/connection/connect'
import type { Scope } from '@relance/db/connection/scope'
import { assertInvariants } from '@relance/db/testing/assert-invariants'
import { testDatabase } from '@relance/db/testing/test-database'
import { withoutLimits } from '@relance/db/testing/without-limits'
import { createWorkspace } from '@relance/db/workspace/create-workspace'
import { OWN } from '@relance/workflows/dispatch/providers'
import { engineOf } from '@relance/workflows/engine-of'
import { activityLoop } from '@relance/workflows/loops/activity'
import { dispatchLoop } from '@relance/workflows/loops/dispatch'
import { dueLoop } from '@relance/workflows/loops/due'
import { eraseLoop } from '@relance/workflows/loops/erase'
import type { Loop } from '@relance/workflows/loops/loop'
import { reactLoop } from '@relance/workflows/loops/react'
import { scheduleLoop } from '@relance/workflows/loops/schedule'
import { scoreLoop } from '@relance/workflows/loops/score'
import { intakeLoop, sweepLoop } from '@relance/workflows/loops/sweep'
import pino from 'pino'
import { burstsAtOnce } from './bursts-at-once'
import { type Service, startService } from './service'

/** A real engine in which many stories are played beside each other, each in a workspace of its own. */
export interface Yard {
  sql: Sql
  service: Service
  /** An empty workspace whose clock stands still at `now`. */
  open(now: string): Promise<Scope>
  /** Moves a workspace's clock to an instant and does, on the way, all that the worker would. */
  advance(scope: Scope, to: Date): Promise<unknown>
  /** Stops and removes all of it. Throws when the engine has broken an invariant of the database. */
  close(): Promise<void>
}

const CONNECTIONS = 24

/**
 * Starts one: a database of its own, the worker's loops, a mail server that refuses whoever is called `gone…`.
 * The loops are called one after the other, for what is found to be left, and bursts are run at once instead of
 * through Temporal: both are slower by far the other way, and proven elsewhere. The net that nudges the late is
 * left out, so that a wake that was lost is seen.
 */
export async function startYard(): Promise<Yard> {
  const database = await testDatabase()
  const service = await startService()
  const sink = await startSmtpSink({
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('gone') ? answer(550, '5.1.1 nobody of that name') : undefined),
    onData(stream, _session, done) {
      stream.on('end', done).resume()
    },
  })
  const sql = connect(database.url, { max: CONNECTIONS })
  const organisationId = newId()
  await sql`insert into organisations (id, name) values (${organisationId}, 'Yard')`
  const engine = engineOf(sql, pino({ level: process.env.LOG_LEVEL ?? 'silent' }))
  const transport = emailTransport(sink.url)
  const loops = new Map<string, Loop>([
    ['events', reactLoop],
    ['wakes', burstsAtOnce],
    ['due', dueLoop],
    ['intakes', intakeLoop],
    ['rules', sweepLoop],
    ['schedules', scheduleLoop],
    ['activity', activityLoop],
    ['erasures', eraseLoop],
    ['scores', scoreLoop(newId())],
    [
      'messages',
      dispatchLoop(engine, newId(), {
        own: smtpProvider(OWN, transport),
        publicUrl: 'http://localhost',
      }),
    ],
  ])
  return {
    sql,
    service,
    async open(now) {
      const clock = { now: new Date(now) }
      const scope = await createWorkspace(sql, { organisationId, name: 'Story', clock })
      // The model knows no limits: its stories write more than three mails a week.
      await withoutLimits(scope)
      return scope
    },
    advance: (scope, to) =>
      advanceTestClock(scope, to, {
        between: async (unsettled) => {
          const loop = loops.get(unsettled)
          if (!loop) throw new Error(`Nobody takes care of what is left: ${unsettled}.`)
          await loop.work(engine, scope.workspaceId)
          await loop.rest?.()
        },
      }),
    async close() {
      transport.close()
      await sql.end()
      try {
        await assertInvariants(database.url)
      } finally {
        await Promise.all([sink.close(), service.close(), database.drop()])
      }
    },
  }
}
