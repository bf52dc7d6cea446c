import type { Tx } from '../connection/scope'
import type { Wake } from './lease-wakes'

const idsOf = (wakes: Pick<Wake, 'ids'>[]) => wakes.flatMap(({ ids }) => ids)

/** Forgets wakes that were handed over. */
export const dropWakes = async (tx: Tx, wakes: Pick<Wake, 'ids'>[]): Promise<void> =>
  void (await tx.sql`
    delete from outbox where workspace_id = ${tx.workspaceId} and id = any(${idsOf(wakes)}::bigint[])`)

/** Gives back wakes that could not be handed over, for the next look to take. */
export const returnWakes = async (tx: Tx, wakes: Pick<Wake, 'ids'>[]): Promise<void> =>
  void (await tx.sql`
    update outbox set leased_until = '-infinity'
    where workspace_id = ${tx.workspaceId} and id = any(${idsOf(wakes)}::bigint[])`)
