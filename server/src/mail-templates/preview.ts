import { createRoute, z } from '@hono/zod-openapi'
import { language } from '@relance/core/words/language'
import { getMailTemplate } from '@relance/db/mail-template/get-mail-template'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, uuid } from '../http/schemas'
import { previewMail } from './preview-mail'

const route = createRoute({
  method: 'post',
  path: '/mail-templates/{templateId}/preview',
  tags: ['Mail templates'],
  summary: 'A mail as a contact would get it, or a made-up customer; nothing is sent',
  middleware: needs('see', 'mail'),
  request: {
    params: z.object({ templateId: uuid }),
    body: body(z.object({ contactId: uuid.optional(), locale: language.optional() })),
  },
  responses: {
    200: answer(
      z.object({ subject: z.string(), html: z.string(), text: z.string() }),
      'The rendered mail',
    ),
  },
})

export const previewRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const { languages } = await getMailTemplate(scope, c.req.valid('param').templateId)
  return c.json(await previewMail(scope, languages, c.req.valid('json'), c.get('language')), 200)
})
