import { AppError, type ErrorCode, type ErrorDetails } from '@relance/core/error/app-error'

/** An error on its way from one thread to another, which by itself would lose its code and class. */
export interface CarriedError {
  message: string
  stack: string | undefined
  /** Of an AppError; null: of any other. */
  app: { code: ErrorCode; details: ErrorDetails } | null
  /** Of any other: what Node, or a package, calls it. */
  code: string | undefined
}

/** Any thrown value, so that it can be told to another thread. */
export function carry(error: unknown): CarriedError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const app = error instanceof AppError ? { code: error.code, details: error.details } : null
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  return { message, stack, app, code }
}

/** The error as it was thrown there. */
export function carried({ message, stack, app, code }: CarriedError): Error {
  const error = app ? new AppError(app.code, message, app.details) : new Error(message)
  return Object.assign(error, { stack }, app || code === undefined ? {} : { code })
}
