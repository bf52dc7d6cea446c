import { createRoute, z } from '@hono/zod-openapi'
import { getMailTemplate } from '@relance/db/mail-template/get-mail-template'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, uuid } from '../http/schemas'
import { checkedMail, withProblems } from './mail-schema'

const route = createRoute({
  method: 'get',
  path: '/mail-templates/{templateId}/check',
  tags: ['Mail templates'],
  summary:
    'The creative check: what is better mended before a mail is sent; nothing of it blocks publishing',
  middleware: needs('see', 'mail'),
  request: {
    params: z.object({ templateId: uuid }),
    query: z.object({ contactId: uuid.optional() }),
  },
  responses: {
    200: answer(
      checkedMail.pick({ problems: true }),
      'In each language, the worst first; line and column are of its MJML, null where the whole mail is meant',
    ),
  },
})

export const mailCheckRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const found = await getMailTemplate(scope, c.req.valid('param').templateId)
  const { problems } = await withProblems(scope, found, c.get('language'), c.req.valid('query'))
  return c.json({ problems }, 200)
})
