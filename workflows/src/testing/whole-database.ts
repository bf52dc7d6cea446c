import type { World } from './world'

/** How many rows each table holds, and where each sequence stands: equal before and after what leaves nothing. */
export const wholeDatabase = ({ sql: pool }: Pick<World, 'sql'>): Promise<Record<string, number>> =>
  pool.begin(async (sql) => {
    await sql`set local role none`
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'auth')`
    const sequences = await sql<{ name: string }[]>`
      select format('%I.%I', schemaname, sequencename) as name from pg_sequences
      where schemaname in ('public', 'auth')`
    const found: Record<string, number> = {}
    for (const { name } of tables) {
      const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${name}`)
      found[name] = row?.n ?? -1
    }
    for (const { name } of sequences) {
      const [row] = await sql.unsafe<{ n: number }[]>(`select last_value::int as n from ${name}`)
      found[name] = row?.n ?? -1
    }
    return found
  }) as Promise<Record<string, number>>
