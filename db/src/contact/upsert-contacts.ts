import { newId } from '@relance/core/id/ids'
import type { Tx } from '../connection/scope'
import type { ConsentChoice, Profile } from './read-traits'
import { normalEmail } from './write-profile'

/** A contact as an import or the API tells it. What is absent stays as it was. */
export interface ContactToKeep {
  externalId: string | null
  profile: Partial<Profile>
  traits: Record<string, unknown>
  consents: ConsentChoice[]
  createdAt: Date | null
}

export interface KeptContact {
  id: string
  created: boolean
}

/**
 * Makes or completes contacts, some hundred at a time, in a handful of statements. Found by externalId; without one,
 * by an email that exactly one contact has. Computed fields and flows are not touched.
 * @returns in the order given
 */
export async function upsertContacts(
  tx: Tx,
  wanted: ContactToKeep[],
  { source, now }: { source: string; now: Date },
): Promise<KeptContact[]> {
  if (wanted.length === 0) return []
  const known = await findKnown(tx, wanted)
  const byName = new Map<string, KeptContact>()
  const kept = wanted.map((contact) => keep(contact, known, byName))
  const rows = oneOfEach(wanted.map((contact, index) => toRow(contact, kept[index]?.id ?? '', now)))
  const made = new Set(kept.filter(({ created }) => created).map(({ id }) => id))
  await createMissing(
    tx,
    rows.filter(({ id }) => made.has(id)),
    now,
  )
  await completeKnown(
    tx,
    rows.filter(({ id }) => !made.has(id)),
  )
  await noteFields(tx, rows)
  await writeConsents(tx, rows, { source, now })
  return kept
}

const emailName = (contact: ContactToKeep) => `email:${normalEmail(contact.profile.email) ?? ''}`
const nameOf = (contact: ContactToKeep) =>
  contact.externalId === null ? emailName(contact) : `external:${contact.externalId}`

function keep(
  contact: ContactToKeep,
  known: Map<string, string>,
  byName: Map<string, KeptContact>,
): KeptContact {
  const name = nameOf(contact)
  const seen = byName.get(name)
  if (seen) return { ...seen, created: false }
  const found = known.get(name)
  const kept = { id: found ?? newId(), created: found === undefined }
  byName.set(name, kept)
  return kept
}

async function findKnown(
  { sql, workspaceId }: Tx,
  wanted: ContactToKeep[],
): Promise<Map<string, string>> {
  const ids = wanted.flatMap(({ externalId }) => externalId ?? [])
  const emails = wanted.flatMap((contact) =>
    contact.externalId === null ? (normalEmail(contact.profile.email) ?? []) : [],
  )
  // Two imports of one file at once must not make everybody twice.
  await sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId} || 'upsert-contacts', 0))`
  const found = await sql<{ name: string; id: string }[]>`
    select 'external:' || value as name, contact_id as id from identities
    where workspace_id = ${workspaceId} and kind = 'external' and value = any(${ids}::text[])
    union all
    select 'email:' || email_normal, min(id::text)::uuid from contacts
    where workspace_id = ${workspaceId} and email_normal = any(${emails}::text[]) and merged_into is null
    group by email_normal having count(*) = 1`
  return new Map(found.map(({ name, id }) => [name, id]))
}

const toRow = (
  { externalId, profile, traits, consents, createdAt }: ContactToKeep,
  id: string,
  now: Date,
) => ({
  id,
  externalId,
  ...profile,
  emailNormal: normalEmail(profile.email),
  traits,
  consents,
  createdAt,
  firstSeenAt: createdAt ?? now,
})
type Row = ReturnType<typeof toRow>

/** One row a contact: what a later row of the file says goes before, the earliest creation stays. */
function oneOfEach(rows: Row[]): Row[] {
  const byId = new Map<string, Row>()
  for (const row of rows) {
    const before = byId.get(row.id)
    byId.set(row.id, before ? together(before, row) : row)
  }
  return [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}

function earliest(...instants: (Date | null)[]): Date | null {
  const known = instants.filter((at) => at !== null).map((at) => at.getTime())
  return known.length === 0 ? null : new Date(Math.min(...known))
}

const together = (before: Row, after: Row): Row => ({
  ...before,
  ...after,
  emailNormal: after.emailNormal ?? before.emailNormal,
  traits: { ...before.traits, ...after.traits },
  createdAt: earliest(before.createdAt, after.createdAt),
  firstSeenAt: earliest(before.firstSeenAt, after.firstSeenAt) ?? after.firstSeenAt,
})

async function createMissing({ sql, workspaceId }: Tx, rows: Row[], now: Date) {
  if (rows.length === 0) return
  await sql`
    with incoming as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "externalId" text, email text, "emailNormal" text,
        phone text, "firstName" text, "lastName" text, locale text, "timeZone" text, birthday date, traits jsonb,
        "firstSeenAt" timestamptz)
    ), people as (
      insert into contacts (workspace_id, id, external_id, email, email_normal, phone, first_name, last_name, locale,
        time_zone, birthday, traits, created_at, updated_at)
      select ${workspaceId}, id, "externalId", email, "emailNormal", phone, "firstName", "lastName", locale,
        "timeZone", birthday, traits, "firstSeenAt", "firstSeenAt" from incoming
    ), state as (
      insert into contact_state (workspace_id, contact_id, created_at)
      select ${workspaceId}, id, "firstSeenAt" from incoming
    )
    insert into identities (workspace_id, kind, value, contact_id, tied_at, tied_by)
    select ${workspaceId}, 'external', "externalId", id, ${now}::timestamptz, 'import' from incoming where "externalId" is not null`
}

async function completeKnown({ sql, workspaceId }: Tx, rows: Row[]) {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await sql`
    with incoming as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, email text, "emailNormal" text, phone text,
        "firstName" text, "lastName" text, locale text, "timeZone" text, birthday date, traits jsonb, "createdAt" timestamptz)
    ), seen as (
      update contact_state s set created_at = i."createdAt" from incoming i
      where s.workspace_id = ${workspaceId} and s.contact_id = any(${ids}::uuid[]) and s.contact_id = i.id
        and i."createdAt" < s.created_at
    )
    update contacts c set email = coalesce(i.email, c.email), email_normal = coalesce(i."emailNormal", c.email_normal),
      phone = coalesce(i.phone, c.phone), first_name = coalesce(i."firstName", c.first_name),
      last_name = coalesce(i."lastName", c.last_name), locale = coalesce(i.locale, c.locale),
      time_zone = coalesce(i."timeZone", c.time_zone), birthday = coalesce(i.birthday, c.birthday),
      traits = c.traits || i.traits, created_at = least(c.created_at, i."createdAt")
    from incoming i where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[]) and c.id = i.id
      -- Most rows of a long file tell nothing new of their contact, and writing it again would cost as much.
      and (i.email <> c.email or i.phone <> c.phone or i."firstName" <> c.first_name or i."lastName" <> c.last_name
        or i.locale <> c.locale or i."timeZone" <> c.time_zone or i.birthday <> c.birthday
        or num_nulls(c.email, c.phone, c.first_name, c.last_name, c.locale, c.time_zone, c.birthday)
          > num_nulls(coalesce(c.email, i.email), coalesce(c.phone, i.phone), coalesce(c.first_name, i."firstName"),
            coalesce(c.last_name, i."lastName"), coalesce(c.locale, i.locale), coalesce(c.time_zone, i."timeZone"),
            coalesce(c.birthday, i.birthday))
        or i."createdAt" < c.created_at or not c.traits @> i.traits)`
}

/** Traits seen for the first time, for whoever picks a field from a list. */
async function noteFields({ sql, workspaceId }: Tx, rows: Row[]) {
  const kinds = new Map(
    rows
      .flatMap(({ traits }) => Object.entries(traits))
      .map(([field, value]) => [field, typeof value]),
  )
  if (kinds.size === 0) return
  const fields = [...kinds].map(([field, type]) => ({
    field,
    kind: type === 'number' || type === 'boolean' ? type : 'text',
  }))
  await sql`
    insert into contact_fields (workspace_id, field, kind)
    select ${workspaceId}, field, kind from json_to_recordset(${JSON.stringify(fields)}::json) as f(field text, kind text)
    order by field on conflict do nothing`
}

async function writeConsents(
  { sql, workspaceId }: Tx,
  rows: Row[],
  { source, now }: { source: string; now: Date },
) {
  const said = rows.flatMap(({ id, consents }) =>
    consents.map((choice) => ({ ...choice, contactId: id, id: newId() })),
  )
  if (said.length === 0) return
  await sql`
    with incoming as materialized (
      select * from json_to_recordset(${JSON.stringify(said)}::json) as s(id uuid, "contactId" uuid, channel text, state text)
    ), stands as (
      insert into consents (workspace_id, contact_id, channel, state, source, at)
      select distinct on ("contactId", channel) ${workspaceId}::uuid, "contactId", channel, state, ${source}::text, ${now}::timestamptz
      from incoming order by "contactId", channel, id desc
      on conflict (workspace_id, contact_id, channel) do update set state = excluded.state, source = excluded.source, at = excluded.at
        -- A list never takes back a refusal the person made here.
        where consents.at <= excluded.at and (consents.state = 'given' or consents.source = excluded.source)
    )
    insert into consent_log (workspace_id, id, contact_id, channel, state, source, at)
    select ${workspaceId}, id, "contactId", channel, state, ${source}, ${now} from incoming`
}
