import { createRoute, z } from '@hono/zod-openapi'
import { language } from '@relance/core/words/language'
import { loadSnippets, snippetKinds } from '@relance/templates/load-snippets'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer } from '../http/schemas'

const route = createRoute({
  method: 'get',
  path: '/mail-snippets',
  tags: ['Mail templates'],
  summary:
    'Bands that come with the product, to be put into a mail: header, footer, selection, credit, cart',
  middleware: needs('see', 'mail'),
  request: { query: z.object({ locale: language.optional() }) },
  responses: {
    200: answer(
      z.object({ items: z.array(z.object({ kind: z.enum(snippetKinds), mjml: z.string() })) }),
      'As MJML, in the language asked for or the reader’s',
    ),
  },
})

export const mailSnippetRoute = routes().openapi(route, async (c) => {
  const { locale } = c.req.valid('query')
  return c.json({ items: await loadSnippets(locale ?? c.get('language')) }, 200)
})
