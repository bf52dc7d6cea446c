import { createRoute, z } from '@hono/zod-openapi'
import { language } from '@relance/core/words/language'
import { readMailBlocks } from '@relance/db/mail-block/read-mail-blocks'
import { getMailTemplate } from '@relance/db/mail-template/get-mail-template'
import { mailSource } from '@relance/db/mail-template/mail-template'
import { saveMailTemplate } from '@relance/db/mail-template/save-mail-template'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, uuid } from '../http/schemas'
import { compileSources } from './compile-sources'
import { checkedMail, withProblems } from './mail-schema'

const route = createRoute({
  method: 'put',
  path: '/mail-templates/{templateId}/contents/{locale}',
  tags: ['Mail templates'],
  summary:
    'Write a mail in one language, as its next version; its other languages stay as they are',
  middleware: needs('draw', 'mail'),
  request: {
    params: z.object({ templateId: uuid, locale: language }),
    body: body(mailSource),
  },
  responses: { 200: answer(checkedMail, 'The mail; what is live stays as it was published') },
})

export const contentsRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const { templateId, locale } = c.req.valid('param')
  const { name, languages } = await getMailTemplate(scope, templateId)
  const checked = await compileSources(
    name,
    { ...languages, [locale]: c.req.valid('json') },
    await readMailBlocks(scope),
  )
  const saved = await saveMailTemplate(scope, templateId, checked)
  return c.json(await withProblems(scope, saved, c.get('language')), 200)
})
