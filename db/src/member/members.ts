import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import type { Role } from '../workspace/workspaces-of-user'

export interface Member {
  userId: string
  name: string
  email: string
  role: Role
}

/** Who works in the workspace, besides the organisation's owners. */
export const listMembers = (scope: Scope): Promise<Member[]> =>
  inTransaction(
    scope,
    (tx) => tx.sql<Member[]>`
      select m.user_id as "userId", u.name, u.email, m.role from members m join auth.users u on u.id = m.user_id
      where m.workspace_id = ${tx.workspaceId} order by m.created_at, m.user_id`,
  )

/** Gives a person a role in the workspace, or another one than before. */
export const setMember = (scope: Scope, userId: string, role: Role): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await tx.sql`
      insert into members (workspace_id, user_id, role) values (${tx.workspaceId}, ${userId}, ${role})
      on conflict (workspace_id, user_id) do update set role = excluded.role`
  })

/** Takes a person's role in the workspace away. Throws AppError not-found. */
export const removeMember = (scope: Scope, userId: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const rows = await tx.sql`
      delete from members where workspace_id = ${tx.workspaceId} and user_id = ${userId} returning user_id`
    if (rows.length === 0)
      throw new AppError('not-found', 'This person is no member of the workspace.')
  })
