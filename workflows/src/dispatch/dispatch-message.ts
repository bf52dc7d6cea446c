import { deliverInOrder } from '@relance/channels/email/deliver-in-order'
import type { EmailMessage } from '@relance/channels/email/email-message'
import type { EmailTransport } from '@relance/channels/email/transport'
import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { singly } from '@relance/db/connection/singly'
import type { Message } from '@relance/db/message/message'
import { failMessage } from '@relance/db/message/settle-message'
import { noteProvider } from '@relance/db/sender/note-provider'
import type { Engine } from '../burst/engine'
import { failpoint } from '../failpoint/failpoint'
import { inParallel } from '../loops/loop'
import { type ChooseProviders, type Cleared, gate } from './gate'
import { providersFor } from './providers'
import type { recordResults } from './record-result'
import { type DispatchSettings, renderMessage } from './render-message'
import { tellUnavailable } from './tell-unavailable'

export interface Sender extends DispatchSettings {
  transport: EmailTransport
}

/** Of one worker: what it sends with, and where results go. */
export interface Dispatcher {
  engine: Engine
  sender: Sender
  results: ReturnType<typeof recordResults>
}

/**
 * Claimed messages: gate together, then each is rendered, handed over and recorded by itself. What breaks for one
 * person fails that message alone.
 * @param done told of each as soon as it is over, whatever came of it
 */
export async function dispatchMessages(
  dispatcher: Dispatcher,
  workspaceId: string,
  { messages, claimId }: { messages: Message[]; claimId: string },
  done: (messageId: string) => void,
): Promise<void> {
  const { engine, sender } = dispatcher
  const choose: ChooseProviders = (facts) => providersFor(sender.transport, facts)
  const gates = await singly(
    messages,
    (message) => gate(engine, workspaceId, [message], claimId, choose),
    async () => [await gate(engine, workspaceId, messages, claimId, choose)],
  )
  const failure = gates.find((answer) => answer instanceof Error)
  const cleared = gates.flatMap((answer) => (answer instanceof Error ? [] : answer))
  const mayGo = new Set(cleared.map(({ message }) => message.id))
  for (const { id } of messages) if (!mayGo.has(id)) done(id)
  await inParallel(cleared, cleared.length, (each) =>
    send(dispatcher, workspaceId, each, claimId).finally(() => done(each.message.id)),
  )
  if (failure) throw failure
}

async function send(
  { engine, sender, results }: Dispatcher,
  workspaceId: string,
  cleared: Cleared,
  claimId: string,
): Promise<void> {
  const mail = await renderOrFail(engine, workspaceId, cleared, claimId, sender)
  if (!mail) return
  await failpoint('send.before')
  const { attemptId, providers } = cleared
  const scope = { workspaceId, sql: engine.sql }
  const { delivery, unavailable } = await deliverInOrder(providers, mail, (id) =>
    noteProvider(scope, attemptId, id),
  )
  await failpoint('send.after')
  if (unavailable.length > 0) await tellUnavailable(engine, workspaceId, cleared, unavailable)
  await results.do(workspaceId, { claimId, cleared, mail, delivery })
  engine.meter.mail(delivery.result === 'refused' ? `refused-${delivery.class}` : delivery.result)
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
    engine.meter.mail('not-rendered')
    await inTransaction({ workspaceId, sql: engine.sql }, (tx) => failMessage(tx, claimed, reason))
    return undefined
  }
}
