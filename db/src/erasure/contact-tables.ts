import type { Tx } from '../connection/scope'

/** A table that names a contact, by the columns that do. */
export interface ContactTable {
  name: string
  columns: string[]
  /** What tells its rows apart, beside the workspace. */
  key: string[]
}

/**
 * Every table of the workspace that names a contact, found in the database's own catalogue: one that is added later
 * is exported and erased without anybody thinking of it.
 */
export const contactTables = async ({ sql }: Tx): Promise<ContactTable[]> => [
  ...(await sql<ContactTable[]>`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and not a.attisdropped and a.attname like '%contact_id' and a.atttypid = 'uuid'::regtype) as columns,
      (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey::int2[])
        where i.indrelid = c.oid and i.indisprimary and a.attname <> 'workspace_id') as key
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname like '%contact_id'
        and a.atttypid = 'uuid'::regtype and not a.attisdropped)
      and exists (select 1 from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id')
    order by c.relname`),
]
