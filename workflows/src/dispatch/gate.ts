import type { MailProvider } from '@relance/channels/email/providers/provider'
import type { GateLook } from '@relance/core/gate/gate-look'
import { getClock } from '@relance/db/clock/workspace-clock'
import { shareWorkspace } from '@relance/db/clock/workspace-lock'
import type { Tx } from '@relance/db/connection/scope'
import { loadMailData } from '@relance/db/contact/load-mail-data'
import { lockContacts } from '@relance/db/contact/lock-contacts'
import { contactsOfEnrolments } from '@relance/db/enrolment/lock-enrolment'
import { type DispatchFacts, loadDispatch } from '@relance/db/message/load-dispatch'
import { lockMessage } from '@relance/db/message/lock-message'
import type { Message } from '@relance/db/message/message'
import {
  holdMessage,
  openAttempt,
  refuseMessage,
  unclaim,
} from '@relance/db/message/settle-message'
import { type DueMessage, takeDueMessages } from '@relance/db/message/take-due-messages'
import { wakeEnrolment } from '@relance/db/outbox/wake'
import { type LoadedProvider, loadMailProviders } from '@relance/db/sender/mail-providers'
import { getMailSender, type MailSender } from '@relance/db/workspace/get-mail-sender'
import { burstLocked } from '../burst/burst'
import type { Engine, FrozenMail } from '../burst/engine'
import { commitPoint } from '../failpoint/commit-point'
import { askGate } from '../gate/ask-gate'
import { lockAndReact, reactAll, withContacts } from '../react/lock-and-react'
import { sideBySide } from '../together/side-by-side'
import type { ProviderFacts } from './providers'

/** A message that may go now, with everything its rendering needs. */
export interface Cleared {
  message: Message
  attemptId: string
  address: string
  now: Date
  contactId: string
  facts: DispatchFacts
  sender: MailSender
  /** Null where this version of the mail has no text in the message's language. */
  mail: FrozenMail | null
  mailData: Awaited<ReturnType<typeof loadMailData>>
  /** Who is asked to hand it out, in order. */
  providers: readonly [MailProvider, ...MailProvider[]]
  /** Those that the workspace names. */
  named: readonly LoadedProvider[]
}

/** Who may be asked to hand out a message. */
export type ChooseProviders = (facts: ProviderFacts) => MailProvider[]

/** Of one worker: whose the messages are that pass, and who may hand them out. */
export interface Asker {
  claimId: string
  workerId: string
  choose: ChooseProviders
}

/**
 * Takes messages that are due and asks of each again, in the second of its send, whether it may go: what has happened
 * to its contact since is taken in first, so an order that was accepted a moment ago still stops its reminder. All in
 * one transaction: a message leaves the queue with an attempt that is open, or not at all.
 * @param taking told what was taken, before anything is asked of it
 * @returns those that may go
 */
export const gateDue = (
  engine: Engine,
  workspaceId: string,
  limit: number,
  asker: Asker,
  taking: (messages: DueMessage[]) => void,
): Promise<Cleared[]> =>
  withContacts((alsoLock) =>
    commitPoint('gate', { workspaceId, sql: engine.sql }, async (tx) => {
      await shareWorkspace(tx)
      // Before the others, which are not waited for.
      if (alsoLock.length > 0) await lockContacts(tx, alsoLock)
      const due = await takeDueMessages(tx, limit)
      taking(due)
      const contactIds = [...new Set(due.map(({ contactId }) => contactId))]
      const locked = [...new Set([...contactIds, ...alsoLock])]
      await reactAll(engine, tx, contactIds, { locked })
      return gateAll(engine, tx, due, { ...asker, locked, held: null })
    }),
  )

/** The same of one message that this claim has already. */
export const gateClaimed = (
  engine: Engine,
  workspaceId: string,
  message: DueMessage,
  asker: Asker,
): Promise<Cleared[]> =>
  withContacts((alsoLock) =>
    commitPoint('gate', { workspaceId, sql: engine.sql }, async (tx) => {
      await shareWorkspace(tx)
      const contacts = await contactsOfEnrolments(tx, [message.enrolmentId])
      const contactId = contacts.get(message.enrolmentId)
      if (!contactId) return []
      const { locked } = await lockAndReact(engine, tx, contactId, { alsoLock })
      const asking = { ...asker, locked, held: asker.claimId }
      return gateAll(engine, tx, [{ ...message, contactId }], asking)
    }),
  )

interface Asking extends Asker {
  locked: string[]
  /** The claim that has the messages; null: they are in the queue. */
  held: string | null
}

async function gateAll(
  engine: Engine,
  tx: Tx,
  messages: DueMessage[],
  asking: Asking,
): Promise<Cleared[]> {
  const side = messages.length > 1 ? { ...tx, shared: true as const } : tx
  const cleared: Cleared[] = []
  const ask = async (due: DueMessage) => {
    const answer = await gateOne(engine, side, due, asking)
    if (answer) cleared.push(answer)
  }
  await sideBySide(messages, ({ contactId }) => contactId, ask)
  return cleared
}

async function gateOne(
  engine: Engine,
  tx: Tx,
  { id: messageId, contactId, enrolmentId }: DueMessage,
  { claimId, workerId, locked, held, choose }: Asking,
): Promise<Cleared | undefined> {
  const { acted } = await burstLocked(engine, tx, enrolmentId, locked)
  if (acted) await wakeEnrolment(tx, enrolmentId)
  const message = await lockMessage(tx, { messageId, claimId: held })
  if (!message || message.contactId !== contactId) return undefined
  const [facts, { now, timeZone }, sender, mail, plan, named] = await Promise.all([
    loadDispatch(tx, messageId),
    getClock(tx),
    getMailSender(tx),
    engine.mails.get(tx, message),
    engine.plans.get(tx, message.flowId, message.version),
    loadMailProviders(tx),
  ])
  const no = (state: 'refused' | 'failed', look: GateLook) =>
    refuseMessage(tx, { messageId, state, look }).then(() => engine.meter.mail(`gate-${state}`))
  const bySelf = (reason: string) => ({ ...lookOf(now), outcome: 'refuse' as const, reason })
  if (!facts || !sender) return void (await no('failed', bySelf('gone')))
  if (facts.ended) return void (await no('refused', bySelf('ended')))
  if (facts.flowPaused) return void (await unclaim(tx, messageId))
  if (facts.heldUntil) return void (await unclaim(tx, messageId, notBefore(facts.heldUntil, now)))
  if (now > message.expiresAt) return void (await no('failed', bySelf('too-late')))
  const [first, ...others] = choose({
    ...{ providers: named, boundTo: facts.boundTo },
    allowPrivate: sender.settings.allowPrivateWebhooks === true,
  })
  // The one that may have taken it is no longer there: nobody else may send it a second time.
  if (!first) return void (await no('failed', bySelf('unsure')))
  const { typology, channel } = message
  const { look, address, placedAt } = await askGate(tx, {
    ...{ contactId, channel, typology, now, timeZone },
    quietHours: plan.settings.quietHours ?? null,
    topic: plan.settings.topic ?? null,
    repliedAt: facts.repliedAt,
    asks: { messageId, placedAt: message.placedAt },
  })
  if (look.outcome === 'hold' && message.whenHeld === 'wait') {
    engine.meter.mail('gate-held')
    return void (await holdMessage(tx, { messageId, look }))
  }
  if (look.outcome !== 'pass' || !address) return void (await no('refused', look))
  const cartId = facts.entry.key.startsWith('cart:') ? String(facts.entry.data.cart_id ?? '') : null
  const [attemptId, mailData] = await Promise.all([
    openAttempt(tx, { messageId, claimId, workerId, look, placedAt, provider: first.id }),
    loadMailData(tx, contactId, {
      cartId,
      recommends: mail?.recommends,
      describes: mail?.describes,
    }),
  ])
  const providers = [first, ...others] as const
  return {
    message,
    attemptId,
    address,
    now,
    contactId,
    facts,
    sender,
    mail,
    mailData,
    providers,
    named,
  }
}

/** A look of the second question, at the run itself. */
const lookOf = (now: Date) => ({
  ...{ at: now.toISOString(), when: 'sending' as const, rule: 'run' as const, until: null },
})

/** A step that should have decided by now is asked again in a moment, not at once for ever. */
const notBefore = (until: Date, now: Date) =>
  new Date(Math.max(until.getTime(), now.getTime() + 1000))
