import type { Database } from '../sweep/with-database'

/** A crowd who were all heard of within the last 80 days, and a daily look that is due now and was made a day ago. */
export async function makeQuietCrowd({ scope, owner }: Database, count: number): Promise<void> {
  const { workspaceId } = scope
  await owner.begin(async (sql) => {
    // As the owner, and sure of the keys: a million checks of foreign keys would be half the time.
    await sql`set local session_replication_role = replica`
    await sql`create table crowd (n int primary key, id uuid not null default gen_random_uuid())`
    await sql`insert into crowd (n) select generate_series(0, ${count - 1}::int)`
    await sql`
      insert into contacts (workspace_id, id, external_id, email, email_normal, created_at, updated_at)
      select ${workspaceId}, id, 'person-' || n, 'person-' || n || '@customers.example',
        'person-' || n || '@customers.example', now() - interval '400 days', now() from crowd`
    await sql`
      insert into contact_state (workspace_id, contact_id, created_at, last_visit_at, visits_count)
      select ${workspaceId}, id, now() - interval '400 days', now() - random() * interval '80 days', 3 from crowd`
    // The other lines would look at the same moment; here one is measured.
    await sql`update activity_lines set next_at = 'infinity' where workspace_id = ${workspaceId}`
  })
  await owner`vacuum (analyze)`
}

/** Lets so many cross between yesterday's look and today's, which is due. */
export async function makeNewlyAtRisk(
  { scope, owner }: Database,
  count: number,
  round: number,
): Promise<void> {
  const { workspaceId } = scope
  await owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`
      update contact_state set last_visit_at = now()
      where workspace_id = ${workspaceId} and last_visit_at < now() - interval '85 days'`
    await sql`
      update contact_state set last_visit_at = now() - interval '90 days 2 hours' - random() * interval '20 hours'
      from crowd where workspace_id = ${workspaceId} and contact_id = id
        and n >= ${round * count}::int and n < ${(round + 1) * count}::int`
    await sql`
      update activity_lines set watermark = now() - interval '1 day', next_at = now() - interval '1 second'
      where workspace_id = ${workspaceId} and line = 'at-risk-day'`
    await sql`truncate events, event_queue`
  })
}
