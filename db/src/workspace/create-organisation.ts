import { newId } from '@relance/core/id/ids'
import type { Sql } from '../connection/connect'

/** Makes an organisation with its owner, who is owner in all its workspaces; its id. */
export async function createOrganisation(
  sql: Sql,
  { name, ownerId }: { name: string; ownerId: string },
) {
  const id = newId()
  await sql.begin(async (tx) => {
    await tx`insert into organisations (id, name) values (${id}, ${name})`
    await tx`insert into organisation_members (organisation_id, user_id, role) values (${id}, ${ownerId}, 'owner')`
  })
  return id
}
