import { deliverInOrder } from '@relance/channels/email/deliver-in-order'
import type { MailProvider } from '@relance/channels/email/providers/provider'
import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { isInfrastructure, isTimeout } from '@relance/db/connection/passing-error'
import { asError } from '@relance/db/connection/singly'
import { claimMessages } from '@relance/db/message/claim-messages'
import { failMessage } from '@relance/db/message/settle-message'
import type { DueMessage } from '@relance/db/message/take-due-messages'
import { noteProvider } from '@relance/db/sender/note-provider'
import type { Engine, FrozenMail } from '../burst/engine'
import { failpoint } from '../failpoint/failpoint'
import { inParallel } from '../loops/loop'
import { type ChooseProviders, type Cleared, gateClaimed, gateDue } from './gate'
import { type lastLooks, takeBack } from './last-look'
import { providersFor } from './providers'
import type { recordResults } from './record-result'
import { type DispatchSettings, renderMessage, type WrittenMail } from './render-message'
import { tellUnavailable } from './tell-unavailable'

export interface Sender extends DispatchSettings {
  /** The installation's own mail server. */
  own: MailProvider
}

/** Of one worker: what it sends with, and where results go. */
export interface Dispatcher {
  engine: Engine
  workerId: string
  sender: Sender
  results: ReturnType<typeof recordResults>
  lastLooks: ReturnType<typeof lastLooks>
}

/** Messages that a worker has taken, and those of them that may go. */
export interface Taken {
  claimId: string
  /** How many were due, whatever came of them. */
  count: number
  cleared: Cleared[]
  /** What failed by itself: told once the others are on their way. */
  failure: Error | undefined
}

/**
 * Takes messages that are due through the gate, together. Where that fails, each is taken by itself: one that always
 * fails is then left claimed, and looked at again when the claim is given back.
 */
export async function takeMessages(
  { engine, workerId, sender }: Dispatcher,
  workspaceId: string,
  limit: number,
): Promise<Taken> {
  const claimId = newId()
  const choose: ChooseProviders = (facts) => providersFor(sender.own, facts)
  const asker = { claimId, workerId, choose }
  let due: DueMessage[] = []
  try {
    const cleared = await gateDue(engine, workspaceId, limit, asker, (messages) => {
      due = messages
    })
    return { claimId, count: due.length, cleared, failure: undefined }
  } catch (error) {
    // What takes too long for one is that one's: the others must not wait behind it for ever.
    if ((isInfrastructure(error) && !isTimeout(error)) || due.length === 0) throw error
  }
  const ids = due.map(({ id }) => id)
  const claimed = await inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
    claimMessages(tx, { claimId, workerId, ids }),
  )
  const answers: (Cleared[] | Error)[] = []
  for (const message of claimed)
    answers.push(await gateClaimed(engine, workspaceId, message, asker).catch(asError))
  return {
    claimId,
    count: due.length,
    cleared: answers.flatMap((answer) => (answer instanceof Error ? [] : answer)),
    failure: answers.find((answer) => answer instanceof Error),
  }
}

/**
 * Hands out messages that may go: each is rendered, handed over and recorded by itself. What breaks for one person
 * fails that message alone.
 * @param done told of each as soon as it is over, whatever came of it
 */
export async function sendMessages(
  dispatcher: Dispatcher,
  workspaceId: string,
  { cleared, claimId }: Taken,
  done: (messageId: string) => void,
): Promise<void> {
  await inParallel(cleared, cleared.length, (each) =>
    send(dispatcher, workspaceId, each, claimId).finally(() => done(each.message.id)),
  )
}

async function send(
  { engine, sender, results, lastLooks: looks }: Dispatcher,
  workspaceId: string,
  cleared: Cleared,
  claimId: string,
): Promise<void> {
  const rendered = await renderOrFail(engine, workspaceId, cleared, claimId, sender)
  if (!rendered) return
  const { mail, version } = rendered
  if (!(await looks.do(workspaceId, cleared.message.id)))
    return takeBack(engine, workspaceId, cleared, claimId)
  await failpoint('send.before')
  const { attemptId, providers } = cleared
  const scope = { workspaceId, sql: engine.sql }
  const { delivery, unavailable } = await deliverInOrder(providers, mail, (id) =>
    noteProvider(scope, attemptId, id),
  )
  await failpoint('send.after')
  if (unavailable.length > 0) await tellUnavailable(engine, workspaceId, cleared, unavailable)
  await results.do(workspaceId, { claimId, cleared, mail, version, delivery })
  engine.meter.mail(delivery.result === 'refused' ? `refused-${delivery.class}` : delivery.result)
}

async function renderOrFail(
  engine: Engine,
  workspaceId: string,
  cleared: Cleared,
  claimId: string,
  sender: Sender,
): Promise<{ mail: WrittenMail; version: FrozenMail } | undefined> {
  try {
    const { mail: version } = cleared
    if (!version)
      throw new AppError('internal', 'This version of the mail has no text in that language.')
    return { mail: await renderMessage(cleared, version, workspaceId, sender), version }
  } catch (error) {
    const { details } = AppError.from(error)
    engine.log.warn(
      { workspaceId, messageId: cleared.message.id, err: error },
      'a mail could not be made',
    )
    const reason = typeof details.reason === 'string' ? details.reason : 'render-failed'
    const claimed = { messageId: cleared.message.id, claimId }
    engine.meter.mail('not-rendered')
    await inTransaction({ workspaceId, sql: engine.sql }, (tx) => failMessage(tx, claimed, reason))
    return undefined
  }
}
