import type { Tx } from '../connection/scope'
import type { Profile } from './read-traits'

/** What is known of a person that can be typed: fields of ours, and everything else. */
export interface ProfileChange {
  profile: Partial<Profile>
  traits: Record<string, unknown>
  /** An earlier first contact than the one known. */
  createdAt?: Date | null
}

interface ProfileRow extends Profile {
  traits: Record<string, unknown>
  createdAt: Date
  updatedAt: Date
}

/** An event this much older than the last change only fills what is unknown. */
const LATE_MS = 5 * 60_000

/**
 * Writes what changed of a contact's profile. The caller holds the contact.
 * @param at when it was said: something said earlier than the last change by minutes only fills gaps
 * @returns `field:<name>` for each change
 */
export async function writeProfile(
  tx: Tx,
  contactId: string,
  change: ProfileChange,
  at: Date,
): Promise<string[]> {
  const [before] = await tx.sql<ProfileRow[]>`
    select email, phone, first_name as "firstName", last_name as "lastName", locale, time_zone as "timeZone",
      birthday::text as birthday, traits, created_at as "createdAt", updated_at as "updatedAt"
    from contacts where workspace_id = ${tx.workspaceId} and id = ${contactId}`
  if (!before) return []
  const isLate = at.getTime() < before.updatedAt.getTime() - LATE_MS
  const profile = {
    ...pickProfile(before),
    ...differing(pickProfile(before), change.profile, isLate),
  }
  const traits = differing(before.traits, change.traits, isLate)
  const changed = Object.keys(differing(pickProfile(before), change.profile, isLate))
  const isOlder = change.createdAt && change.createdAt < before.createdAt
  const keys = [...changed, ...Object.keys(traits).flatMap((name) => [name, `traits.${name}`])]
  if (isOlder) keys.push('createdAt')
  if (keys.length === 0) return []
  await tx.sql`
    with changed as (
      update contacts set email = ${profile.email}, email_normal = ${normalEmail(profile.email)}, phone = ${profile.phone},
        first_name = ${profile.firstName}, last_name = ${profile.lastName}, locale = ${profile.locale},
        time_zone = ${profile.timeZone}, birthday = ${profile.birthday}::date,
        traits = traits || ${JSON.stringify(traits)}::jsonb,
        created_at = least(created_at, ${change.createdAt ?? null}::timestamptz),
        updated_at = greatest(updated_at, ${at}::timestamptz)
      where workspace_id = ${tx.workspaceId} and id = ${contactId}
    ), state as (
      update contact_state set created_at = ${change.createdAt ?? null}::timestamptz
      where ${isOlder ?? false} and workspace_id = ${tx.workspaceId} and contact_id = ${contactId}
    )
    insert into contact_fields (workspace_id, field, kind)
    select ${tx.workspaceId}, field, kind from json_to_recordset(${JSON.stringify(fieldKinds(traits, before.traits))}::json)
      as f(field text, kind text) order by field
    on conflict do nothing`
  return keys.map((name) => `field:${name}`)
}

/** Lower case and trimmed: what equality is asked on. */
export const normalEmail = (email: string | null | undefined): string | null =>
  email?.trim().toLowerCase() || null

const pickProfile = (row: ProfileRow): Profile => ({
  email: row.email,
  phone: row.phone,
  firstName: row.firstName,
  lastName: row.lastName,
  locale: row.locale,
  timeZone: row.timeZone,
  birthday: row.birthday,
})

function differing<Values extends object>(
  before: Values,
  after: Partial<Values>,
  isLate: boolean,
): Partial<Values> {
  const old = new Map<string, unknown>(Object.entries(before))
  const isNew = ([key, value]: [string, unknown]) => {
    const known = old.get(key) ?? null
    return isLate
      ? known === null && value !== null
      : JSON.stringify(known) !== JSON.stringify(value ?? null)
  }
  return Object.fromEntries(Object.entries(after).filter(isNew)) as Partial<Values>
}

/** The kind of each trait seen for the first time, for whoever picks a field from a list. */
const fieldKinds = (traits: Record<string, unknown>, known: Record<string, unknown>) =>
  Object.entries(traits)
    .filter(([field, value]) => !Object.hasOwn(known, field) && value !== null)
    .map(([field, value]) => ({ field, kind: kindOf(value) }))

const kindOf = (value: unknown): string => {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d([T ]|$)/.test(value) ? 'instant' : 'text'
}
