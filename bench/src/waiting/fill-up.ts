import type { ISql } from 'postgres'
import type { Shop } from '../shop/make-shop'
import { addressOf, userIdOf } from '../shop/people'
import type { Bench } from '../system/with-system'

/**
 * Lets `count` more people wait, each a copy of somebody who does: their rows, without a run at Temporal, which costs
 * a sleeping person nothing but the place in its store. What Relance does for one among many is what is measured.
 */
export async function fillUp(
  { owner }: Pick<Bench, 'owner'>,
  { workspaceId }: Shop,
  { like, from, count }: { like: number; from: number; count: number },
): Promise<void> {
  const w = workspaceId
  await owner.begin(async (sql) => {
    // As the owner, and sure of the keys: a million checks of foreign keys would be half the time.
    await sql`set local session_replication_role = replica`
    await sql`
      create temp table newcomers on commit drop as
      select n, uuidv7() as id, uuidv7() as enrolment_id, ${userIdOf(0).slice(0, -1)} || n as user_id,
        replace(${addressOf(0)}, '-0@', '-' || n || '@') as address
      from generate_series(${from}::int, ${from + count - 1}::int) as n`
    const [model] = await sql<{ id: string }[]>`
      select contact_id as id from identities
      where workspace_id = ${w} and kind = 'external' and value = ${userIdOf(like)}`
    const contactId = model?.id ?? null
    const [contact, state] = [await written(sql, 'contacts'), await written(sql, 'contact_state')]
    await sql`
      insert into contacts (${sql(contact)})
      select ${sql(contact.map((name) => `c.${name}`))} from newcomers p, (select to_jsonb(m) as row from contacts m where workspace_id = ${w} and id = ${contactId}) m,
        jsonb_populate_record(null::contacts, m.row || jsonb_build_object('id', p.id, 'external_id', p.user_id,
          'email', p.address, 'email_normal', p.address)) c`
    await sql`
      insert into contact_state (${sql(state)})
      select ${sql(state.map((name) => `s.${name}`))} from newcomers p, (select to_jsonb(m) as row from contact_state m where workspace_id = ${w} and contact_id = ${contactId}) m,
        jsonb_populate_record(null::contact_state, m.row || jsonb_build_object('contact_id', p.id)) s`
    await sql`
      insert into identities (workspace_id, kind, value, contact_id)
      select ${w}, 'external', user_id, id from newcomers`
    await sql`
      insert into consents
      select ${w}, p.id, m.channel, m.state, m.source, m.wording, m.at from newcomers p, consents m
      where m.workspace_id = ${w} and m.contact_id = ${contactId}`
    await sql`
      insert into enrolments
      select e.* from newcomers p, (select to_jsonb(m) as row from enrolments m
          where workspace_id = ${w} and contact_id = ${contactId} and state <> 'ended') m,
        jsonb_populate_record(null::enrolments, m.row || jsonb_build_object('id', p.enrolment_id, 'contact_id', p.id,
          'seed', p.id::text, 'due_at', (m.row->>'due_at')::timestamptz + random() * interval '30 days')) e`
  })
  await owner`vacuum (analyze)`
}

/** A table's columns, without those that the database works out by itself. */
async function written(sql: ISql, table: string): Promise<string[]> {
  const columns = await sql<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`
  return columns.map(({ name }) => name)
}
