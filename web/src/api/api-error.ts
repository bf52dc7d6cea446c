import type { ErrorCode } from '@relance/core/error/app-error'

/** A refusal of the API in its own words, with what the case adds (`current`, `problems`, `line`). */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly status: number,
    readonly code: ErrorCode | 'offline',
    detail: string,
    readonly field: string | null,
    readonly body: Record<string, unknown>,
  ) {
    super(detail)
  }
}

/** True when nothing answered: the network or the server is away, and asking again later makes sense. */
export const isOffline = (error: unknown) =>
  error instanceof ApiError && (error.code === 'offline' || error.status >= 502)

/** What to tell a person about any failure. */
export const messageOfError = (error: unknown) =>
  error instanceof Error ? error.message : String(error)
