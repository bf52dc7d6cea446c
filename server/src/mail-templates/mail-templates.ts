import { createRoute, z } from '@hono/zod-openapi'
import { languageOf } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { readMailBlocks } from '@relance/db/mail-block/read-mail-blocks'
import { createMailTemplate } from '@relance/db/mail-template/create-mail-template'
import { getMailTemplate } from '@relance/db/mail-template/get-mail-template'
import { listMailTemplates } from '@relance/db/mail-template/list-mail-templates'
import type { MailSources } from '@relance/db/mail-template/mail-template'
import { saveMailTemplate } from '@relance/db/mail-template/save-mail-template'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, pageOf, pageQuery, uuid } from '../http/schemas'
import { compileSources } from './compile-sources'
import {
  checkedMail,
  mail,
  mailLanguages,
  mailName,
  newMail,
  sourcesOf,
  withProblems,
} from './mail-schema'

const tags = ['Mail templates']
const params = z.object({ templateId: uuid })
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
  request: { body: body(newMail) },
  responses: {
    201: answer(
      checkedMail,
      'The mail with its first version, and what the creative check says of it',
    ),
  },
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
  request: {
    params,
    body: body(z.object({ name: mailName.optional(), languages: mailLanguages })),
  },
  responses: { 200: answer(mail, 'The mail; what is live stays as it was published') },
})

async function newSources(scope: Scope, sent: z.infer<typeof newMail>): Promise<MailSources> {
  if ('languages' in sent) return sourcesOf(sent.languages)
  const { name: _name, locale, ...source } = sent
  return { [locale ?? languageOf((await getWorkspace(scope)).locale) ?? 'en']: source }
}

export const mailTemplateRoutes = routes()
  .openapi(list, async (c) =>
    c.json(await listMailTemplates(c.get('scope'), c.req.valid('query')), 200),
  )
  .openapi(create, async (c) => {
    const scope = c.get('scope')
    const sent = c.req.valid('json')
    const checked = await compileSources(
      sent.name,
      await newSources(scope, sent),
      await readMailBlocks(scope),
    )
    const made = await getMailTemplate(scope, await createMailTemplate(scope, checked))
    return c.json(await withProblems(scope, made, c.get('language')), 201)
  })
  .openapi(one, async (c) =>
    c.json(await getMailTemplate(c.get('scope'), c.req.valid('param').templateId), 200),
  )
  .openapi(save, async (c) => {
    const scope = c.get('scope')
    const { templateId } = c.req.valid('param')
    const sent = c.req.valid('json')
    const before = await getMailTemplate(scope, templateId)
    const checked = await compileSources(
      sent.name ?? before.name,
      sourcesOf(sent.languages),
      await readMailBlocks(scope),
    )
    return c.json(await saveMailTemplate(scope, templateId, checked), 200)
  })
