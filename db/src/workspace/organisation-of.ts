import { AppError } from '@relance/core/error/app-error'
import type { Sql } from '../connection/connect'

/** The organisation a person owns. Throws AppError forbidden for everybody else. */
export async function organisationOf(sql: Sql, userId: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select organisation_id as id from organisation_members where user_id = ${userId} and role = 'owner'
    order by organisation_id limit 1`
  if (!row)
    throw new AppError('forbidden', 'Only an owner of the organisation may create workspaces.')
  return row.id
}
