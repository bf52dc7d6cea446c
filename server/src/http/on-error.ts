import { AppError, type ErrorCode } from '@relance/core/error/app-error'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from './context'
import { saidIn } from './error-words'

const STATUS: Record<ErrorCode, ContentfulStatusCode> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'limit-reached': 429,
  unavailable: 503,
  internal: 500,
}
const RETRY_AFTER_S = '5'

/** Any thrown value as one of the nine codes; the framework's own and the database's included. */
function toAppError(error: unknown): AppError {
  if (isInfrastructure(error)) {
    return new AppError(
      'unavailable',
      'The database cannot be reached. Try again in a moment.',
      {},
      { cause: error },
    )
  }
  if (error instanceof HTTPException) {
    const code =
      (Object.keys(STATUS) as ErrorCode[]).find((known) => STATUS[known] === error.status) ??
      'invalid'
    return new AppError(code, error.message || 'The request cannot be read.', {}, { cause: error })
  }
  if (isUnstorable(error)) {
    return new AppError(
      'invalid',
      'This text holds a character that cannot be stored.',
      {},
      { cause: error },
    )
  }
  return AppError.from(error)
}

/** A NUL inside a text, or half a character: the only data our schemas let through that the database does not. */
const isUnstorable = (error: unknown) =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === '22021' || error.code === '22P05')

/** RFC 9457: an error as a problem document, in the reader's language. */
export function problemAnswer(c: Context<AppEnv>, error: AppError): Response {
  const { code, message, details } = error
  const status = STATUS[code]
  const detail = saidIn(c.get('language'), message)
  const problem = { title: code, status, code, detail, requestId: c.get('requestId'), ...details }
  if (code === 'unavailable') c.header('retry-after', RETRY_AFTER_S)
  return c.json(problem, status, { 'content-type': 'application/problem+json' })
}

/** The one place where an error becomes an answer. */
export const onError: ErrorHandler<AppEnv> = (thrown, c) => {
  const error = toAppError(thrown)
  if (error.code === 'internal') c.get('log').error({ err: error.cause ?? error }, 'request failed')
  if (error.code === 'unavailable') c.get('log').warn({ err: error.cause }, 'unavailable')
  return problemAnswer(c, error)
}

export const onNotFound: NotFoundHandler<AppEnv> = (c) =>
  problemAnswer(c, new AppError('not-found', 'There is nothing at this address.'))
