import { createRoute, z } from '@hono/zod-openapi'
import { figureLists } from '@relance/core/report/message-figure'
import { listFigureRows } from '@relance/db/report/list-figure-rows'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, pageOf, pageQuery, uuid } from '../http/schemas'
import { counting } from './figures-schema'
import { keyOf, keyQuery, periodOf, periodQuery } from './report-period'

const row = z
  .object({
    id: z.string(),
    at: instant,
    contactId: uuid,
    externalId: z.string().nullable(),
    email: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    messageId: uuid,
    subject: z.string().nullable(),
    linkUrl: z.string().nullable(),
    goal: z.string().nullable(),
    orderId: z.string().nullable(),
    revenueCents: z.int().nullable(),
    clickedAt: instant.nullable(),
    seconds: z.number().nullable(),
  })
  .openapi('FigureRow', {
    description:
      'One message, act or goal that a figure counts. `at`: when it happened; of `sent` and `delivered`, when it was sent; of people who opened or clicked, the first time; of `ownGoals`, when the run ended. `clickedAt`: of `reactivity`, whose rows are those who opened. `seconds`: of messages that answer an act, from the act to the sending.',
  })

const route = createRoute({
  method: 'get',
  path: '/reports/messages/rows',
  tags: ['Reports'],
  summary: 'The messages, acts or orders behind a figure of the report',
  description:
    '`count`, and `revenueCents` of the orders, equal the figure of the report with the same period, whose row is named by `by` and `key`.',
  middleware: needs('see', 'message'),
  request: {
    query: periodQuery.extend({
      ...keyQuery.shape,
      ...pageQuery.shape,
      figure: z.enum(figureLists),
      goal: z
        .string()
        .max(200)
        .optional()
        .openapi({ description: 'Of `conversions`: those of one goal, by its event’s name' }),
      url: z
        .string()
        .max(4000)
        .optional()
        .openapi({ description: 'Of clicks: those on the link to this address' }),
      place: z.coerce.number().int().min(1).max(999).default(1).openapi({
        description: 'Which of the links to `url`, in the order of the mail',
      }),
    }),
  },
  responses: {
    200: answer(
      pageOf(row).extend({
        ...counting.shape,
        count: z.int(),
        revenueCents: z.int(),
        clicked: z.int(),
      }),
      'The latest first; `count` and `revenueCents` are of the whole list',
    ),
  },
})

export const figureRowsRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const { cursor, limit, figure, goal, url, place, ...asked } = c.req.valid('query')
  const { from, to, timeZone, credit } = await periodOf(scope, asked)
  const link = url === undefined ? undefined : { url, place }
  const list = await listFigureRows(
    scope,
    { from, to, credit, of: keyOf(asked), figure, goal, link },
    { cursor, limit },
  )
  const { creditDays, creditOpens } = credit
  return c.json({ from, to, timeZone, creditDays, creditOpens, ...list }, 200)
})
