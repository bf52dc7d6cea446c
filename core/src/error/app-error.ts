/** The nine ways a request or a step can fail. Everything thrown on purpose carries one of them. */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'limit-reached'
  | 'unavailable'
  | 'internal'

/** What a case adds to the problem document: `field`, `problems`, `current`, `refusals`, … */
export type ErrorDetails = Record<string, unknown>

/** An error with a stable code, words a person can act on, and what the case needs. */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(message, options)
  }

  /** Any thrown value as an AppError; an unknown one becomes `internal` and keeps its cause. */
  static from(error: unknown): AppError {
    if (error instanceof AppError) return error
    return new AppError('internal', 'Something failed on our side.', {}, { cause: error })
  }
}
