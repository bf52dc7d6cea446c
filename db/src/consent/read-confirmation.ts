import { AppError } from '@relance/core/error/app-error'
import { CONFIRMABLE_DAYS } from '@relance/core/preference/consent-events'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** What the page behind a confirmation's link shows. */
export interface Confirmation {
  /** `open`: asked within the last 30 days and not confirmed; `given`: emails are allowed; `none`: neither. */
  state: 'open' | 'given' | 'none'
  /** What was agreed to, or its version, as the site sent it. */
  wording: string | null
  /** The workspace's colours of buttons and what stands on them, where it has set them. */
  accent: string | null
  onAccent: string | null
}

/** Whether a yes to emails waits to be confirmed. Throws AppError not-found. */
export const readConfirmation = (scope: Scope | Tx, contactId: string): Promise<Confirmation> =>
  inTransaction(scope, async (tx) => {
    const [row] = await tx.sql<
      (Omit<Confirmation, 'state'> & { given: boolean; asked: boolean })[]
    >`
      select l.wording, l.at is not null as asked, w.settings #>> '{shop,brand,accent}' as accent,
        w.settings #>> '{shop,brand,on_accent}' as "onAccent", exists (
          select 1 from consents n where n.workspace_id = c.workspace_id and n.contact_id = c.id
            and n.channel = 'email' and n.state = 'given') as given
      from contacts c join workspaces w on w.id = c.workspace_id
      left join lateral (
        select wording, at from consent_log l where l.workspace_id = c.workspace_id and l.contact_id = c.id
          and l.channel = 'email' and l.state = 'asked'
          and l.at > workspace_now(w.id) - make_interval(days => ${CONFIRMABLE_DAYS})
        order by at desc limit 1) l on true
      where c.workspace_id = ${tx.workspaceId} and c.id = ${contactId}`
    if (!row) throw new AppError('not-found', 'This contact does not exist.')
    const { given, asked, ...rest } = row
    return { ...rest, state: given ? 'given' : asked ? 'open' : 'none' }
  })
