import { createRoute, z } from '@hono/zod-openapi'
import { getFaultySend } from '@relance/db/faulty/get-faulty-send'
import { liftAlarm } from '@relance/db/faulty/lift-alarm'
import { listAlarms } from '@relance/db/faulty/list-alarms'
import { getFlow } from '@relance/db/flow/get-flow'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, nothing } from '../http/schemas'
import { sendOf, stepParams } from './faulty-schemas'

const tags = ['Faulty sends']

const list = createRoute({
  method: 'get',
  path: '/repeat-alarms',
  tags,
  summary: 'Steps that stand still because they sent one mail to one person again',
  middleware: needs('see', 'flow'),
  responses: {
    200: answer(
      z.object({
        items: z.array(
          z.object({
            ...{ flowId: z.string(), flowName: z.string(), nodeId: z.string() },
            ...{ templateId: z.string(), mail: z.string(), raisedAt: instant },
            people: z.int().openapi({ description: 'Got it more than once, in the last 7 days' }),
            held: z.int().openapi({ description: 'Wait at the step until somebody has looked' }),
          }),
        ),
      }),
      'Newest first',
    ),
  },
})

const lift = createRoute({
  method: 'post',
  path: '/flows/{flowId}/steps/{nodeId}/lift-alarm',
  tags,
  summary: 'Let a step that repeated itself go on; whoever it held is asked about again',
  middleware: needs('publish', 'flow'),
  request: { params: stepParams },
  responses: { 204: nothing('It goes on') },
})

export const alarmRoutes = routes()
  .openapi(list, async (c) => {
    const scope = c.get('scope')
    const items: z.infer<
      (typeof list.responses)[200]['content']['application/json']['schema']
    >['items'] = []
    for (const alarm of await listAlarms(scope)) {
      const { repeated } = await getFaultySend(scope, await sendOf(scope, alarm, {}))
      items.push({ ...alarm, people: repeated })
    }
    return c.json({ items }, 200)
  })
  .openapi(lift, async (c) => {
    const { flowId, nodeId } = c.req.valid('param')
    await getFlow(c.get('scope'), flowId)
    await liftAlarm(c.get('scope'), flowId, nodeId)
    return c.body(null, 204)
  })
