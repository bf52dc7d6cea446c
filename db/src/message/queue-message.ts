import { newId } from '@relance/core/id/ids'
import { batched } from '../connection/batched'
import type { Message } from './message'

/** A message as a step asks for it: to be sent, or refused by the gate. */
export type NewMessage = Omit<Message, 'id' | 'attempts' | 'expiresAt' | 'state'> & {
  state: 'queued' | 'refused'
  address: string | null
  addressHash: Uint8Array | null
  whenHeld: string
}

/** A message nobody could send for this long has lost its moment. */
const EXPIRES_AFTER = '72 hours'

/** Writes a message, or the gate's refusal of one. A repeated key changes nothing: one send a visit. */
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
    address_hash: m.addressHash && `\\x${Buffer.from(m.addressHash).toString('hex')}`,
  }))
  await tx.sql`
    insert into messages (workspace_id, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel,
      template_id, template_version, locale, offer_id, coupon_code, service, address, address_hash, state, reason,
      when_held, send_at, queued_at, expires_at)
    select ${tx.workspaceId}, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel,
      template_id, template_version, locale, offer_id, coupon_code, service, address, address_hash, state, reason,
      when_held, queued_at, queued_at, queued_at + ${EXPIRES_AFTER}::interval
    from jsonb_populate_recordset(null::messages, ${JSON.stringify(rows)}::jsonb)
    on conflict (workspace_id, key) do nothing`
  return messages.map(() => undefined)
})
