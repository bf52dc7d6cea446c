import { createRoute, z } from '@hono/zod-openapi'
import { readableStep, reportSteps, spanBefore, spansOf } from '@relance/core/report/report-spans'
import { reportBySpan } from '@relance/db/report/report-by-span'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant } from '../http/schemas'
import { counting, figures, meaning, toldFigures } from './figures-schema'
import { keyOf, keyQuery, periodOf, periodQuery } from './report-period'

const span = figures.extend({ from: instant, to: instant }).openapi('SpanFigures')
const step = z.enum(reportSteps)

const route = createRoute({
  method: 'get',
  path: '/reports/messages/periods',
  tags: ['Reports'],
  summary:
    'What came of messages day by day, week by week or month by month, and in the period before',
  description: `By when they were sent, in the workspace’s zone. ${meaning}`,
  middleware: needs('see', 'mail'),
  request: {
    query: periodQuery.extend({
      ...keyQuery.shape,
      every: step.optional().openapi({
        description: 'Left out: days up to a month, weeks up to half a year, months above',
      }),
    }),
  },
  responses: {
    200: answer(
      counting.extend({ every: step, items: z.array(span), total: figures, before: span }),
      'In order, a span without messages too; `before`: as many local days before `from`, until the same time of day',
    ),
  },
})

export const reportBySpanRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const asked = c.req.valid('query')
  const { timeZone, credit, ...period } = await periodOf(scope, asked)
  const every = asked.every ?? readableStep(period, timeZone)
  const { spans, total, before } = await reportBySpan(scope, {
    credit,
    of: keyOf(asked),
    spans: spansOf(period, every, timeZone),
    before: spanBefore(period, timeZone),
  })
  const { creditDays, creditOpens } = credit
  return c.json(
    {
      ...{ ...period, timeZone, creditDays, creditOpens, every },
      items: spans.map((each) => toldFigures(each, credit)),
      total: toldFigures(total, credit),
      before: toldFigures(before, credit),
    },
    200,
  )
})
