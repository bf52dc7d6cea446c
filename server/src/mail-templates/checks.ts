import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { type Language, languages } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { readMailBlocks } from '@relance/db/mail-block/read-mail-blocks'
import { type LatestMail, listLatestMails } from '@relance/db/mail-template/list-latest-mails'
import { withBlocks } from '@relance/workflows/compile/with-blocks'
import { needs } from '../auth/permissions'
import { saidIn } from '../http/error-words'
import { routes } from '../http/routes'
import { answer, pageOf, pageQuery, uuid } from '../http/schemas'
import { previewData } from './preview-data'
import { type Weight, weighMail } from './weigh-mail'

const route = createRoute({
  method: 'get',
  path: '/mail-templates/checks',
  tags: ['Mail templates'],
  summary: 'How heavy each mail is, and of how much the creative check warns',
  middleware: needs('see', 'mail'),
  request: { query: pageQuery },
  responses: {
    200: answer(
      pageOf(
        z.object({
          id: uuid,
          bytes: z.int().nullable(),
          warnings: z.int().nullable(),
          problem: z.string().nullable(),
        }),
      ),
      'As a made-up customer gets them: bytes of the HTML in the heaviest language, warnings in all; a mail that cannot be filled has a problem in their place',
    ),
  },
})

/** Weighs mails as they were last compiled: compiling each again would take the server seconds. */
async function checker(scope: Scope) {
  const blocks = await readMailBlocks(scope)
  const samples = {
    en: await previewData(scope, undefined, 'en'),
    fr: await previewData(scope, undefined, 'fr'),
  }
  return async ({ id, sources, compiled }: LatestMail) => {
    const filled = withBlocks(sources, blocks).sources
    const weights: Weight[] = []
    for (const language of languages) {
      const source = filled[language]
      const mail = compiled[language]
      if (source && mail)
        weights.push(await weighMail({ source, compiled: mail, language, ...samples[language] }))
    }
    const bytes = Math.max(0, ...weights.map((each) => each.bytes))
    const warnings = weights.reduce((sum, each) => sum + each.warnings, 0)
    return { id, bytes, warnings, problem: null }
  }
}

/** One mail that cannot be filled is told of, and hides no other. */
function unfilled(id: string, thrown: unknown, reader: Language) {
  const error = AppError.from(thrown)
  if (error.code !== 'invalid') throw error
  const problem = saidIn(reader, error.message)
  return { id, bytes: null, warnings: null, problem }
}

export const mailChecksRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const reader = c.get('language')
  const { items, next } = await listLatestMails(scope, c.req.valid('query'))
  const check = await checker(scope)
  const checked = []
  for (const mail of items)
    checked.push(await check(mail).catch((thrown: unknown) => unfilled(mail.id, thrown, reader)))
  return c.json({ items: checked, next }, 200)
})
