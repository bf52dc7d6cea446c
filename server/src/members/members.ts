import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { listMembers, removeMember, setMember } from '@relance/db/member/members'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, nothing, pageOf } from '../http/schemas'

const tags = ['Members']
const role = z.enum(['owner', 'publisher', 'editor', 'viewer'])
const member = z.object({ userId: z.string(), name: z.string(), email: z.string(), role })

const list = createRoute({
  method: 'get',
  path: '/members',
  tags,
  summary: 'Who works in the workspace',
  middleware: needs('see', 'member'),
  responses: { 200: answer(pageOf(member), 'In the order they joined') },
})

const add = createRoute({
  method: 'post',
  path: '/members',
  tags,
  summary: 'Add a person, or change their role; they sign in by a mailed link',
  middleware: needs('own', 'member'),
  request: {
    body: body(
      z.object({
        email: z.email().max(254),
        name: z.string().trim().min(1).max(120).optional(),
        role,
      }),
    ),
  },
  responses: { 200: answer(member, 'The member') },
})

const remove = createRoute({
  method: 'delete',
  path: '/members/{userId}',
  tags,
  summary: 'Take a person’s role in the workspace away',
  middleware: needs('own', 'member'),
  request: { params: z.object({ userId: z.string().min(1).max(64) }) },
  responses: { 204: nothing('Removed') },
})

export const memberRoutes = routes()
  .openapi(list, async (c) => c.json({ items: await listMembers(c.get('scope')), next: null }, 200))
  .openapi(add, async (c) => {
    const { email, name, role: wanted } = c.req.valid('json')
    const { internalAdapter } = await c.get('services').auth.$context
    const known = await internalAdapter.findUserByEmail(email)
    const user =
      known?.user ??
      (await internalAdapter.createUser(
        { email, name: name ?? email, emailVerified: true },
        { method: 'member' },
      ))
    if (!user) throw new AppError('internal', 'The person could not be added.')
    await setMember(c.get('scope'), user.id, wanted)
    return c.json({ userId: user.id, name: user.name, email: user.email, role: wanted }, 200)
  })
  .openapi(remove, async (c) => {
    await removeMember(c.get('scope'), c.req.valid('param').userId)
    return c.body(null, 204)
  })
