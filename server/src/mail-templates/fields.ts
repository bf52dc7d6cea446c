import { createRoute, z } from '@hono/zod-openapi'
import { mailFieldGroups } from '@relance/core/mail/mail-fields'
import { language } from '@relance/core/words/language'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, uuid } from '../http/schemas'
import { listMailFields } from './list-mail-fields'

const route = createRoute({
  method: 'get',
  path: '/mail-fields',
  tags: ['Mail templates'],
  summary:
    'What a mail may show of each person: what every workspace knows, its own contact fields and event properties',
  middleware: needs('see', 'mail'),
  request: {
    query: z.object({ contactId: uuid.optional(), locale: language.optional() }),
  },
  responses: {
    200: answer(
      z.object({
        items: z.array(
          z
            .object({
              name: z.string(),
              group: z.enum(mailFieldGroups),
              filter: z.string().optional(),
              label: z.string(),
              fallback: z.string(),
              sample: z.string(),
            })
            .openapi('MailField'),
        ),
      }),
      'Named as Liquid does; `sample` is what the contact, or a made-up customer, would read',
    ),
  },
})

export const mailFieldRoute = routes().openapi(route, async (c) => {
  const { contactId, locale } = c.req.valid('query')
  const items = await listMailFields(c.get('scope'), contactId, locale ?? c.get('language'))
  return c.json({ items }, 200)
})
