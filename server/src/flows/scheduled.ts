import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { holdWorkspace } from '@relance/db/clock/workspace-lock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { getFlow } from '@relance/db/flow/get-flow'
import { cancelAct } from '@relance/db/scheduled-act/cancel-act'
import { findStart, takeAct } from '@relance/db/scheduled-act/take-act'
import { rehearsingEngine } from '@relance/workflows/rehearse/rehearsing-engine'
import { requireConfirmedChecks } from '@relance/workflows/scheduled/confirmed-checks'
import { startScheduled } from '@relance/workflows/scheduled/start-scheduled'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer } from '../http/schemas'
import { flow, flowParams } from './flow-schemas'

const NOTHING_SCHEDULED = 'Nothing is scheduled to start any more.'

const common = {
  tags: ['Flows'],
  middleware: needs('publish', 'flow'),
  request: { params: flowParams },
}
const cancelled = { 200: answer(flow, 'The scenario as it is now') }

const cancelStart = createRoute({
  ...common,
  method: 'delete',
  path: '/flows/{flowId}/scheduled-start',
  summary: 'Cancel the start that is scheduled, or put away the one that failed',
  responses: cancelled,
})

const startNow = createRoute({
  ...common,
  method: 'post',
  path: '/flows/{flowId}/scheduled-start/now',
  summary:
    'Publish what is scheduled at once, as it was kept; 409 with `problems`, or with `reason: "checks-fail"`, and it stays',
  responses: {
    200: answer(
      z.object({ version: z.int(), entered: z.int() }),
      'The version now live, and who enters with it',
    ),
  },
})

const cancelEnd = createRoute({
  ...common,
  method: 'delete',
  path: '/flows/{flowId}/scheduled-end',
  summary: 'Cancel the end that is scheduled',
  responses: cancelled,
})

export const scheduledRoutes = routes()
  .openapi(cancelStart, async (c) => {
    const { flowId } = c.req.valid('param')
    await cancelAct(c.get('scope'), flowId, 'start')
    return c.json(await getFlow(c.get('scope'), flowId), 200)
  })
  .openapi(startNow, async (c) => {
    const { flowId } = c.req.valid('param')
    const scope = c.get('scope')
    const found = await inTransaction(scope, async (tx) => {
      await getFlow(tx, flowId)
      return findStart(tx, flowId)
    })
    if (!found) throw new AppError('conflict', NOTHING_SCHEDULED)
    await requireConfirmedChecks(rehearsingEngine(scope.sql, c.get('log')), scope, found)
    const published = await inTransaction(scope, async (tx) => {
      await holdWorkspace(tx)
      const start = await takeAct(tx, found.id)
      if (start?.act !== 'start') throw new AppError('conflict', NOTHING_SCHEDULED)
      return startScheduled(tx, start, c.get('language'))
    })
    return c.json(published, 200)
  })
  .openapi(cancelEnd, async (c) => {
    const { flowId } = c.req.valid('param')
    await cancelAct(c.get('scope'), flowId, 'end')
    return c.json(await getFlow(c.get('scope'), flowId), 200)
  })
