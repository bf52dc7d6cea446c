import { OpenAPIHono } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import type { Language } from '@relance/core/words/language'
import type { z } from 'zod'
import type { AppEnv } from './context'
import { issueWords } from './issue-words'

type Issue = z.core.$ZodIssue

const isMissing = ({ code, message }: Issue) =>
  code === 'invalid_type' && message.endsWith('received undefined')

/**
 * The first issue; where a value fits none of several shapes, that of the shape which was meant: the last of those that
 * miss the fewest fields. Its path begins where the shapes do.
 */
function plainest(issues: readonly Issue[]): Issue | undefined {
  const [issue] = issues
  if (issue?.code !== 'invalid_union') return issue
  const shapes = issue.errors.filter((shape) => shape.every(({ path }) => path.length > 0))
  const missing = (shape: readonly Issue[]) => shape.filter(isMissing).length
  const [meant] = shapes.toReversed().toSorted((a, b) => missing(a) - missing(b))
  const inside = meant && plainest(meant)
  return inside ? { ...inside, path: [...issue.path, ...inside.path] } : issue
}

/** The first thing wrong with a value, as a field path and a sentence in the reader's language. */
export function invalidFrom(error: z.ZodError, language: Language, where = ''): AppError {
  const issue = plainest(error.issues)
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
