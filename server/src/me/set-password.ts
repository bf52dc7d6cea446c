import { AppError } from '@relance/core/error/app-error'
import type { Auth } from '../auth/auth'

/** Whoever signed in this lately has just shown who they are, by a link or by the password itself. */
const FRESH_FOR_MINUTES = 15

export interface NewPassword {
  password: string
  /** The one used until now. */
  current?: string
}

/**
 * Gives the signed-in person a password, or another one, and ends their other sessions.
 * Throws AppError unauthenticated without a session, invalid (field `current`) where the old password is wrong, or
 * needed because the sign-in is long ago.
 */
export async function setPassword(
  auth: Auth,
  headers: Headers,
  { password, current }: NewPassword,
): Promise<void> {
  const found = await auth.api.getSession({ headers })
  if (!found) throw new AppError('unauthenticated', 'Sign in first.')
  const { user, session } = found
  const { internalAdapter, password: hashing } = await auth.$context
  const known = (await internalAdapter.findAccounts(user.id)).find(
    ({ providerId, password: hash }) => providerId === 'credential' && hash,
  )
  if (!known?.password) {
    await auth.api.setPassword({ body: { newPassword: password }, headers })
  } else {
    const isFresh = Date.now() - session.createdAt.getTime() < FRESH_FOR_MINUTES * 60_000
    const isRight =
      current !== undefined && (await hashing.verify({ hash: known.password, password: current }))
    if (current === undefined && !isFresh) {
      throw new AppError('invalid', 'Type your current password, or sign in again by a link.', {
        field: 'current',
      })
    }
    if (current !== undefined && !isRight) {
      throw new AppError('invalid', 'This is not your current password.', { field: 'current' })
    }
    await internalAdapter.updatePassword(user.id, await hashing.hash(password))
  }
  await auth.api.revokeOtherSessions({ headers })
}
