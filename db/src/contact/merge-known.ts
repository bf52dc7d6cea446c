import { mergeCarts } from '../cart/merge-carts'
import type { Tx } from '../connection/scope'

/**
 * Joins what is known of two contacts: names, profile (the survivor's own values stay, gaps are filled),
 * consents (the latest choice, a refusal on a tie), what they asked for on their page (the latest), carts.
 * @returns what of the survivor changed
 */
export async function mergeKnown(
  tx: Tx,
  { fromId, intoId, now }: { fromId: string; intoId: string; now: Date },
): Promise<string[]> {
  const profile = await mergeProfile(tx, { fromId, intoId, now })
  const consents = await mergeConsents(tx, fromId, intoId)
  await mergePreferences(tx, fromId, intoId)
  const carts = await mergeCarts(tx, fromId, intoId)
  return [...profile, ...consents, ...carts]
}

async function mergeProfile(
  { sql, workspaceId }: Tx,
  { fromId, intoId, now }: { fromId: string; intoId: string; now: Date },
) {
  const [row] = await sql<{ filled: string[] }[]>`
    with f as materialized (select * from contacts where workspace_id = ${workspaceId} and id = ${fromId}),
    i as materialized (select * from contacts where workspace_id = ${workspaceId} and id = ${intoId}),
    survivor as (
      update contacts c set email = coalesce(c.email, f.email), email_normal = coalesce(c.email_normal, f.email_normal),
        phone = coalesce(c.phone, f.phone), first_name = coalesce(c.first_name, f.first_name),
        last_name = coalesce(c.last_name, f.last_name), locale = coalesce(c.locale, f.locale),
        time_zone = coalesce(c.time_zone, f.time_zone), birthday = coalesce(c.birthday, f.birthday),
        traits = f.traits || c.traits, created_at = least(c.created_at, f.created_at),
        updated_at = greatest(c.updated_at, f.updated_at)
      from f where c.workspace_id = ${workspaceId} and c.id = ${intoId}
    ), first_seen as (
      update contact_state s set created_at = least(s.created_at, f.created_at),
        known_at = least(s.known_at, o.known_at),
        satisfaction = case when o.satisfaction_at > coalesce(s.satisfaction_at, '-infinity')
          then o.satisfaction else s.satisfaction end,
        satisfaction_at = greatest(s.satisfaction_at, o.satisfaction_at),
        -- The section of whoever was on the site last.
        last_section = case when o.last_visit_at > coalesce(s.last_visit_at, '-infinity')
          then coalesce(o.last_section, s.last_section) else coalesce(s.last_section, o.last_section) end
      from f join contact_state o on o.workspace_id = f.workspace_id and o.contact_id = f.id
      where s.workspace_id = ${workspaceId} and s.contact_id = ${intoId}
    ), gone as (
      update contacts set merged_into = ${intoId}, updated_at = ${now}
      where workspace_id = ${workspaceId} and (id = ${fromId} or merged_into = ${fromId})
    ), names as (
      update identities set contact_id = ${intoId} where workspace_id = ${workspaceId} and contact_id = ${fromId}
    )
    select array_remove(array[
        case when i.email is null and f.email is not null then 'email' end,
        case when i.phone is null and f.phone is not null then 'phone' end,
        case when i.first_name is null and f.first_name is not null then 'firstName' end,
        case when i.last_name is null and f.last_name is not null then 'lastName' end,
        case when i.locale is null and f.locale is not null then 'locale' end,
        case when i.time_zone is null and f.time_zone is not null then 'timeZone' end,
        case when i.birthday is null and f.birthday is not null then 'birthday' end,
        case when f.created_at < i.created_at then 'createdAt' end
      ], null) || array(select key from jsonb_object_keys(f.traits - array(select jsonb_object_keys(i.traits))) as k(key)) as filled
    from f, i`
  return (row?.filled ?? []).map((field) => `field:${field}`)
}

async function mergeConsents({ sql, workspaceId }: Tx, fromId: string, intoId: string) {
  const changed = await sql<{ channel: string }[]>`
    with log as (
      update consent_log set contact_id = ${intoId} where workspace_id = ${workspaceId} and contact_id = ${fromId}
    ), before as materialized (
      select channel, state from consents where workspace_id = ${workspaceId} and contact_id = ${intoId}
    ), taken as (
      delete from consents where workspace_id = ${workspaceId} and contact_id = ${fromId}
      returning channel, state, source, wording, at
    ), stands as (
      insert into consents (workspace_id, contact_id, channel, state, source, wording, at)
      select ${workspaceId}, ${intoId}, channel, state, source, wording, at from taken
      on conflict (workspace_id, contact_id, channel) do update
        set state = excluded.state, source = excluded.source, wording = excluded.wording, at = excluded.at
        where consents.at < excluded.at or (consents.at = excluded.at and excluded.state = 'refused')
      returning channel, state
    )
    select s.channel from stands s left join before b using (channel) where b.state is distinct from s.state`
  return changed.map(({ channel }) => `consent:${channel}`)
}

/** What was asked for last stands. The other's row stays with them, for whoever parts the two again. */
const mergePreferences = ({ sql, workspaceId }: Tx, fromId: string, intoId: string) => sql`
  insert into contact_preferences as p (workspace_id, contact_id, wants_less, paused_until, topics_off, changed_at)
  select workspace_id, ${intoId}, wants_less, paused_until, topics_off, changed_at from contact_preferences
  where workspace_id = ${workspaceId} and contact_id = ${fromId}
  on conflict (workspace_id, contact_id) do update set wants_less = excluded.wants_less,
    paused_until = excluded.paused_until, topics_off = excluded.topics_off, changed_at = excluded.changed_at
    where p.changed_at < excluded.changed_at`
