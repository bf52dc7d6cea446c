import { createRoute, z } from '@hono/zod-openapi'
import { graph, positions } from '@relance/core/graph/graph'
import { getVersion } from '@relance/db/flow/get-version'
import { listVersions } from '@relance/db/flow/list-versions'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, json, pageOf, pageQuery, uuid } from '../http/schemas'
import { flowParams } from './flow-schemas'

const tags = ['Flows']

const list = createRoute({
  method: 'get',
  path: '/flows/{flowId}/versions',
  tags,
  summary: 'What was published, newest first',
  middleware: needs('see', 'flow'),
  request: { params: flowParams, query: pageQuery },
  responses: {
    200: answer(
      pageOf(
        z.object({
          version: z.int(),
          publishedAt: instant,
          publishedBy: z.string().nullable(),
          note: z
            .string()
            .nullable()
            .openapi({ description: 'What whoever published it said of it' }),
          scheduledAt: instant.nullable().openapi({
            description: 'When they scheduled it; null where it went live at once',
          }),
          people: z.int(),
        }),
      ),
      'Versions with how many people are inside each',
    ),
  },
})

const one = createRoute({
  method: 'get',
  path: '/flows/{flowId}/versions/{version}',
  tags,
  summary: 'A version as it was drawn',
  middleware: needs('see', 'flow'),
  request: {
    params: z.object({ flowId: uuid, version: z.coerce.number().int().min(1).max(1_000_000) }),
  },
  responses: {
    200: answer(
      z.object({ version: z.int(), graph, settings: json, positions, publishedAt: instant }),
      'The version',
    ),
  },
})

export const versionRoutes = routes()
  .openapi(list, async (c) =>
    c.json(
      await listVersions(c.get('scope'), c.req.valid('param').flowId, c.req.valid('query')),
      200,
    ),
  )
  .openapi(one, async (c) => {
    const { flowId, version } = c.req.valid('param')
    return c.json(await getVersion(c.get('scope'), flowId, version), 200)
  })
