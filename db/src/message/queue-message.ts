import type { GateLook } from '@relance/core/gate/gate-look'
import { newId } from '@relance/core/id/ids'
import type { SendingMode } from '@relance/core/sending/sending-mode'
import { batched } from '../connection/batched'
import type { Message } from './message'

/** A message as a step asks for it: to be sent, held until an instant, or refused by the gate. */
export type NewMessage = Omit<Message, 'id' | 'attempts' | 'expiresAt' | 'state'> & {
  state: 'queued' | 'refused'
  address: string | null
  addressHash: Uint8Array | null
  /** When a held one is asked about again; null where it is not held. */
  retryAt: Date | null
  look: GateLook
  mode: SendingMode
  /** Of an interactive one: when the act was that it answers. */
  actedAt: Date | null
}

/** A message nobody could send for this long, from when it was allowed to go, has lost its moment. */
const EXPIRES_AFTER = '72 hours'

/**
 * Writes a message, held or not, or the gate's refusal of one. A repeated key changes nothing: one send a visit.
 * Only a message that was held is written anew by its step, with what the gate says of it now.
 */
export const queueMessage = batched<NewMessage, void>(async (tx, messages) => {
  const rows = messages.map((m) => ({
    ...{
      id: newId(),
      key: m.key,
      enrolment_id: m.enrolmentId,
      flow_id: m.flowId,
      version: m.version,
    },
    ...{ node_id: m.nodeId, visit: m.visit, contact_id: m.contactId, channel: m.channel },
    ...{ template_id: m.templateId, template_version: m.templateVersion, locale: m.locale },
    ...{ offer_id: m.offerId, coupon_code: m.couponCode, service: m.service, address: m.address },
    ...{ state: m.state, reason: m.reason, when_held: m.whenHeld, queued_at: m.queuedAt },
    ...{ typology: m.typology, held_by: m.heldBy, retry_at: m.retryAt, gate: [m.look] },
    ...{ placed_at: m.placedAt, mode: m.mode, acted_at: m.actedAt },
    address_hash: m.addressHash && `\\x${Buffer.from(m.addressHash).toString('hex')}`,
  }))
  await tx.sql`
    insert into messages (workspace_id, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel,
      template_id, template_version, locale, offer_id, coupon_code, service, typology, address, address_hash, state,
      reason, held_by, retry_at, gate, when_held, placed_at, mode, acted_at, send_at, queued_at,
      expires_at)
    select ${tx.workspaceId}, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel,
      template_id, template_version, locale, offer_id, coupon_code, service, typology, address, address_hash, state,
      reason, held_by, retry_at, gate, when_held, placed_at, mode, acted_at, queued_at, queued_at,
      case when retry_at is null then queued_at else retry_at end + ${EXPIRES_AFTER}::interval
    from jsonb_populate_recordset(null::messages, ${JSON.stringify(rows)}::jsonb)
    on conflict (workspace_id, key) do update set version = excluded.version, template_id = excluded.template_id,
      template_version = excluded.template_version, locale = excluded.locale, offer_id = excluded.offer_id,
      coupon_code = excluded.coupon_code, service = excluded.service, typology = excluded.typology,
      address = excluded.address, address_hash = excluded.address_hash, state = excluded.state,
      reason = excluded.reason, held_by = excluded.held_by, retry_at = excluded.retry_at,
      gate = messages.gate || excluded.gate, when_held = excluded.when_held, placed_at = excluded.placed_at,
      send_at = excluded.send_at, expires_at = excluded.expires_at, claim_id = null, worker_id = null
    where messages.held_by is not null and messages.state in ('queued', 'sending')`
  return messages.map(() => undefined)
})
