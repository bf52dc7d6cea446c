import { createRoute, z } from '@hono/zod-openapi'
import { countOverdue } from '@relance/db/flow/count-overdue'
import { getFlow } from '@relance/db/flow/get-flow'
import { pauseFlow } from '@relance/db/flow/pause-flow'
import { overdueChoice, resumeFlow } from '@relance/db/flow/resume-flow'
import { stopFlow } from '@relance/db/flow/stop-flow'
import { scheduleEnd } from '@relance/db/scheduled-act/schedule-end'
import { resumeOutlook } from '@relance/db/sending/resume-outlook'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, instantIn } from '../http/schemas'
import { flow, flowParams } from './flow-schemas'

const tags = ['Flows']
const responses = { 200: answer(flow, 'The scenario as it is now') }
const middleware = needs('publish', 'flow')

const pause = createRoute({
  method: 'post',
  path: '/flows/{flowId}/pause',
  tags,
  summary: 'Hold everybody where they are; goals and exits still end runs',
  middleware,
  request: { params: flowParams },
  responses,
})

const goingOn = z
  .object({
    people: z.int().openapi({ description: 'Still to be sent to' }),
    pace: z.object({
      pace: z.enum(['none', 'minute', 'hour', 'over']),
      people: z.int().nullable(),
      over: z.string().nullable(),
    }),
    isLocal: z.boolean().openapi({ description: 'Each by their own clock' }),
    passedAt: instant.nullable().openapi({
      description: 'The occurrence whose hour passed in the pause: it begins at once',
    }),
    nextAt: instant.nullable().openapi({ description: 'The one that comes at its hour' }),
  })
  .openapi('GoingOn')

const overdue = createRoute({
  method: 'get',
  path: '/flows/{flowId}/resume-preview',
  tags,
  summary:
    'How many people came due during the pause, which is what `overdue` of resume is about, and what is sent to an audience',
  middleware: needs('see', 'flow'),
  request: { params: flowParams },
  responses: {
    200: answer(
      z.object({
        overdue: z.int().openapi({ description: 'People, each counted once' }),
        sending: goingOn.nullable().openapi({
          description: 'Of what is sent to an audience at a set time, while it is paused',
        }),
      }),
      'What going on would do',
    ),
  },
})

const resume = createRoute({
  method: 'post',
  path: '/flows/{flowId}/resume',
  tags,
  summary: 'Let everybody go on; what came due in the pause is handled as chosen',
  middleware,
  request: { params: flowParams, body: body(z.object({ overdue: overdueChoice.prefault({}) })) },
  responses,
})

const stop = createRoute({
  method: 'post',
  path: '/flows/{flowId}/stop',
  tags,
  summary: 'Nobody enters any more; the people inside finish, or leave now',
  middleware,
  request: {
    params: flowParams,
    body: body(
      z.object({
        people: z.enum(['finish', 'leave']).default('finish'),
        endAt: instantIn.optional().openapi({
          description:
            'Stop then, of the workspace’s clock, by itself; replaces the end that was scheduled',
        }),
      }),
    ),
  },
  responses,
})

export const controlRoutes = routes()
  .openapi(pause, async (c) => {
    const { flowId } = c.req.valid('param')
    await getFlow(c.get('scope'), flowId)
    await pauseFlow(c.get('scope'), flowId)
    return c.json(await getFlow(c.get('scope'), flowId), 200)
  })
  .openapi(overdue, async (c) => {
    const { id } = await getFlow(c.get('scope'), c.req.valid('param').flowId)
    const sending = await resumeOutlook(c.get('scope'), id)
    return c.json({ overdue: await countOverdue(c.get('scope'), id), sending }, 200)
  })
  .openapi(resume, async (c) => {
    const { flowId } = c.req.valid('param')
    await getFlow(c.get('scope'), flowId)
    await resumeFlow(c.get('scope'), flowId, c.req.valid('json').overdue)
    return c.json(await getFlow(c.get('scope'), flowId), 200)
  })
  .openapi(stop, async (c) => {
    const { flowId } = c.req.valid('param')
    await getFlow(c.get('scope'), flowId)
    const { people, endAt } = c.req.valid('json')
    if (endAt) await scheduleEnd(c.get('scope'), flowId, { at: endAt, people })
    else await stopFlow(c.get('scope'), flowId, people)
    return c.json(await getFlow(c.get('scope'), flowId), 200)
  })
