import { createRoute, z } from '@hono/zod-openapi'
import { peekToken } from '@relance/core/token/sign-token'
import { language } from '@relance/core/words/language'
import { linkReport } from '@relance/db/report/link-report'
import { reportGroups } from '@relance/db/report/report-group'
import { unwrapLinks } from '@relance/templates/unwrap-links'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, uuid } from '../http/schemas'
import { counting } from './figures-schema'
import { periodOf, periodQuery } from './report-period'

const count = z.int().min(0)
const link = z.object({ url: z.string(), place: count })

const row = link
  .extend({
    uniqueClicks: count,
    totalClicks: count,
    robotClicks: count,
    share: z.number().openapi({ description: 'Of all clicks of people, from 0 to 1' }),
  })
  .openapi('LinkFigures')

const picture = z
  .object({
    messageId: uuid,
    contactId: uuid,
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    email: z.string().nullable(),
    subject: z.string(),
    html: z.string(),
    links: z.array(link),
  })
  .openapi('MailPicture', {
    description:
      'The latest of the mails, as its customer got it, made harmless: links lead nowhere, and `data-link` of each names its place in `links`',
  })

const route = createRoute({
  method: 'get',
  path: '/reports/messages/links',
  tags: ['Reports'],
  summary: 'What people clicked in a mail, link by link, and the mail to show it on',
  description:
    'Of the messages of one row of the report, in one language. Links to the same address are told apart by `place`, their order in the mail; a click in the text part counts with the first, and so does one in a mail that was sent before places were recorded.',
  middleware: needs('see', 'message'),
  request: {
    query: periodQuery.extend({
      by: z.enum(reportGroups).default('mail'),
      key: z.string().min(1).max(200),
      locale: language.optional().openapi({ description: 'Left out: the most sent' }),
    }),
  },
  responses: {
    200: answer(
      counting.extend({
        locale: z.string().nullable(),
        locales: z.array(z.string()),
        totalClicks: count,
        items: z.array(row),
        picture: picture.nullable(),
      }),
      'The most clicked first, 500 at most',
    ),
  },
})

/** The address behind a link that counts clicks; whose it is need not be checked where it is only shown. */
function targetOf(href: string): string | null {
  const payload = peekToken(href.split('/r/').at(-1) ?? '')
  return payload?.k === 'r' ? (payload.u ?? null) : null
}

export const linkReportRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const { by, key, locale, ...asked } = c.req.valid('query')
  const { from, to, timeZone, credit } = await periodOf(scope, asked)
  const report = await linkReport(scope, { from, to, credit, of: { by, key }, locale })
  const { totalClicks, locales } = report
  const { creditDays, creditOpens } = credit
  return c.json(
    {
      ...{ from, to, timeZone, creditDays, creditOpens, totalClicks, locales },
      locale: report.locale,
      items: report.links.map((each) => ({
        ...each,
        share: totalClicks > 0 ? each.totalClicks / totalClicks : 0,
      })),
      picture: report.picture && {
        ...report.picture,
        ...unwrapLinks(report.picture.html, targetOf),
      },
    },
    200,
  )
})
