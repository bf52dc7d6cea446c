import type { OrderedDelivery } from '@relance/channels/email/deliver-in-order'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { noteTrouble } from '@relance/db/trouble/note-trouble'
import type { Engine } from '../burst/engine'
import type { Cleared } from './gate'

/** People are told of a provider that is away once a minute at most, by each worker. */
const TELL_EVERY_MS = 60_000
const toldAt = new Map<string, number>()

/** Notes, for people to see, who could not take a mail and why. */
export async function tellUnavailable(
  engine: Engine,
  workspaceId: string,
  { named }: Pick<Cleared, 'named'>,
  unavailable: OrderedDelivery['unavailable'],
): Promise<void> {
  const kinds = new Map(named.map(({ id, settings }) => [id, settings.kind]))
  for (const { providerId, code, reason } of unavailable) {
    const key = `${workspaceId} ${providerId}`
    const now = performance.now()
    if (now - (toldAt.get(key) ?? Number.NEGATIVE_INFINITY) < TELL_EVERY_MS) continue
    toldAt.set(key, now)
    const subject = kinds.get(providerId) ?? providerId
    await inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      noteTrouble(tx, { queue: 'provider', subject, error: `${code}: ${reason}` }),
    )
  }
}
