import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { instantWords } from '@relance/core/time/instant-words'
import { getFlow } from '@relance/db/flow/get-flow'
import { listEntered, listNotEntered } from '@relance/db/rehearsal/list-subjects'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { needs } from '../auth/permissions'
import { flowParams } from '../flows/flow-schemas'
import { routes } from '../http/routes'
import { answer, body } from '../http/schemas'
import { mailPath } from './mail-path'
import { rehearseDraft } from './rehearse-draft'
import { subject, triedPath, tryRequest } from './try-schemas'

const tags = ['Try']

const path = createRoute({
  method: 'post',
  path: '/flows/{flowId}/try',
  tags,
  summary:
    'The path one customer would take through the draft, on a clock of its own; nothing is sent, called or kept',
  middleware: needs('see', 'flow'),
  request: { params: flowParams, body: body(tryRequest) },
  responses: {
    200: answer(
      triedPath,
      'What the engine would do, step by step; 409 with `problems` where the draft cannot run yet',
    ),
  },
})

const people = createRoute({
  method: 'get',
  path: '/flows/{flowId}/try/people',
  tags,
  summary: 'Whom to try a scenario with: those who entered within a week, or those who did not',
  middleware: needs('see', 'contact'),
  request: {
    params: flowParams,
    query: z.object({ who: z.enum(['entered', 'not-entered']).default('entered') }),
  },
  responses: {
    200: answer(z.object({ items: z.array(subject) }), 'At most 20, the latest first'),
  },
})

const mails = createRoute({
  method: 'post',
  path: '/flows/{flowId}/try/mails',
  tags,
  summary:
    'Send every mail of that path to the address of whoever is signed in, marked as a test; figures stay as they are',
  middleware: needs('draw', 'flow'),
  request: { params: flowParams, body: body(tryRequest) },
  responses: {
    200: answer(z.object({ sent: z.int(), to: z.string() }), 'How many went, and where to'),
  },
})

export const tryRoutes = routes()
  .openapi(path, async (c) => {
    const asked = { scope: c.get('scope'), language: c.get('language'), log: c.get('log') }
    const { flowId } = c.req.valid('param')
    return c.json(await rehearseDraft(asked, flowId, c.req.valid('json')), 200)
  })
  .openapi(people, async (c) => {
    const scope = c.get('scope')
    const { id } = await getFlow(scope, c.req.valid('param').flowId)
    const list = c.req.valid('query').who === 'entered' ? listEntered : listNotEntered
    return c.json({ items: await list(scope, id) }, 200)
  })
  .openapi(mails, async (c) => {
    const principal = c.get('principal')
    const [scope, language] = [c.get('scope'), c.get('language')]
    const { flowId } = c.req.valid('param')
    const told = { scope, language, log: c.get('log') }
    const tried = await rehearseDraft(told, flowId, c.req.valid('json'))
    if (principal.kind !== 'user')
      throw new AppError('forbidden', 'A key has no address of its own. Sign in instead.')
    const { timeZone } = await getWorkspace(scope)
    const sent = await mailPath(c.get('services').sendTestMail, tried, {
      ...{ to: principal.user.email, language },
      at: (instant) => instantWords(instant, language, timeZone),
    })
    return c.json({ sent, to: principal.user.email }, 200)
  })
