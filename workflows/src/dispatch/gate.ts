import type { MailProvider } from '@relance/channels/email/providers/provider'
import type { GateLook } from '@relance/core/gate/gate-look'
import { getClock } from '@relance/db/clock/workspace-clock'
import { shareWorkspace } from '@relance/db/clock/workspace-lock'
import type { Tx } from '@relance/db/connection/scope'
import { loadMailData } from '@relance/db/contact/load-mail-data'
import { contactsOfEnrolments } from '@relance/db/enrolment/lock-enrolment'
import { type DispatchFacts, loadDispatch } from '@relance/db/message/load-dispatch'
import type { Message } from '@relance/db/message/message'
import {
  holdMessage,
  openAttempt,
  refuseMessage,
  stillClaimed,
  unclaim,
} from '@relance/db/message/settle-message'
import { wakeEnrolment } from '@relance/db/outbox/wake'
import { type LoadedProvider, loadMailProviders } from '@relance/db/sender/mail-providers'
import { getMailSender, type MailSender } from '@relance/db/workspace/get-mail-sender'
import { burstLocked } from '../burst/burst'
import type { Engine, FrozenMail } from '../burst/engine'
import { commitPoint } from '../failpoint/commit-point'
import { askGate } from '../gate/ask-gate'
import { lockAndReactAll, withContacts } from '../react/lock-and-react'
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

/**
 * Asks again, in the same second as the send, whether claimed messages may go: what has happened to their contacts
 * since is taken in first, so an order that was accepted a moment ago still stops its reminder.
 * @returns those that may
 */
export const gate = (
  engine: Engine,
  workspaceId: string,
  messages: Message[],
  claimId: string,
  choose: ChooseProviders,
): Promise<Cleared[]> =>
  withContacts((alsoLock) =>
    commitPoint('gate', { workspaceId, sql: engine.sql }, async (tx) => {
      await shareWorkspace(tx)
      const enrolmentIds = messages.map(({ enrolmentId }) => enrolmentId)
      const contacts = await contactsOfEnrolments(tx, enrolmentIds)
      const locked = await lockAndReactAll(engine, tx, [...new Set(contacts.values())], {
        alsoLock,
      })
      const side = messages.length > 1 ? { ...tx, shared: true as const } : tx
      const cleared: Cleared[] = []
      const ask = async (message: Message) => {
        const contactId = contacts.get(message.enrolmentId)
        const answer =
          contactId &&
          (await gateOne(engine, side, message, { contactId, claimId, locked, choose }))
        if (answer) cleared.push(answer)
      }
      await sideBySide(messages, ({ enrolmentId }) => contacts.get(enrolmentId) ?? '', ask)
      return cleared
    }),
  )

interface Asking {
  contactId: string
  claimId: string
  locked: string[]
  choose: ChooseProviders
}

async function gateOne(
  engine: Engine,
  tx: Tx,
  message: Message,
  { contactId, claimId, locked, choose }: Asking,
): Promise<Cleared | undefined> {
  const claimed = { messageId: message.id, claimId }
  const { acted } = await burstLocked(engine, tx, message.enrolmentId, locked)
  if (acted) await wakeEnrolment(tx, message.enrolmentId)
  if (!(await stillClaimed(tx, claimed))) return undefined
  const [facts, { now, timeZone }, sender, mail, plan, named] = await Promise.all([
    loadDispatch(tx, message.id),
    getClock(tx),
    getMailSender(tx),
    engine.mails.get(tx, message),
    engine.plans.get(tx, message.flowId, message.version),
    loadMailProviders(tx),
  ])
  const no = (state: 'refused' | 'failed', look: GateLook) =>
    refuseMessage(tx, { ...claimed, state, look }).then(() => engine.meter.mail(`gate-${state}`))
  const bySelf = (reason: string) => ({ ...lookOf(now), outcome: 'refuse' as const, reason })
  if (!facts || !sender) return void (await no('failed', bySelf('gone')))
  if (facts.ended) return void (await no('refused', bySelf('ended')))
  if (facts.flowPaused) return void (await unclaim(tx, claimed))
  if (facts.heldUntil) return void (await unclaim(tx, claimed, notBefore(facts.heldUntil, now)))
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
    asks: { messageId: message.id, placedAt: message.placedAt },
  })
  if (look.outcome === 'hold' && message.whenHeld === 'wait') {
    engine.meter.mail('gate-held')
    return void (await holdMessage(tx, { ...claimed, look }))
  }
  if (look.outcome !== 'pass' || !address) return void (await no('refused', look))
  const cartId = facts.entry.key.startsWith('cart:') ? String(facts.entry.data.cart_id ?? '') : null
  const [attemptId, mailData] = await Promise.all([
    openAttempt(tx, { ...claimed, look, placedAt, provider: first.id }),
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
