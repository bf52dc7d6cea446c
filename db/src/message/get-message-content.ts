import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

export interface MessageContent {
  subject: string
  html: string
  text: string
}

/** What a person received. Throws AppError not-found, also for a message that was never sent. */
export const getMessageContent = (scope: Scope, messageId: string): Promise<MessageContent> =>
  inTransaction(scope, async (tx) => {
    const [content] = await tx.sql<MessageContent[]>`
      select subject, html, body_text as text from message_contents
      where workspace_id = ${tx.workspaceId} and message_id = ${messageId}`
    if (!content)
      throw new AppError('not-found', 'This message was not sent, so it has no content yet.')
    return content
  })
