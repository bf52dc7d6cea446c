import type { BehaviourLabel } from '@relance/core/contact/behaviour'
import { batched } from '../connection/batched'

/** What somebody's orders, visits and choices say of them, named as in mails. */
export interface MailBehaviour {
  favourite_category: string | null
  favourite_brand: string | null
  favourite_creator: string | null
  interests: string[]
  labels: BehaviourLabel[]
}

/** Of whom a mail says nothing of it. */
export const NO_BEHAVIOUR: MailBehaviour = {
  favourite_category: null,
  favourite_brand: null,
  favourite_creator: null,
  interests: [],
  labels: [],
}

/** As rules see it now. */
export const readMailBehaviour = batched<string, MailBehaviour>(
  async ({ sql, workspaceId }, contactIds) => {
    const rows = await sql<(MailBehaviour & { n: number })[]>`
      select k.n, f.category as favourite_category, f.brand as favourite_brand, f.creator as favourite_creator,
        coalesce(i.interests, '[]') as interests, coalesce(b.labels, '[]') as labels
      from unnest(${[...contactIds]}::uuid[]) with ordinality as k(contact_id, n)
      cross join workspace_now(${workspaceId}) as now
      cross join lateral favourites(${workspaceId}, k.contact_id, now) f
      cross join lateral interests_of(${workspaceId}, k.contact_id, now) i
      left join lateral behaviour_labels(${workspaceId}, k.contact_id, now) b on true`
    const byPlace = new Map(rows.map(({ n, ...behaviour }) => [Number(n), behaviour]))
    return contactIds.map((_, place) => byPlace.get(place + 1) ?? NO_BEHAVIOUR)
  },
)
