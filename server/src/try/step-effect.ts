import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import type { Plan } from '@relance/core/plan/plan'
import { withStepOf } from '@relance/core/plan/with-step-of'
import type { Backtest, BacktestFigures } from '@relance/db/backtest/backtest'
import {
  dropStepBacktest,
  getStepBacktest,
  startStepBacktest,
} from '@relance/db/backtest/backtests'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { peopleByNode } from '@relance/db/flow/people-by-node'
import { needs } from '../auth/permissions'
import { stepParams } from '../faulty/faulty-schemas'
import { drawing, flowParams } from '../flows/flow-schemas'
import { newEnds } from '../flows/new-ends'
import { routes } from '../http/routes'
import { answer, body, nothing, uuid } from '../http/schemas'
import { livePlan } from './live-plan'
import { drawnPlan } from './rehearse-draft'

const tags = ['Try']
const n = z.int()
const effectParams = flowParams.extend({ effectId: uuid })

const counted = z.object({
  entered: n.openapi({ description: 'Entries into the scenario' }),
  came: n.openapi({ description: 'Of them, how many came to the step' }),
  exits: z.record(z.string(), n).openapi({ description: 'How often each way out was taken' }),
})

const effect = z
  .object({
    ...{ id: uuid, nodeId: z.string() },
    state: z.enum(['queued', 'running', 'done', 'cancelled', 'failed']),
    ...{ concerned: n.nullable(), total: n.nullable(), done: n },
    drawn: counted,
    live: counted.nullable(),
    shift: z.object({ sooner: n, later: n, same: n }).nullable(),
    error: z.string().nullable(),
  })
  .openapi('StepEffect', {
    description:
      'Worked out by a worker as a back-test is, over at most 500 people. `live` is the same drawing with this one step as it is live; null: it is not live. `shift` says how many would go on from the step sooner, later or at the same time than by the live value. `error` is `not-from-the-past` where what happened does not say who would have entered.',
  })

const waiting = z.object({ people: n, atOnce: n.nullable() }).openapi({
  description:
    'Who is at the step now, and how many of them would go on at once if they moved; null where that hangs on what each person did',
})

const start = createRoute({
  method: 'post',
  path: '/flows/{flowId}/steps/{nodeId}/effect',
  tags,
  summary: 'Work out what the value of one step would have changed in the last 30 days',
  description: 'What the same person asked for before of this scenario is stopped and forgotten.',
  middleware: needs('draw', 'flow'),
  request: {
    params: stepParams,
    body: body(z.object({ drawing: drawing.omit({ positions: true }).optional() })),
  },
  responses: {
    202: answer(
      z.object({ effect, waiting: waiting.nullable() }),
      'Begun; 409 with `problems` where the draft cannot run yet',
    ),
  },
})

const one = createRoute({
  method: 'get',
  path: '/flows/{flowId}/effects/{effectId}',
  tags,
  summary: 'What the value of a step would have changed, as far as it is worked out',
  middleware: needs('see', 'flow'),
  request: { params: effectParams },
  responses: { 200: answer(effect, '404 once another was asked for') },
})

const drop = createRoute({
  method: 'delete',
  path: '/flows/{flowId}/effects/{effectId}',
  tags,
  summary: 'Stop working it out, and forget it',
  middleware: needs('draw', 'flow'),
  request: { params: effectParams },
  responses: { 204: nothing('Stopped') },
})

function told({ figures, comparedFigures, nodeId, ...rest }: Backtest) {
  const { id, state, concerned, total, done, shift, error } = rest
  const at = nodeId ?? ''
  return {
    ...{ id, nodeId: at, state, concerned, total, done, shift, error },
    drawn: countedAt(figures, at),
    live: comparedFigures && countedAt(comparedFigures, at),
  }
}

const countedAt = ({ entered, nodes }: BacktestFigures, nodeId: string) => ({
  entered,
  came: nodes[nodeId]?.entered ?? 0,
  exits: nodes[nodeId]?.exits ?? {},
})

/** Who is at a step, and whose wait is over already by a plan's value; null where nobody is. */
const waitingAt = (scope: Scope, plan: Plan, nodeId: string) =>
  inTransaction(scope, async (tx) => {
    const at = (await peopleByNode(tx, plan.flowId)).find((each) => each.nodeId === nodeId)
    if (!at) return null
    const ends = await newEnds(tx, plan, at)
    return { people: at.people, atOnce: ends?.atOnce ?? null }
  })

export const stepEffectRoutes = routes()
  .openapi(start, async (c) => {
    const scope = c.get('scope')
    const { flowId, nodeId } = c.req.valid('param')
    const live = await livePlan(scope, flowId)
    const plan = await drawnPlan(scope, flowId, c.req.valid('json').drawing, c.get('language'))
    if (!plan.nodes[nodeId]) throw new AppError('not-found', 'There is no such step.')
    const compared = live && withStepOf(plan, live, nodeId)
    const begun = await startStepBacktest(scope, { plan, compared }, nodeId)
    return c.json({ effect: told(begun), waiting: await waitingAt(scope, plan, nodeId) }, 202)
  })
  .openapi(one, async (c) => {
    const { flowId, effectId } = c.req.valid('param')
    return c.json(told(await getStepBacktest(c.get('scope'), flowId, effectId)), 200)
  })
  .openapi(drop, async (c) => {
    const { flowId, effectId } = c.req.valid('param')
    await dropStepBacktest(c.get('scope'), flowId, effectId)
    return c.body(null, 204)
  })
