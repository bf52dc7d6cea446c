import { createRoute, z } from '@hono/zod-openapi'
import { flowStatuses } from '@relance/core/graph/draft'
import { renameableEvents } from '@relance/core/graph/rename-events'
import { language } from '@relance/core/words/language'
import { createFlow } from '@relance/db/flow/create-flow'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, uuid } from '../http/schemas'
import { createFromTemplate } from './create-from-template'
import { draft, drawing, flowName, readSettings } from './flow-schemas'

const fromTemplate = z.object({
  template: z.string().min(1),
  locale: language.optional(),
  name: flowName.optional(),
  segment: uuid.optional().openapi({ description: 'Only people of this segment may enter' }),
  events: z
    .partialRecord(z.enum(renameableEvents), z.string().trim().min(1).max(200))
    .optional()
    .openapi({
      description: 'What the shop calls events that only it tells, by the names they have here',
    }),
})
const fromGraph = drawing.extend({ name: flowName })

const route = createRoute({
  method: 'post',
  path: '/flows',
  tags: ['Flows'],
  summary: 'Make a scenario from a template or a graph',
  middleware: needs('draw', 'flow'),
  request: { body: body(z.union([fromTemplate, fromGraph])) },
  responses: {
    201: answer(
      z.object({ id: uuid, name: z.string(), status: z.enum(flowStatuses), draft }),
      'The scenario with its first draft',
    ),
  },
})

export const createFlowRoute = routes().openapi(route, async (c) => {
  const asked = c.req.valid('json')
  const scope = c.get('scope')
  if ('template' in asked) {
    const made = await createFromTemplate(scope, asked)
    return c.json(
      { id: made.draft.flowId, name: made.name, status: 'draft' as const, draft: made.draft },
      201,
    )
  }
  const { name, graph, positions } = asked
  const made = await createFlow(scope, {
    name,
    graph,
    positions,
    settings: readSettings(asked.settings, c.get('language')),
  })
  return c.json({ id: made.flowId, name, status: 'draft' as const, draft: made }, 201)
})
