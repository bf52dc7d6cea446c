import { createRoute, z } from '@hono/zod-openapi'
import { createMailTemplate } from '@relance/db/mail-template/create-mail-template'
import { getMailTemplate } from '@relance/db/mail-template/get-mail-template'
import { listMailTemplates } from '@relance/db/mail-template/list-mail-templates'
import { type MailSources, mailSource } from '@relance/db/mail-template/mail-template'
import { saveMailTemplate } from '@relance/db/mail-template/save-mail-template'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, pageOf, pageQuery, uuid } from '../http/schemas'
import { compileSources } from './compile-sources'

const tags = ['Mail templates']
const params = z.object({ templateId: uuid })
const languages = z
  .object({ en: mailSource.optional(), fr: mailSource.optional() })
  .refine((sent) => sent.en !== undefined || sent.fr !== undefined, {
    error: 'give at least one language',
  })
const name = z.string().trim().min(1).max(120)

const mail = z
  .object({
    id: uuid,
    key: z.string().nullable(),
    name: z.string(),
    languages: z.object({ en: mailSource.optional(), fr: mailSource.optional() }),
    version: z.int(),
    updatedAt: instant,
  })
  .openapi('MailTemplate')

const list = createRoute({
  method: 'get',
  path: '/mail-templates',
  tags,
  summary: 'The workspace’s mails',
  middleware: needs('see', 'mail'),
  request: { query: pageQuery },
  responses: {
    200: answer(
      pageOf(
        z.object({
          id: uuid,
          key: z.string().nullable(),
          name: z.string(),
          languages: z.array(z.string()),
          version: z.int(),
          updatedAt: instant,
          usedBy: z.array(z.object({ id: uuid, name: z.string() })),
        }),
      ),
      'In the order they were made, with the scenarios that send them',
    ),
  },
})

const create = createRoute({
  method: 'post',
  path: '/mail-templates',
  tags,
  summary: 'Make a mail; a source that does not compile answers 400 with field, line and column',
  middleware: needs('draw', 'mail'),
  request: { body: body(z.object({ name, languages })) },
  responses: { 201: answer(mail, 'The mail with its first version') },
})

const one = createRoute({
  method: 'get',
  path: '/mail-templates/{templateId}',
  tags,
  summary: 'One mail with its sources',
  middleware: needs('see', 'mail'),
  request: { params },
  responses: { 200: answer(mail, 'The mail') },
})

const save = createRoute({
  method: 'put',
  path: '/mail-templates/{templateId}',
  tags,
  summary:
    'Save a mail as its next version; a broken source answers 400 with field, line and column, and changes nothing',
  middleware: needs('draw', 'mail'),
  request: { params, body: body(z.object({ name: name.optional(), languages })) },
  responses: { 200: answer(mail, 'The mail; what is live stays as it was published') },
})

const given = ({ en, fr }: z.infer<typeof languages>): MailSources => ({
  ...(en && { en }),
  ...(fr && { fr }),
})

export const mailTemplateRoutes = routes()
  .openapi(list, async (c) =>
    c.json(await listMailTemplates(c.get('scope'), c.req.valid('query')), 200),
  )
  .openapi(create, async (c) => {
    const sent = c.req.valid('json')
    const checked = await compileSources(sent.name, given(sent.languages))
    return c.json(
      await getMailTemplate(c.get('scope'), await createMailTemplate(c.get('scope'), checked)),
      201,
    )
  })
  .openapi(one, async (c) =>
    c.json(await getMailTemplate(c.get('scope'), c.req.valid('param').templateId), 200),
  )
  .openapi(save, async (c) => {
    const { templateId } = c.req.valid('param')
    const sent = c.req.valid('json')
    const before = await getMailTemplate(c.get('scope'), templateId)
    const checked = await compileSources(sent.name ?? before.name, given(sent.languages))
    return c.json(await saveMailTemplate(c.get('scope'), templateId, checked), 200)
  })
