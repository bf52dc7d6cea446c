import { pressureSettings } from '@relance/core/pressure/pressure-settings'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { loadMailData } from '../contact/load-mail-data'
import { getMailSender } from '../workspace/get-mail-sender'

/** What a person of the shop needs to know of an answer to a message. */
export interface Answered {
  /** Who answers for the shop; null where the workspace has not said. */
  desk: string | null
  /** What the workspace's mails are from; null where it has not said. */
  sender: string | null
  /** The workspace's, such as `fr`. */
  locale: string
  flowName: string
  subject: string
  /** So long the scenario's commercial mails wait at most for somebody to see to it. */
  holdHours: number
  cart: Awaited<ReturnType<typeof loadMailData>>['cart']
}

/** Null where the message is gone. */
export const loadAnswered = (
  scope: Scope | Tx,
  { messageId, contactId }: { messageId: string; contactId: string },
): Promise<Answered | null> =>
  inTransaction(scope, async (tx) => {
    const [row] = await tx.sql<
      { locale: string; flowName: string; subject: string | null; cartId: string | null }[]
    >`
      select w.locale, f.name as "flowName", m.subject, e.entry_data ->> 'cart_id' as "cartId"
      from messages m
      join workspaces w on w.id = m.workspace_id
      join flows f on f.workspace_id = m.workspace_id and f.id = m.flow_id
      join enrolments e on e.workspace_id = m.workspace_id and e.id = m.enrolment_id
      where m.workspace_id = ${tx.workspaceId} and m.id = ${messageId}`
    if (!row) return null
    const { cartId, subject, ...known } = row
    const told = await getMailSender(tx)
    const said = told?.settings.sender as { address?: string; replyTo?: string } | undefined
    const { cart } = await loadMailData(tx, contactId, {
      ...{ cartId, recommends: false, describes: false },
    })
    const sender = said?.address ?? null
    const { replyHoldHours: holdHours } = pressureSettings.parse(told?.settings.pressure ?? {})
    return {
      ...known,
      subject: subject ?? '',
      desk: said?.replyTo ?? sender,
      sender,
      holdHours,
      cart,
    }
  })
