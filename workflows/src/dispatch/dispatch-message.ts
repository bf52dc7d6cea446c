import { deliverEmail } from '@relance/channels/email/deliver'
import type { EmailMessage } from '@relance/channels/email/email-message'
import type { EmailTransport } from '@relance/channels/email/transport'
import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Message } from '@relance/db/message/message'
import { closeMessage } from '@relance/db/message/settle-message'
import type { Engine } from '../burst/engine'
import { type Cleared, gate } from './gate'
import { recordResult } from './record-result'
import { type DispatchSettings, renderMessage } from './render-message'

export interface Sender extends DispatchSettings {
  transport: EmailTransport
}

/** One claimed message: gate, render, hand over, record. What breaks for one person fails that message alone. */
export async function dispatchMessage(
  engine: Engine,
  workspaceId: string,
  message: Message,
  claimId: string,
  sender: Sender,
): Promise<void> {
  const cleared = await gate(engine, workspaceId, message, claimId)
  if (!cleared) return
  const mail = await renderOrFail(engine, workspaceId, cleared, claimId, sender)
  if (!mail) return
  const delivery = await deliverEmail(sender.transport, mail)
  await recordResult(engine, workspaceId, claimId, cleared, mail, delivery)
}

async function renderOrFail(
  engine: Engine,
  workspaceId: string,
  cleared: Cleared,
  claimId: string,
  sender: Sender,
): Promise<EmailMessage | undefined> {
  try {
    return await renderMessage(cleared, workspaceId, sender)
  } catch (error) {
    const { details } = AppError.from(error)
    engine.log.warn(
      { workspaceId, messageId: cleared.message.id, err: error },
      'a mail could not be made',
    )
    const reason = typeof details.reason === 'string' ? details.reason : 'render-failed'
    const claimed = { messageId: cleared.message.id, claimId }
    await inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      closeMessage(tx, claimed, 'failed', reason),
    )
    return undefined
  }
}
