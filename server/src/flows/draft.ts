import { createRoute, z } from '@hono/zod-openapi'
import { getDraft } from '@relance/db/flow/get-draft'
import { saveDraft } from '@relance/db/flow/save-draft'
import { compileDraft } from '@relance/workflows/compile/compile-draft'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body } from '../http/schemas'
import { draft, drawing, flowParams, problem, readSettings } from './flow-schemas'
import { surroundings } from './surroundings'

const tags = ['Flows']

const read = createRoute({
  method: 'get',
  path: '/flows/{flowId}/draft',
  tags,
  summary: 'A scenario as it is being drawn',
  middleware: needs('see', 'flow'),
  request: { params: flowParams },
  responses: { 200: answer(draft, 'The draft') },
})

const save = createRoute({
  method: 'put',
  path: '/flows/{flowId}/draft',
  tags,
  summary:
    'Save the draft over the revision it was read at; a stale one answers 409 with `current`. Whoever has it open sees what changed',
  middleware: needs('draw', 'flow'),
  request: { params: flowParams, body: body(drawing.extend({ revision: z.int().min(0) })) },
  responses: { 200: answer(draft, 'The draft with its new revision') },
})

const problems = createRoute({
  method: 'get',
  path: '/flows/{flowId}/problems',
  tags,
  summary: 'What must be fixed before publishing, then tips',
  middleware: needs('see', 'flow'),
  request: { params: flowParams },
  responses: { 200: answer(z.object({ items: z.array(problem) }), 'In the reader’s language') },
})

export const draftRoutes = routes()
  .openapi(read, async (c) =>
    c.json(await getDraft(c.get('scope'), c.req.valid('param').flowId), 200),
  )
  .openapi(save, async (c) => {
    const { revision, graph, positions, settings } = c.req.valid('json')
    const { flowId } = c.req.valid('param')
    const checked = readSettings(settings, c.get('language'))
    const sent = { flowId, revision, graph, positions, settings: checked }
    const { principal } = c.var
    const by = principal.kind === 'user' ? principal.user.name : null
    return c.json(await saveDraft(c.get('scope'), sent, by), 200)
  })
  .openapi(problems, async (c) => {
    const draft = await getDraft(c.get('scope'), c.req.valid('param').flowId)
    const around = surroundings(c.get('services'))
    const compiled = await compileDraft(c.get('scope'), draft, c.get('language'), around)
    return c.json({ items: compiled.problems }, 200)
  })
