import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type KeptBodies, keptBodies, sentBodies } from './sent-content'

export interface MessageContent {
  subject: string
  html: string
  text: string
}

/** What a person received. Throws AppError not-found, also for a message that was never sent. */
export const getMessageContent = (scope: Scope, messageId: string): Promise<MessageContent> =>
  inTransaction(scope, async (tx) => {
    const [content] = await tx.sql<(KeptBodies & { subject: string })[]>`
      select t.subject, ${keptBodies(tx)} from message_contents t
      where t.workspace_id = ${tx.workspaceId} and t.message_id = ${messageId}`
    if (!content)
      throw new AppError('not-found', 'This message was not sent, so it has no content yet.')
    return { subject: content.subject, ...sentBodies(content) }
  })
