import type { Tx } from '../connection/scope'

/** The names of some mails, in the order the mails were made; also of deleted ones. */
export const nameMails = ({ sql, workspaceId }: Tx, templateIds: readonly string[]) =>
  sql<{ id: string; name: string }[]>`
    select id, name from mail_templates
    where workspace_id = ${workspaceId} and id = any(${[...templateIds]}::uuid[]) order by id`
