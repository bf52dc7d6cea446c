import { createRoute, z } from '@hono/zod-openapi'
import { getSending } from '@relance/db/sending/get-sending'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant } from '../http/schemas'

const counted = { taken: z.int(), most: z.int() }

const sending = z
  .object({
    nextDayAt: instant.openapi({ description: 'When the next sending day begins' }),
    workspace: z
      .object(counted)
      .nullable()
      .openapi({ description: 'Null: the workspace has no daily limit' }),
    warmUp: z
      .object({
        domain: z.string(),
        day: z.int().openapi({ description: '1: the first day of the plan' }),
        ...counted,
        next: z.int().nullable().openapi({ description: 'The next day’s share; null: no limit' }),
      })
      .nullable()
      .openapi({ description: 'Null: no plan, no sender address, or the domain is known by now' }),
    domains: z.array(z.object({ domain: z.string(), per: z.enum(['hour', 'day']), ...counted })),
    held: z.array(z.object({ reason: z.string(), mails: z.int() })),
  })
  .openapi('Sending')

const read = createRoute({
  method: 'get',
  path: '/sending',
  tags: ['Workspaces'],
  summary: 'How much has gone out against the limits of sending, and what waits',
  description:
    'Limits are settings of the workspace (`sending`): a daily one, a warm-up plan for a new sender domain, and limits by receiving domain. Service mails count and always go; others wait for the window that has room.',
  middleware: needs('see', 'workspace'),
  responses: { 200: answer(sending, 'At the workspace’s now') },
})

export const sendingRoutes = routes().openapi(read, async (c) =>
  c.json(await getSending(c.get('scope')), 200),
)
