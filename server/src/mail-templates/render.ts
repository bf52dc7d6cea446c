import { createRoute, z } from '@hono/zod-openapi'
import { language } from '@relance/core/words/language'
import { getMailTemplate } from '@relance/db/mail-template/get-mail-template'
import { mailSource } from '@relance/db/mail-template/mail-template'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, uuid } from '../http/schemas'
import { previewMail } from './preview-mail'
import { mailProblem, warningsOf } from './warnings-of'

const route = createRoute({
  method: 'post',
  path: '/mail-templates/{templateId}/render',
  tags: ['Mail templates'],
  summary:
    'A mail as one contact would get it, or a made-up customer, with what the creative check says of it; nothing is sent',
  middleware: needs('see', 'mail'),
  request: {
    params: z.object({ templateId: uuid }),
    body: body(
      z
        .object({
          contactId: uuid.optional(),
          locale: language.optional(),
          draft: mailSource.optional().openapi({
            description: 'What is being written, in `locale`, instead of what is saved',
          }),
        })
        .refine(({ draft, locale }) => !draft || locale, {
          error: 'say which language the draft is in',
          path: ['locale'],
        }),
    ),
  },
  responses: {
    200: answer(
      z.object({
        locale: language,
        subject: z.string(),
        html: z.string(),
        text: z.string(),
        removed: z.array(z.string()).openapi({
          description:
            'Programs that data written as HTML would have brought along: they are taken out',
        }),
        warnings: z.array(mailProblem),
      }),
      'The mail in the contact’s language, or the one asked for, where it is written in it',
    ),
  },
})

export const renderRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const asked = c.req.valid('json')
  const saved = await getMailTemplate(scope, c.req.valid('param').templateId)
  const { draft, locale } = asked
  const languages = draft && locale ? { [locale]: draft } : saved.languages
  const mail = await previewMail(scope, languages, asked, c.get('language'))
  const { contactId } = asked
  const warnings = await warningsOf(
    scope,
    languages,
    { contactId, locale: mail.locale },
    c.get('language'),
  )
  return c.json({ ...mail, warnings: warnings[mail.locale] ?? [] }, 200)
})
