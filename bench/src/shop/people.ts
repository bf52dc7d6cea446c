import type { Bench } from '../system/with-system'
import { until } from '../until'
import type { Shop } from './make-shop'
import { postBatches } from './post-batches'

const SETTLE_WITHIN_MS = 300_000

export const userIdOf = (n: number) => `person-${n}`
export const addressOf = (n: number) => `person-${n}@customers.example`

/** Numbers from `from`, `count` of them. */
export const numbers = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => from + i)

/** An event of one person. */
export const track = (n: number, event: string, properties: object = {}) => ({
  type: 'track',
  userId: userIdOf(n),
  event,
  properties,
})

/** Says who somebody is, with an address and their consent. */
export const identify = (n: number) => ({
  type: 'identify',
  userId: userIdOf(n),
  traits: {
    email: addressOf(n),
    firstName: `Ada${n}`,
    locale: 'en',
    consent: { email: true },
  },
})

/** Makes people known, with an address and their consent, and waits until all of it is taken in. */
export async function makePeople(
  bench: Pick<Bench, 'url' | 'owner'>,
  shop: Shop,
  people: number[],
): Promise<void> {
  await postBatches(bench, shop, people.map(identify))
  await reacted(bench, shop)
}

/** Waits until no event of the shop is left to be looked at. */
export const reacted = ({ owner }: Pick<Bench, 'owner'>, { workspaceId }: Shop) =>
  until('every event has been reacted to', SETTLE_WITHIN_MS, async () => {
    const [row] = await owner`
      select exists (select 1 from event_queue where workspace_id = ${workspaceId}) as left`
    return row?.left === false
  })
