import { AppError } from '@relance/core/error/app-error'
import type { GateLook } from '@relance/core/gate/gate-look'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type MessageView, messageViewColumns } from './list-messages'

/** What became of a message after it was sent, in the words of messages. */
export const messageEventTypes = {
  'Email Delivered': 'delivered',
  'Email Opened': 'opened',
  'Email Link Clicked': 'clicked',
  'Email Bounced': 'bounced',
  'Email Marked as Spam': 'complained',
  'Email Replied': 'replied',
  Unsubscribed: 'unsubscribed',
  'Email Prefetched': 'opened',
  'Email Link Scanned': 'clicked',
} as const

/** What programs do with a mail: no rule takes it for what a person does. */
const BY_PROGRAMS = ['Email Prefetched', 'Email Link Scanned']

export interface MessageEvent {
  type: (typeof messageEventTypes)[keyof typeof messageEventTypes]
  at: Date
  /** Done by a program, not by the person. */
  robot: boolean
}

export interface MessageTold extends MessageView {
  /** Every look of the gate at it, in order. */
  gate: GateLook[]
  events: MessageEvent[]
}

/** One message with every look of the gate and what came of it, each in order. Throws AppError not-found. */
export const getMessage = (scope: Scope, messageId: string): Promise<MessageTold> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId } = tx
    const [message] = await sql<Omit<MessageTold, 'events'>[]>`
      select ${messageViewColumns(tx)}, gate from messages
      where workspace_id = ${workspaceId} and id = ${messageId}`
    if (!message) throw new AppError('not-found', 'This message does not exist.')
    const names = Object.keys(messageEventTypes)
    const rows = await sql<{ name: keyof typeof messageEventTypes; at: Date; robot: boolean }[]>`
      select name, at, name = any(${BY_PROGRAMS}) as robot from events
      where workspace_id = ${workspaceId} and contact_id = ${message.contactId} and at >= ${message.queuedAt}
        and name = any(${names}) and properties ->> 'message_id' = ${messageId}
      order by at, id`
    const events = rows.map(({ name, ...what }) => ({ type: messageEventTypes[name], ...what }))
    return { ...message, events }
  })
