import { createRoute, z } from '@hono/zod-openapi'
import type { Backtest, BacktestFigures } from '@relance/db/backtest/backtest'
import { cancelBacktest, latestBacktest, startBacktest } from '@relance/db/backtest/backtests'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { contactsById } from '@relance/db/contact/find-contacts'
import { needs } from '../auth/permissions'
import { drawing, flowParams } from '../flows/flow-schemas'
import { routes } from '../http/routes'
import { answer, body, instant, nothing, uuid } from '../http/schemas'
import { livePlan } from './live-plan'
import { drawnPlan } from './rehearse-draft'

const tags = ['Try']
const n = z.int()

export const nodeCounts = z.object({
  ...{ entered: n, sent: n, held: n, refused: n },
  exits: z.record(z.string(), n),
})

const person = z.object({
  contact: z.object({
    id: uuid,
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    email: z.string().nullable(),
    externalId: z.string().nullable(),
  }),
  at: z.string(),
  end: z.string().nullable(),
})

const backtest = z
  .object({
    id: uuid,
    state: z.enum(['queued', 'running', 'done', 'cancelled', 'failed']),
    from: instant,
    until: instant,
    concerned: n.nullable(),
    total: n.nullable(),
    done: n,
    entered: n,
    days: z.record(z.string(), n),
    nodes: z.record(z.string(), nodeCounts),
    people: z.array(person),
    cutShort: n,
    live: z
      .object({
        version: n,
        ...{ entered: n.nullable(), days: z.record(z.string(), n) },
        nodes: z.record(z.string(), nodeCounts),
      })
      .nullable()
      .openapi({
        description:
          'The same of the version that was live when it was asked for: the same people over the same days. Null: there was none; `entered` null: what happened does not say whom that version would have let in.',
      }),
    error: z.string().nullable(),
    createdAt: instant,
    computedAt: instant.nullable(),
  })
  .openapi('Backtest', {
    description:
      'Worked out by a worker. `concerned` are those the trigger may be about, `total` those of them that are looked at, `done` how many are. Entries count by day of the workspace’s calendar. Nobody’s later facts are known; what cannot be known of a mail that was never sent is what most do. `error` is `not-from-the-past` where what happened does not say who would have entered.',
  })

const start = createRoute({
  method: 'post',
  path: '/flows/{flowId}/backtest',
  tags,
  summary:
    'Work out what the draft, and the live version beside it, would have done in the last 30 days; nothing is sent or kept of it',
  middleware: needs('draw', 'flow'),
  request: {
    params: flowParams,
    body: body(z.object({ drawing: drawing.omit({ positions: true }).optional() })),
  },
  responses: {
    202: answer(backtest, 'Begun; 409 with `problems` where the draft cannot run yet'),
  },
})

const latest = createRoute({
  method: 'get',
  path: '/flows/{flowId}/backtest',
  tags,
  summary: 'The latest back-test of a scenario, as far as it has come',
  middleware: needs('see', 'flow'),
  request: { params: flowParams },
  responses: { 200: answer(z.object({ backtest: backtest.nullable() }), 'Null: none yet') },
})

const cancel = createRoute({
  method: 'delete',
  path: '/flows/{flowId}/backtest',
  tags,
  summary: 'Stop the back-test that is under way; what was counted stays',
  middleware: needs('draw', 'flow'),
  request: { params: flowParams },
  responses: { 204: nothing('Stopped') },
})

/** With the names of the first people, and what was counted of the live version beside. */
async function told(scope: Scope, backtest: Backtest) {
  const { id, state, from, until, concerned, total, done, error, createdAt, computedAt } = backtest
  const { figures, comparedVersion: version, comparedFigures: other } = backtest
  const { entered, days, nodes, cutShort } = figures
  const ids = [...new Set(figures.people.map(({ contactId }) => contactId))]
  const contacts = await inTransaction(scope, (tx) => contactsById(tx, ids))
  const byId = new Map(
    contacts.map(({ id, firstName, lastName, email, externalId }) => [
      id,
      { id, firstName, lastName, email, externalId },
    ]),
  )
  const people = figures.people.flatMap(({ contactId, at, end }) => {
    const contact = byId.get(contactId)
    return contact ? [{ contact, at, end }] : []
  })
  const live = version === null ? null : { version, ...countedOf(other) }
  return {
    ...{ id, state, from, until, concerned, total, done, error, createdAt, computedAt },
    ...{ entered, days, nodes, cutShort, people, live },
  }
}

const countedOf = (figures: BacktestFigures | null) => ({
  entered: figures?.entered ?? null,
  days: figures?.days ?? {},
  nodes: figures?.nodes ?? {},
})

export const backtestRoutes = routes()
  .openapi(start, async (c) => {
    const scope = c.get('scope')
    const { flowId } = c.req.valid('param')
    const plan = await drawnPlan(scope, flowId, c.req.valid('json').drawing, c.get('language'))
    const compared = await livePlan(scope, flowId)
    return c.json(await told(scope, await startBacktest(scope, { plan, compared })), 202)
  })
  .openapi(latest, async (c) => {
    const scope = c.get('scope')
    const found = await latestBacktest(scope, c.req.valid('param').flowId)
    return c.json({ backtest: found && (await told(scope, found)) }, 200)
  })
  .openapi(cancel, async (c) => {
    await cancelBacktest(c.get('scope'), c.req.valid('param').flowId)
    return c.body(null, 204)
  })
