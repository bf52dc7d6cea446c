import type { Tx } from '../connection/scope'
import { readTraits } from '../contact/read-traits'
import { writeProfile } from '../contact/write-profile'
import type { Moved } from './note-merge'

interface Parted {
  fromId: string
  intoId: string
  moved: Moved
  storedAt: Date
}

/** What the survivor had from the other, and nobody has changed since, is taken out; the other has its own again. */
export async function giveBackKnown(tx: Tx, parted: Parted): Promise<void> {
  await giveBackProfile(tx, parted)
  await repeatOwnWords(tx, parted)
  await giveBackConsents(tx, parted)
  await giveBackCarts(tx, parted)
}

const FILLED = [
  'email',
  'email_normal',
  'phone',
  'first_name',
  'last_name',
  'locale',
  'time_zone',
  'birthday',
]

async function giveBackProfile({ sql, workspaceId }: Tx, { fromId, intoId, moved }: Parted) {
  const filled = FILLED.filter((column) => (moved.profile[column] ?? null) === null)
  const columns = filled.map(
    (column) => sql`${sql(column)} = nullif(i.${sql(column)}, f.${sql(column)}),`,
  )
  const own = JSON.stringify(moved.profile.traits ?? {})
  await sql`
    update contacts i set ${columns}
      traits = i.traits - array(select t.key from jsonb_each(f.traits) t
        where not ${own}::jsonb ? t.key and i.traits -> t.key = t.value),
      created_at = case when i.created_at = f.created_at then ${String(moved.profile.created_at)} else i.created_at end
    from contacts f
    where i.workspace_id = ${workspaceId} and i.id = ${intoId} and f.workspace_id = ${workspaceId} and f.id = ${fromId}`
  await sql`
    update contact_state i set created_at = case when i.created_at = f.created_at then ${moved.firstSeenAt} else i.created_at end
    from contacts f
    where i.workspace_id = ${workspaceId} and i.contact_id = ${intoId} and f.workspace_id = ${workspaceId} and f.id = ${fromId}`
  await sql`
    update contacts set merged_into = case when id = ${fromId} then null else ${fromId}::uuid end
    where workspace_id = ${workspaceId} and merged_into = ${intoId}
      and (id = ${fromId} or id = any(${moved.followers}::uuid[]))`
}

/**
 * What the survivor said since, and the merge had filled in already, was no change then; it is theirs all the same.
 * A day before: the event that joined them may have waited.
 */
async function repeatOwnWords(tx: Tx, { intoId, storedAt }: Parted) {
  const said = await tx.sql<{ properties: Record<string, unknown>; at: Date }[]>`
    select properties, at from events
    where workspace_id = ${tx.workspaceId} and contact_id = ${intoId} and name = 'identify' and type = 'identify'
      and stored_at > ${storedAt}::timestamptz - interval '1 day' order by at, id`
  for (const { properties, at } of said) {
    const { profile, traits } = readTraits(properties)
    await writeProfile(tx, intoId, { profile, traits }, at)
  }
}

async function giveBackConsents({ sql, workspaceId }: Tx, { intoId, moved }: Parted) {
  const [theirs, own] = [JSON.stringify(moved.consents.from), JSON.stringify(moved.consents.into)]
  // One that the survivor has by the merge alone: the other's choice, unchanged since.
  await sql`
    delete from consents c using jsonb_populate_recordset(null::consents, ${theirs}::jsonb) f
    where c.workspace_id = ${workspaceId} and c.contact_id = ${intoId}
      and (c.channel, c.state, c.source, c.at) = (f.channel, f.state, f.source, f.at)`
  await sql`
    insert into consents
    select * from jsonb_populate_recordset(null::consents, ${own}::jsonb) on conflict do nothing`
  await sql`
    insert into consents
    select * from jsonb_populate_recordset(null::consents, ${theirs}::jsonb) on conflict do nothing`
}

async function giveBackCarts({ sql, workspaceId }: Tx, { intoId, moved }: Parted) {
  const rows = (carts: Record<string, unknown>[]) => sql`
    jsonb_populate_recordset(null::carts, ${JSON.stringify(carts)}::jsonb)`
  const theirs = new Set(moved.carts.from.map(({ cart_id }) => cart_id))
  const asLeft = moved.cartsAfter.filter(({ cart_id }) => theirs.has(cart_id))
  // A cart that was touched since is the survivor's as it stands.
  const parted = await sql<{ cartId: string }[]>`
    delete from carts c using ${rows(asLeft)} a
    where c.workspace_id = ${workspaceId} and c.contact_id = ${intoId} and c.cart_id = a.cart_id
      and to_jsonb(c) = to_jsonb(a)
    returning c.cart_id as "cartId"`
  const isParted = ({ cart_id }: Record<string, unknown>) =>
    parted.some(({ cartId }) => cartId === cart_id)
  const carts = [...moved.carts.into, ...moved.carts.from].filter(isParted)
  await sql`insert into carts select * from ${rows(carts)}`
}
