import { OpenAPIHono } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import type { Language } from '@relance/core/words/language'
import type { z } from 'zod'
import type { AppEnv } from './context'
import { issueWords } from './issue-words'

/** The first thing wrong with a value, as a field path and a sentence in the reader's language. */
export function invalidFrom(error: z.ZodError, language: Language, where = ''): AppError {
  const issue = error.issues[0]
  const field = [where, ...(issue?.path.map(String) ?? [])].filter(Boolean).join('.')
  const what = field || (language === 'fr' ? 'La requête' : 'The request')
  const colon = language === 'fr' ? '\u00a0:' : ':'
  return new AppError('invalid', `${what}${colon} ${issue ? issueWords(issue, language) : ''}.`, {
    field: field || null,
  })
}

/** An empty set of routes whose validation errors go the way of all errors. */
export const routes = () =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (!result.success) throw invalidFrom(result.error, c.get('language'))
    },
  })
