import { Gathered } from '@relance/db/connection/gathered'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { lockMessage } from '@relance/db/message/lock-message'
import { closeAttempt, unclaim } from '@relance/db/message/settle-message'
import { withdrawn } from '@relance/db/message/withdrawn'
import type { Engine } from '../burst/engine'
import type { Cleared } from './gate'

/** Mails that are rendered while others are looked at share one look. */
const TOGETHER = 64
const AT_ONCE = 2

/**
 * Whether a mail that has been rendered may still be handed out: somebody may have said no since the gate let it
 * through.
 */
export const lastLooks = ({ sql }: Engine) =>
  new Gathered<string, boolean>(
    async (workspaceId, messageIds) => {
      const gone = await withdrawn({ workspaceId, sql }, messageIds)
      return messageIds.map((id) => !gone.has(id))
    },
    TOGETHER,
    AT_ONCE,
  )

/** Puts a mail that nobody was handed back into the queue: the gate is asked again, and keeps why. */
export const takeBack = (
  { sql }: Engine,
  workspaceId: string,
  { message, attemptId }: Cleared,
  claimId: string,
): Promise<void> =>
  inTransaction({ workspaceId, sql }, async (tx) => {
    if (!(await lockMessage(tx, { messageId: message.id, claimId }))) return
    await closeAttempt(tx, { attemptId, accepted: false, code: null, response: 'not handed out' })
    await unclaim(tx, message.id)
  })
