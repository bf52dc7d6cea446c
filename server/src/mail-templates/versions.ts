import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { getMailTemplate } from '@relance/db/mail-template/get-mail-template'
import { listMailVersions } from '@relance/db/mail-template/list-mail-versions'
import { mailSource } from '@relance/db/mail-template/mail-template'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, uuid } from '../http/schemas'

const version = z
  .object({
    version: z.int(),
    savedAt: instant,
    savedBy: z.string().nullable(),
    languages: z.object({ en: mailSource.optional(), fr: mailSource.optional() }).nullable(),
  })
  .openapi('MailVersion')

const list = createRoute({
  method: 'get',
  path: '/mail-templates/{templateId}/versions',
  tags: ['Mail templates'],
  summary: 'The versions of a mail, with when and by whom each was saved',
  middleware: needs('see', 'mail'),
  request: { params: z.object({ templateId: uuid }) },
  responses: {
    200: answer(
      z.object({ items: z.array(version.omit({ languages: true })) }),
      'The newest first, a hundred at most',
    ),
  },
})

const one = createRoute({
  method: 'get',
  path: '/mail-templates/{templateId}/versions/{version}',
  tags: ['Mail templates'],
  summary:
    'What was written in one version of a mail, to be compared or taken back by saving it again',
  middleware: needs('see', 'mail'),
  request: { params: z.object({ templateId: uuid, version: z.coerce.number().int().min(1) }) },
  responses: {
    200: answer(
      version,
      '`languages` is null for versions saved before what was written was kept with each',
    ),
  },
})

export const mailVersionRoutes = routes()
  .openapi(list, async (c) => {
    const { templateId } = c.req.valid('param')
    await getMailTemplate(c.get('scope'), templateId)
    const items = await listMailVersions(c.get('scope'), templateId)
    return c.json({ items: items.map(({ languages: _, ...item }) => item) }, 200)
  })
  .openapi(one, async (c) => {
    const { templateId, version: number } = c.req.valid('param')
    const [found] = await listMailVersions(c.get('scope'), templateId, number)
    if (!found) throw new AppError('not-found', 'This mail has no such version.')
    return c.json(found, 200)
  })
