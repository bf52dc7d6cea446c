import { createRoute, z } from '@hono/zod-openapi'
import { getSending } from '@relance/db/sending-limit/get-sending'
import { liftPause, pauseKinds } from '@relance/db/sending-limit/pauses'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant } from '../http/schemas'

const counted = { taken: z.int(), most: z.int() }

const pauseKind = z.enum(pauseKinds).openapi({
  description:
    'marketing: too many complaints; domain: it refused us (5.7.x); import: over 2 % of its first 500 emails came back for good',
})

const pause = z.object({
  kind: pauseKind,
  subject: z
    .string()
    .openapi({ description: 'The domain, or the id of the import; empty: all marketing' }),
  facts: z.object({
    complaints: z.int().optional(),
    delivered: z.int().optional(),
    code: z.string().optional(),
    hard: z.int().optional(),
    sends: z.int().optional(),
  }),
  fileName: z.string().nullable().openapi({ description: 'Of an import' }),
  since: instant,
  until: instant.nullable().openapi({ description: 'Null: until somebody lifts it' }),
})

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
    pauses: z.array(pause),
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

const lift = createRoute({
  method: 'post',
  path: '/sending/resume',
  tags: ['Workspaces'],
  summary: 'Lift a pause of sending: what it held goes on at once',
  middleware: needs('own', 'workspace'),
  request: {
    body: body(
      z.object({
        kind: pauseKind,
        subject: z.string().max(300).default(''),
        reason: z.string().max(500).optional().openapi({ description: 'Needed for an import' }),
      }),
    ),
  },
  responses: { 200: answer(sending, 'As it is then') },
})

export const sendingRoutes = routes()
  .openapi(read, async (c) => c.json(await getSending(c.get('scope')), 200))
  .openapi(lift, async (c) => {
    await liftPause(c.get('scope'), c.req.valid('json'))
    return c.json(await getSending(c.get('scope')), 200)
  })
