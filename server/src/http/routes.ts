import { OpenAPIHono } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import type { z } from 'zod'
import type { AppEnv } from './context'

/** The first thing wrong with a value, as a field path and a sentence. */
export function invalidFrom(error: z.ZodError, where = ''): AppError {
  const issue = error.issues[0]
  const field = [where, ...(issue?.path.map(String) ?? [])].filter(Boolean).join('.')
  return new AppError('invalid', `${field || 'The request'}: ${issue?.message ?? 'not valid'}`, {
    field: field || null,
  })
}

/** An empty set of routes whose validation errors go the way of all errors. */
export const routes = () =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidFrom(result.error)
    },
  })
