import { getClock } from '@relance/db/clock/workspace-clock'
import { shareWorkspace } from '@relance/db/clock/workspace-lock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { checkReachable } from '@relance/db/contact/check-reachable'
import { loadMailData } from '@relance/db/contact/load-mail-data'
import { contactOfEnrolment } from '@relance/db/enrolment/lock-enrolment'
import { type DispatchFacts, loadDispatch } from '@relance/db/message/load-dispatch'
import type { Message } from '@relance/db/message/message'
import {
  closeMessage,
  openAttempt,
  stillClaimed,
  unclaim,
} from '@relance/db/message/settle-message'
import { wakeEnrolment } from '@relance/db/outbox/wake'
import { burstLocked } from '../burst/burst'
import type { Engine } from '../burst/engine'
import { lockAndReact, withContacts } from '../react/lock-and-react'

/** A message that may go now, with everything its rendering needs. */
export interface Cleared {
  message: Message
  attemptId: string
  address: string
  now: Date
  contactId: string
  facts: DispatchFacts
  mailData: Awaited<ReturnType<typeof loadMailData>>
}

/**
 * Asks again, in the same second as the send, whether a claimed message may go: what has happened to the contact
 * since is taken in first, so an order that was accepted a moment ago still stops its reminder.
 */
export const gate = (
  engine: Engine,
  workspaceId: string,
  message: Message,
  claimId: string,
): Promise<Cleared | undefined> =>
  withContacts((alsoLock) =>
    inTransaction({ workspaceId, sql: engine.sql }, async (tx) => {
      const claimed = { messageId: message.id, claimId }
      await shareWorkspace(tx)
      const contactId = await contactOfEnrolment(tx, message.enrolmentId)
      if (!contactId) return undefined
      const { locked } = await lockAndReact(engine, tx, contactId, { alsoLock })
      const { acted } = await burstLocked(engine, tx, message.enrolmentId, locked)
      if (acted) await wakeEnrolment(tx, message.enrolmentId)
      if (!(await stillClaimed(tx, claimed))) return undefined
      const facts = await loadDispatch(tx, message)
      const { now } = await getClock(tx)
      const no = (state: 'refused' | 'failed', reason: string) =>
        closeMessage(tx, claimed, state, reason)
      if (!facts) return void (await no('failed', 'gone'))
      if (facts.ended) return void (await no('refused', 'ended'))
      if (facts.flowPaused) return void (await unclaim(tx, claimed))
      if (now > message.expiresAt) return void (await no('failed', 'too-late'))
      const reach = await checkReachable(tx, contactId, 'email', { service: message.service })
      if ('reason' in reach) return void (await no('refused', reach.reason))
      const attemptId = await openAttempt(tx, claimed, now)
      const cartId = facts.entry.key.startsWith('cart:')
        ? String(facts.entry.data.cart_id ?? '')
        : null
      const mailData = await loadMailData(tx, contactId, { cartId })
      return { message, attemptId, address: reach.address, now, contactId, facts, mailData }
    }),
  )
