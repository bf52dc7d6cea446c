import { newId } from '@relance/core/id/ids'
import type { Tx } from '../connection/scope'
import type { Message } from './message'

type NewMessage = Omit<Message, 'id' | 'attempts' | 'expiresAt' | 'state'> & {
  state: 'queued' | 'refused'
  address: string | null
  addressHash: Uint8Array | null
  whenHeld: string
}

/** A message nobody could send for this long has lost its moment. */
const EXPIRES_AFTER = '72 hours'

/** Writes a message, or the gate's refusal of one. A repeated key changes nothing: one send a visit. */
export async function queueMessage(tx: Tx, m: NewMessage): Promise<void> {
  await tx.sql`
    insert into messages (workspace_id, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel,
      template_id, template_version, locale, offer_id, coupon_code, service, address, address_hash, state, reason,
      when_held, send_at, queued_at, expires_at)
    values (${tx.workspaceId}, ${newId()}, ${m.key}, ${m.enrolmentId}, ${m.flowId}, ${m.version}, ${m.nodeId},
      ${m.visit}, ${m.contactId}, ${m.channel}, ${m.templateId}, ${m.templateVersion}, ${m.locale}, ${m.offerId},
      ${m.couponCode}, ${m.service}, ${m.address}, ${m.addressHash}, ${m.state}, ${m.reason}, ${m.whenHeld},
      ${m.queuedAt}, ${m.queuedAt}, ${m.queuedAt}::timestamptz + ${EXPIRES_AFTER}::interval)
    on conflict (workspace_id, key) do nothing`
}
