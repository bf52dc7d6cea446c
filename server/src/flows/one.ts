import { createRoute, z } from '@hono/zod-openapi'
import { deleteFlow } from '@relance/db/flow/delete-flow'
import { getFlow } from '@relance/db/flow/get-flow'
import { renameFlow } from '@relance/db/flow/rename-flow'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, nothing } from '../http/schemas'
import { flow, flowName, flowParams } from './flow-schemas'

const tags = ['Flows']
const path = '/flows/{flowId}'

const read = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'One scenario',
  middleware: needs('see', 'flow'),
  request: { params: flowParams },
  responses: { 200: answer(flow, 'The scenario without its drawing') },
})

const rename = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Rename a scenario',
  middleware: needs('draw', 'flow'),
  request: { params: flowParams, body: body(z.object({ name: flowName })) },
  responses: { 200: answer(flow, 'The scenario as it is now') },
})

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Delete a scenario that was never published',
  middleware: needs('draw', 'flow'),
  request: { params: flowParams },
  responses: { 204: nothing('Deleted') },
})

export const oneFlow = routes()
  .openapi(read, async (c) =>
    c.json(await getFlow(c.get('scope'), c.req.valid('param').flowId), 200),
  )
  .openapi(rename, async (c) => {
    const { flowId } = c.req.valid('param')
    await renameFlow(c.get('scope'), flowId, c.req.valid('json').name)
    return c.json(await getFlow(c.get('scope'), flowId), 200)
  })
  .openapi(remove, async (c) => {
    await deleteFlow(c.get('scope'), c.req.valid('param').flowId)
    return c.body(null, 204)
  })
