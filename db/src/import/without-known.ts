import type { Tx } from '../connection/scope'
import type { ContactToKeep } from '../contact/upsert-contacts'
import { normalEmail } from '../contact/write-profile'
import type { ProductToKeep } from '../product/upsert-products'
import { CellError } from './cell'
import type { OnDuplicate } from './import-kinds'
import { type Refused, type readAll, refusedBy } from './refused'

type All<Read> = ReturnType<typeof readAll<Read>>

/** With `skip`, refuses the rows about somebody or something that is known already, earlier in the file included. */
export async function withoutKnown<Read extends ContactToKeep | ProductToKeep>(
  tx: Tx,
  kind: 'contacts' | 'products',
  all: All<Read>,
  onDuplicate: OnDuplicate,
): Promise<{ read: Read[]; refused: Refused[] }> {
  if (onDuplicate === 'update') return all
  const names = all.read.map(nameOf)
  const known = await (kind === 'contacts' ? knownContacts(tx, names) : knownProducts(tx, names))
  const read: Read[] = []
  const refused = [...all.refused]
  for (const [index, one] of all.read.entries()) {
    const name = names[index]
    const record = all.from[index]
    if (!name || !record) continue
    if (!known.has(keyOf(name))) read.push(one)
    else refused.push(refusedBy(new CellError('already-known', name.field, name.value), record))
    known.add(keyOf(name))
  }
  return { read, refused }
}

interface Name {
  field: 'externalId' | 'email' | 'productId'
  value: string
}

const keyOf = ({ field, value }: Name) => `${field}:${value}`

function nameOf(read: ContactToKeep | ProductToKeep): Name {
  if ('productId' in read) return { field: 'productId', value: read.productId }
  return read.externalId === null
    ? { field: 'email', value: normalEmail(read.profile.email) ?? '' }
    : { field: 'externalId', value: read.externalId }
}

const valuesOf = (names: Name[], field: Name['field']) =>
  names.flatMap((name) => (name.field === field ? [name.value] : []))

async function knownContacts({ sql, workspaceId }: Tx, names: Name[]): Promise<Set<string>> {
  const found = await sql<Name[]>`
    select 'externalId' as field, value from identities
    where workspace_id = ${workspaceId} and kind = 'external' and value = any(${valuesOf(names, 'externalId')}::text[])
    union all
    select distinct 'email', email_normal from contacts
    where workspace_id = ${workspaceId} and merged_into is null and email_normal = any(${valuesOf(names, 'email')}::text[])`
  return new Set(found.map(keyOf))
}

async function knownProducts({ sql, workspaceId }: Tx, names: Name[]): Promise<Set<string>> {
  const found = await sql<Name[]>`
    select 'productId' as field, product_id as value from products
    where workspace_id = ${workspaceId} and product_id = any(${valuesOf(names, 'productId')}::text[])`
  return new Set(found.map(keyOf))
}
