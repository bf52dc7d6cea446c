import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { workspacesOfUser } from '@relance/db/workspace/workspaces-of-user'
import { routes } from '../http/routes'
import { answer, body, nothing } from '../http/schemas'
import { openWorkspace } from '../workspaces/workspace-schema'
import { setPassword } from './set-password'

const route = createRoute({
  method: 'get',
  path: '/me',
  tags: ['Workspaces'],
  summary: 'Who asks, and the workspaces they may open',
  responses: {
    200: answer(
      z.object({
        user: z
          .object({ id: z.string(), name: z.string(), email: z.string(), language: z.string() })
          .nullable(),
        workspaces: z.array(openWorkspace),
      }),
      'The person (null for an API key) and their workspaces',
    ),
  },
})

const password = createRoute({
  method: 'post',
  path: '/me/password',
  tags: ['Workspaces'],
  summary: 'Set the password of whoever is signed in; their other sessions end',
  request: {
    body: body(
      z.object({
        password: z.string().min(8).max(128),
        current: z.string().max(128).optional().openapi({
          description: 'The password until now; needed where the sign-in is over 15 minutes ago',
        }),
      }),
    ),
  },
  responses: { 204: nothing('Set') },
})

const who = routes().openapi(route, async (c) => {
  const principal = c.get('principal')
  if (principal.kind === 'user') {
    return c.json(
      {
        user: principal.user,
        workspaces: await workspacesOfUser(c.get('services').sql, principal.user.id),
      },
      200,
    )
  }
  const scope = c.get('scope')
  if (!scope) throw new AppError('unauthenticated', 'Sign in, or send an API key.')
  const { id, name, locale, timeZone, currency, clock } = await getWorkspace(scope)
  return c.json(
    {
      user: null,
      workspaces: [{ id, name, role: principal.role, locale, timeZone, currency, clock }],
    },
    200,
  )
})

/** Who asks, and their password. */
export const me = who.openapi(password, async (c) => {
  if (c.get('principal').kind !== 'user') {
    throw new AppError('forbidden', 'A key has no password. Sign in instead.')
  }
  await setPassword(c.get('services').auth, c.req.raw.headers, c.req.valid('json'))
  return c.body(null, 204)
})
