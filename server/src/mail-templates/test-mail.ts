import { createRoute, z } from '@hono/zod-openapi'
import { language } from '@relance/core/words/language'
import { getMailTemplate } from '@relance/db/mail-template/get-mail-template'
import { mailSource } from '@relance/db/mail-template/mail-template'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, uuid } from '../http/schemas'
import { previewMail } from './preview-mail'
import { sendTest } from './send-test-mail'

const route = createRoute({
  method: 'post',
  path: '/mail-templates/{templateId}/test',
  tags: ['Mail templates'],
  summary: 'Send a mail as a test to the signed-in member’s own address; no figure counts it',
  middleware: needs('draw', 'mail'),
  request: {
    params: z.object({ templateId: uuid }),
    body: body(
      z.object({
        contactId: uuid.optional(),
        locale: language,
        draft: mailSource.optional().openapi({
          description: 'What is being written instead of what is saved',
        }),
      }),
    ),
  },
  responses: {
    200: answer(z.object({ sentTo: z.string() }), 'As the contact, or a made-up customer, gets it'),
  },
})

export const testMailRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const { draft, ...asked } = c.req.valid('json')
  const saved = await getMailTemplate(scope, c.req.valid('param').templateId)
  const languages = draft ? { [asked.locale]: draft } : saved.languages
  const mail = await previewMail(scope, languages, asked, c.get('language'))
  const sentTo = await sendTest(c.get('services').sendTestMail, c.get('principal'), mail)
  return c.json({ sentTo }, 200)
})
