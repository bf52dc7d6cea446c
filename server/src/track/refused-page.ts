import { AppError } from '@relance/core/error/app-error'
import { escapeHtml as html } from '@relance/core/words/escape-html'
import type { Language, Words } from '@relance/core/words/language'
import type { ErrorHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from '../http/context'
import { onError } from '../http/on-error'
import { readerLanguage } from '../http/reader-language'
import { publicPage } from './public-page'

interface Told {
  status: ContentfulStatusCode
  title: Words
  text: Words
}

const gone: Told = {
  status: 404,
  title: { en: 'This link leads nowhere', fr: 'Ce lien ne mène nulle part' },
  text: {
    en: 'It may have been cut on its way. Open it from the email itself, or answer that email to say what you want to receive.',
    fr: 'Il a peut-être été coupé en route. Ouvrez-le depuis l’e-mail lui-même, ou répondez à cet e-mail pour dire ce que vous souhaitez recevoir.',
  },
}
const later: Told = {
  status: 503,
  title: { en: 'This does not work just now', fr: 'Cela ne fonctionne pas pour l’instant' },
  text: {
    en: 'Nothing was changed. Please try again in a moment.',
    fr: 'Rien n’a été modifié. Réessayez dans un instant.',
  },
}

/**
 * A link of a mail that cannot be followed, told as a page to whoever looks at it in a browser, in their language. Any
 * program, and any other error, gets the answer that all errors get.
 */
export const refusedPage: ErrorHandler<AppEnv> = async (thrown, c) => {
  const answer = await onError(thrown, c)
  const code = AppError.from(thrown).code
  const told = code === 'not-found' ? gone : answer.status === later.status ? later : null
  if (!told || !c.req.header('accept')?.includes('text/html')) return answer
  const language = readerLanguage(c.req.header('accept-language')) ?? 'en'
  return c.html(pageOf(told, language), told.status, { 'cache-control': 'no-store, private' })
}

function pageOf({ title, text }: Told, language: Language): string {
  const body = `<h1>${html(title[language])}</h1><p>${html(text[language])}</p>`
  return publicPage({ title: title[language], body }, language)
}
