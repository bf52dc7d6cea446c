import { escapeHtml as html } from '@relance/core/words/escape-html'
import type { Words } from '@relance/core/words/language'
import type { ErrorHandler } from 'hono'
import type { AppEnv } from '../http/context'
import { onError } from '../http/on-error'
import { readerLanguage } from '../http/reader-language'
import { publicPage } from './public-page'

/** What is told, by the status of the answer. */
const titles = new Map<number, Words>([
  [404, { en: 'This link leads nowhere', fr: 'Ce lien ne mène nulle part' }],
  [503, { en: 'This does not work just now', fr: 'Cela ne fonctionne pas pour l’instant' }],
])
const texts = new Map<number, Words>([
  [
    404,
    {
      en: 'It may have been cut on its way. Open it from the email itself, or answer that email to say what you want to receive.',
      fr: 'Il a peut-être été coupé en route. Ouvrez-le depuis l’e-mail lui-même, ou répondez à cet e-mail pour dire ce que vous souhaitez recevoir.',
    },
  ],
  [
    503,
    {
      en: 'Nothing was changed. Please try again in a moment.',
      fr: 'Rien n’a été modifié. Réessayez dans un instant.',
    },
  ],
])

/**
 * A link of a mail that cannot be followed, told as a page to whoever looks at it in a browser, in their language. Any
 * program, and any other error, gets the answer that all errors get.
 */
export const refusedPage: ErrorHandler<AppEnv> = async (thrown, c) => {
  const answer = await onError(thrown, c)
  const language = readerLanguage(c.req.header('accept-language')) ?? 'en'
  const title = titles.get(answer.status)?.[language]
  const text = texts.get(answer.status)?.[language]
  if (!title || !text || !c.req.header('accept')?.includes('text/html')) return answer
  const body = `<h1>${html(title)}</h1><p>${html(text)}</p>`
  const headers = {
    'content-type': 'text/html; charset=UTF-8',
    'cache-control': 'no-store, private',
  }
  return new Response(publicPage({ title, body }, language), { status: answer.status, headers })
}
