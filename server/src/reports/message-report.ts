import { createRoute, z } from '@hono/zod-openapi'
import { messageReport } from '@relance/db/report/message-report'
import { reportGroups } from '@relance/db/report/report-group'
import { sumFigures } from '@relance/db/report/sum-figures'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer } from '../http/schemas'
import { counting, figures, meaning, toldFigures } from './figures-schema'
import { periodOf, periodQuery } from './report-period'

const row = figures
  .extend({
    key: z.string(),
    name: z.string(),
    flowId: z.string().nullable(),
    nodeId: z.string().nullable(),
  })
  .openapi('MessageReportRow')

const route = createRoute({
  method: 'get',
  path: '/reports/messages',
  tags: ['Reports'],
  summary:
    'What came of the messages sent in a period, by mail, step, scenario, type or sending mode',
  description: meaning,
  middleware: needs('see', 'mail'),
  request: { query: periodQuery.extend({ by: z.enum(reportGroups).default('mail') }) },
  responses: {
    200: answer(
      counting.extend({ items: z.array(row), total: figures }),
      'The most sent first, and all of them together',
    ),
  },
})

export const messageReportRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const { by, ...asked } = c.req.valid('query')
  const { from, to, timeZone, credit } = await periodOf(scope, asked)
  const rows = await messageReport(scope, { by, from, to, credit })
  const { creditDays, creditOpens } = credit
  return c.json(
    {
      ...{ from, to, timeZone, creditDays, creditOpens },
      items: rows.map((each) => toldFigures(each, credit)),
      total: toldFigures(sumFigures(rows), credit),
    },
    200,
  )
})
