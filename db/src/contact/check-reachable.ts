import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'

export type Unreachable = 'no-address' | 'no-consent' | 'unsubscribed' | 'suppressed'
export type Reachable = { address: string; addressHash: Uint8Array } | { reason: Unreachable }

interface Row {
  n: number
  address: string | null
  hash: Uint8Array | null
  consent: 'given' | 'refused' | null
  suppressed: string | null
}

/**
 * Whether a channel may be used for a contact now: address, suppression list, consent, in this order.
 * A service message needs no consent and is stopped only by an address that does not exist.
 */
export async function checkReachable(
  tx: Tx,
  contactId: string,
  channel: string,
  { service }: { service: boolean },
): Promise<Reachable> {
  const row = await readReach(tx, { contactId, channel })
  if (!row?.address || !row.hash) return { reason: 'no-address' }
  if (row.suppressed && (!service || row.suppressed === 'hard-bounce'))
    return { reason: 'suppressed' }
  if (!service && row.consent === null) return { reason: 'no-consent' }
  if (!service && row.consent === 'refused') return { reason: 'unsubscribed' }
  return { address: row.address, addressHash: row.hash }
}

const readReach = batched<{ contactId: string; channel: string }, Row | undefined>(
  async (tx, asked) => {
    const rows = await tx.sql<Row[]>`
      select a.n, a.address, a.hash, n.state as consent, s.reason as suppressed
      from (
        select k.n, k.channel, c.workspace_id, c.id,
          case k.channel when 'email' then c.email when 'sms' then c.phone end as address,
          address_hash(c.workspace_id, case k.channel
            when 'email' then c.email_normal when 'sms' then regexp_replace(c.phone, '[^+0-9]', '', 'g') end) as hash
        from unnest(${asked.map(({ contactId }) => contactId)}::uuid[], ${asked.map(({ channel }) => channel)}::text[])
          with ordinality as k(contact_id, channel, n)
        join contacts c on c.workspace_id = ${tx.workspaceId} and c.id = k.contact_id
      ) a
      left join consents n on n.workspace_id = a.workspace_id and n.contact_id = a.id and n.channel = a.channel
      left join suppressions s on s.workspace_id = a.workspace_id and s.channel = a.channel
        and s.address_hash = a.hash and s.lifted_at is null`
    const byPlace = new Map(rows.map((row) => [row.n, row]))
    return asked.map((_, i) => byPlace.get(i + 1))
  },
)
