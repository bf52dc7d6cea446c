import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { Role } from '../workspace/workspaces-of-user'

export interface Member {
  userId: string
  name: string
  email: string
  role: Role
}

/** Who works in the workspace: its members, and the organisation's owners, who own all its workspaces. */
export const listMembers = (scope: Scope | Tx): Promise<Member[]> =>
  inTransaction(
    scope,
    (tx) => tx.sql<Member[]>`
      select u.id as "userId", u.name, u.email, case when o.user_id is not null then 'owner' else m.role end as role
      from workspaces w
      join auth.users u on true
      left join members m on m.workspace_id = w.id and m.user_id = u.id
      left join organisation_members o on o.organisation_id = w.organisation_id and o.user_id = u.id and o.role = 'owner'
      where w.id = ${tx.workspaceId} and (m.user_id is not null or o.user_id is not null)
      order by o.user_id is null, m.created_at, u.id`,
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
