import { createRoute, z } from '@hono/zod-openapi'
import { getClock } from '@relance/db/clock/workspace-clock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { CREDIT_DAYS, messageReport, reportGroups } from '@relance/db/stats/message-report'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant } from '../http/schemas'

const DAYS = 30
const DAY_MS = 86_400_000
const count = z.int().min(0)

const row = z
  .object({
    key: z.string(),
    name: z.string(),
    flowId: z.string().nullable(),
    nodeId: z.string().nullable(),
    sent: count,
    delivered: count,
    uniqueOpens: count,
    totalOpens: count,
    uniqueClicks: count,
    totalClicks: count,
    reactivity: z.number().nullable(),
    unsubscribed: count,
    complained: count,
    hardBounced: count,
    softBounced: count,
    blocked: count,
    conversions: count,
    revenueCents: z.int(),
    robotOpens: count,
    robotClicks: count,
  })
  .openapi('MessageFigures')

const route = createRoute({
  method: 'get',
  path: '/reports/messages',
  tags: ['Reports'],
  summary: 'What came of the messages sent in a period, by mail, step, scenario or type',
  description: `Counts of people but for totals. Delivered: sent, and not come back. Who clicked has opened. Reactivity: unique clicks of unique opens, null where nobody opened. A conversion is an order, credited to the last message clicked within ${CREDIT_DAYS} days before it. What programs open and click is counted apart.`,
  middleware: needs('see', 'mail'),
  request: {
    query: z.object({
      by: z.enum(reportGroups).default('mail'),
      from: z.iso.datetime({ offset: true }).optional(),
      to: z.iso.datetime({ offset: true }).optional(),
      days: z.coerce.number().int().min(1).max(3650).default(DAYS),
    }),
  },
  responses: {
    200: answer(
      z.object({ from: instant, to: instant, creditDays: z.int(), items: z.array(row) }),
      'The most sent first; of the last `days` before `to`, or before now, where no `from` is given',
    ),
  },
})

export const messageReportRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const { by, days, ...period } = c.req.valid('query')
  const { now } = await inTransaction(scope, getClock)
  // What is sent this very moment is in it.
  const to = period.to ? new Date(period.to) : new Date(now.getTime() + 1)
  const from = period.from ? new Date(period.from) : new Date(to.getTime() - days * DAY_MS)
  const rows = await messageReport(scope, { by, from, to })
  const items = rows.map((each) => ({
    ...each,
    reactivity: each.uniqueOpens > 0 ? each.uniqueClicks / each.uniqueOpens : null,
  }))
  return c.json({ from, to, creditDays: CREDIT_DAYS, items }, 200)
})
