import { createRoute, z } from '@hono/zod-openapi'
import { providerTroubleWords } from '@relance/core/words/provider-fault-words'
import { queueNames } from '@relance/core/words/queue-words'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { countAttention } from '@relance/db/enrolment/count-attention'
import { listSetAside } from '@relance/db/event/list-set-aside'
import { listEnrolments } from '@relance/db/stats/list-enrolments'
import { mailResults } from '@relance/db/stats/mail-results'
import { listTroubles } from '@relance/db/trouble/list-troubles'
import { countWaiting } from '@relance/db/worker/count-waiting'
import { needs } from '../auth/permissions'
import { enrolment } from '../enrolments/enrolment-schema'
import { withErrors } from '../enrolments/stopped-by'
import { isStarting, plainPart, workerPart } from '../health/health-parts'
import { isReachable } from '../health/reach'
import { SILENT_AFTER_S } from '../health/watch'
import { saidIn } from '../http/error-words'
import { routes } from '../http/routes'
import { answer, instant } from '../http/schemas'

const LISTED = 20

const mails = z.array(
  z.object({
    state: z.enum(['queued', 'sending', 'sent', 'refused', 'failed']),
    reason: z.string().nullable(),
    mails: z.number(),
  }),
)

const engineStatus = z.object({
  /** starting: the server is new and no worker is there yet; degraded: something is away or stuck. */
  status: z.enum(['up', 'starting', 'degraded']),
  parts: z.array(
    z.object({
      name: z.enum(['database', 'temporal', 'worker']),
      works: z.boolean(),
      says: z.string(),
    }),
  ),
  queues: z.array(
    z.object({
      queue: z.enum(queueNames),
      /** How much waits, 10,000 at most; null where it is not counted. */
      waiting: z.number().nullable(),
      /** How long the oldest has waited, in seconds; null: nothing waits. */
      oldestSeconds: z.number().nullable(),
      /** For how long nothing has moved, in seconds; null: it moves. */
      stuckFor: z.number().nullable(),
    }),
  ),
  /** How late waits ended in the last minutes, in seconds; of the whole installation. */
  timers: z.object({
    minutes: z.number(),
    count: z.number(),
    p50: z.number().nullable(),
    p99: z.number().nullable(),
    nudges: z.number(),
  }),
  workers: z.array(z.object({ startedAt: instant, beatAge: z.number(), works: z.boolean() })),
  mails: z.object({ hour: mails, day: mails }),
  troubles: z.array(
    z.object({
      queue: z.string(),
      subject: z.string(),
      flowId: z.string().nullable(),
      flowName: z.string().nullable(),
      since: instant,
      times: z.number(),
      error: z.string(),
    }),
  ),
  attention: z.object({ count: z.number(), items: z.array(enrolment) }),
  setAside: z.object({
    count: z.number(),
    items: z.array(
      z.object({
        eventId: z.string(),
        name: z.string(),
        contactId: z.string(),
        storedAt: instant,
        error: z.string().nullable(),
      }),
    ),
  }),
})

const route = createRoute({
  method: 'get',
  path: '/status/engine',
  tags: ['Health'],
  summary: 'How the engine is: what waits, what is stuck, what failed and for whom',
  middleware: needs('publish', 'enrolment'),
  responses: { 200: answer(engineStatus, 'Ages and latenesses are in seconds of machine time') },
})

export const engineStatusRoute = routes().openapi(route, async (c) => {
  const { watch, temporalAddress } = c.get('services')
  const scope = c.get('scope')
  const language = c.get('language')
  const [seen, temporal, told] = await Promise.all([
    watch.look(),
    temporalAddress === null ? null : isReachable(temporalAddress),
    inTransaction(scope, async (tx) => ({
      waiting: await countWaiting(tx),
      hour: await mailResults(tx, 1),
      day: await mailResults(tx, 24),
      troubles: await listTroubles(tx),
      attention: await countAttention(tx),
      setAside: await listSetAside(tx, LISTED),
    })),
  ])
  const stopped = await listEnrolments(scope, { state: 'attention' }, { limit: LISTED })
  const parts = [
    plainPart('database', true, language),
    ...(temporal === null ? [] : [plainPart('temporal', temporal, language)]),
    workerPart(seen, watch.age, language),
  ] as { name: 'database' | 'temporal' | 'worker'; works: boolean; says: string }[]
  const ours = seen.queues.filter(({ workspaceId }) => workspaceId === scope.workspaceId)
  const queues = queueNames.map((queue) => {
    const age = ours.find((one) => one.queue === queue)
    const waiting = queue in told.waiting ? told.waiting[queue as keyof typeof told.waiting] : null
    const { seconds: oldestSeconds = null, stuckFor = null } = age ?? {}
    return { queue, waiting, oldestSeconds, stuckFor }
  })
  const isRed =
    parts.some(({ works }) => !works) || queues.some(({ stuckFor }) => stuckFor !== null)
  const workers = seen.workers.map(({ startedAt, beatAge }) => ({
    ...{ startedAt, beatAge },
    works: beatAge <= SILENT_AFTER_S,
  }))
  const figures = seen.workers.flatMap((one) =>
    one.figures && one.beatAge <= SILENT_AFTER_S ? one.figures : [],
  )
  const worst = (of: 'p50' | 'p99') => {
    const values = figures.flatMap(({ timers }) => timers[of] ?? [])
    return values.length > 0 ? Math.max(...values) : null
  }
  return c.json(
    {
      status: isRed
        ? ('degraded' as const)
        : isStarting(seen, watch.age)
          ? ('starting' as const)
          : ('up' as const),
      parts,
      queues,
      timers: {
        minutes: figures[0]?.minutes ?? 5,
        count: figures.reduce((sum, { timers }) => sum + timers.count, 0),
        p50: worst('p50'),
        p99: worst('p99'),
        nudges: figures.reduce((sum, { nudges }) => sum + nudges, 0),
      },
      workers,
      mails: { hour: told.hour, day: told.day },
      troubles: told.troubles.map(({ error, ...trouble }) => ({
        ...trouble,
        error:
          trouble.queue === 'provider'
            ? providerTroubleWords(error, language, (sentence) => saidIn(language, sentence))
            : saidIn(language, error),
      })),
      attention: { count: told.attention, items: withErrors(stopped, language).items },
      setAside: {
        ...told.setAside,
        items: told.setAside.items.map((each) => ({
          ...each,
          error: each.error && saidIn(language, each.error),
        })),
      },
    },
    200,
  )
})
