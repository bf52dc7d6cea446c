import { createRoute, z } from '@hono/zod-openapi'
import { ANSWERED_WITHIN_HOURS, answerFigureNames } from '@relance/core/report/answer-figure'
import { answerReport } from '@relance/db/report/answer-report'
import { listAnswerRows } from '@relance/db/report/list-answer-rows'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, pageOf, pageQuery, uuid } from '../http/schemas'
import { periodOf, periodQuery } from './report-period'

const tags = ['Reports']
const count = z.int().min(0)

const counting = z.object({
  ...{ from: instant, to: instant, timeZone: z.string(), creditDays: z.int() },
  withinHours: z.int().openapi({ description: 'A person is to have seen to an answer by then' }),
})

const figures = counting
  .extend({
    replies: count,
    answered: count.openapi({ description: 'Of those, marked as done' }),
    medianSeconds: z.number().nullable().openapi({
      description: 'From arrival to “done”, the middle one of `answered`; null: nobody was',
    }),
    due: count.openapi({ description: 'Marked as done, or waiting for over `withinHours`' }),
    inTime: count.openapi({ description: 'Of `due`, marked as done within `withinHours`' }),
    orders: count,
    revenueCents: z.int(),
  })
  .openapi('AnswerFigures')

const row = z
  .object({
    ...{ id: z.string(), at: instant, contactId: uuid, externalId: z.string().nullable() },
    ...{ email: z.string().nullable(), firstName: z.string().nullable() },
    ...{ lastName: z.string().nullable(), messageId: uuid, subject: z.string().nullable() },
    seconds: z.number().nullable(),
    orderId: z.string().nullable(),
    revenueCents: z.int().nullable(),
  })
  .openapi('AnswerRow', {
    description:
      'One answer or order that a figure counts. `at`: when the answer came, or the order was placed; `seconds`: from arrival to “done”, null where it waits; `messageId`: the mail that was answered.',
  })

const report = createRoute({
  method: 'get',
  path: '/reports/answers',
  tags,
  summary: 'Answers to mails that came in a period, how soon a person saw to them, orders after',
  description:
    'What ends the wait is that somebody marks the answer as done: people answer from their own mailbox or by phone, and only their word says so. An order counts once, after the last answer in the `creditDays` days before it, for what is left of it after refunds. Out-of-office replies are no answers.',
  middleware: needs('see', 'contact'),
  request: { query: periodQuery },
  responses: { 200: answer(figures, 'Of answers by when they came, until now') },
})

const rows = createRoute({
  method: 'get',
  path: '/reports/answers/rows',
  tags,
  summary: 'The answers or orders behind a figure of answers',
  description: '`count`, and `revenueCents` of orders, equal the figure of the same period.',
  middleware: needs('see', 'contact'),
  request: {
    query: periodQuery.extend({ ...pageQuery.shape, figure: z.enum(answerFigureNames) }),
  },
  responses: {
    200: answer(
      pageOf(row).extend({ ...counting.shape, count, revenueCents: z.int() }),
      'The latest first; `count` and `revenueCents` are of the whole list',
    ),
  },
})

export const answerReportRoutes = routes()
  .openapi(report, async (c) => {
    const scope = c.get('scope')
    const { told, span } = await countingOf(scope, c.req.valid('query'))
    return c.json({ ...told, ...(await answerReport(scope, span)) }, 200)
  })
  .openapi(rows, async (c) => {
    const scope = c.get('scope')
    const { figure, cursor, limit, ...asked } = c.req.valid('query')
    const { told, span } = await countingOf(scope, asked)
    const list = await listAnswerRows(scope, { ...span, figure }, { cursor, limit })
    return c.json({ ...told, ...list }, 200)
  })

async function countingOf(...asked: Parameters<typeof periodOf>) {
  const { from, to, timeZone, credit } = await periodOf(...asked)
  const span = { from, to, creditDays: credit.creditDays }
  return { span, told: { ...span, timeZone, withinHours: ANSWERED_WITHIN_HOURS } }
}
