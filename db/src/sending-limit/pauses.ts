import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { askHeldAgain } from '../pressure/ask-held-again'

export const pauseKinds = ['marketing', 'domain', 'import'] as const
export type PauseKind = (typeof pauseKinds)[number]

/** What led to a pause: complaints of deliveries, a server's code, or those of an import's first mails that came back for good. */
export interface PauseFacts {
  complaints?: number
  delivered?: number
  code?: string
  hard?: number
  sends?: number
}

/** Something that is not sent for a time. */
export interface SendingPause {
  kind: PauseKind
  /** The domain, or the id of the import; empty for all marketing. */
  subject: string
  facts: PauseFacts
  since: Date
  /** Null: until somebody lifts it. */
  until: Date | null
}

/** Begins a pause; one that is on stays as it is. */
export const pauseSending = async (tx: Tx, pause: SendingPause): Promise<void> =>
  void (await tx.sql`
    insert into sending_pauses as p (workspace_id, kind, subject, facts, since, until)
    values (${tx.workspaceId}, ${pause.kind}, ${pause.subject}, ${JSON.stringify(pause.facts)}::jsonb, ${pause.since},
      ${pause.until})
    on conflict (workspace_id, kind, subject) do update
      set facts = excluded.facts, since = excluded.since, until = excluded.until, lifted_at = null, lifted_by = null,
        lift_reason = null
      where p.lifted_at is not null or p.until <= excluded.since`)

/** A condition: this pause `p` is on at the workspace's now. */
export const isOn = ({ sql, workspaceId }: Pick<Tx, 'sql' | 'workspaceId'>) => sql`
  p.workspace_id = ${workspaceId} and p.lifted_at is null
  and (p.until is null or p.until > workspace_now(p.workspace_id))`

/** A pause as people see it. */
export interface ListedPause extends SendingPause {
  /** Of an import: its file. */
  fileName: string | null
}

/** The pauses that are on, the latest first. */
export const listPauses = async (tx: Tx): Promise<ListedPause[]> => [
  ...(await tx.sql<ListedPause[]>`
    select p.kind, p.subject, p.facts, p.since, p.until, (
      select i.file_name from imports i where p.kind = 'import' and i.workspace_id = p.workspace_id
        and i.id::text = p.subject) as "fileName"
    from sending_pauses p where ${isOn(tx)} order by p.since desc limit 100`),
]

/** What is lifted, and why: somebody must say so for an import, whose next mails may come back as well. */
export interface PauseToLift {
  kind: PauseKind
  subject: string
  reason?: string
}

/**
 * Lifts a pause: what it held is asked about again at once, and what led to it counts no more.
 * @throws AppError not-found where there is none, invalid where an import's has no reason
 */
export const liftPause = (
  scope: Scope,
  { kind, subject, reason = '' }: PauseToLift,
): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const { now } = await getClock(tx)
    if (kind === 'import' && reason.trim() === '')
      throw new AppError('invalid', 'Say why this list may be written to.', { field: 'reason' })
    const lifted = await tx.sql`
      update sending_pauses p set lifted_at = ${now}, lifted_by = ${scope.actor ?? null},
        lift_reason = ${reason.trim() || null}
      where ${isOn(tx)} and kind = ${kind} and subject = ${subject}
      returning p.kind`
    if (lifted.length === 0) throw new AppError('not-found', 'Nothing of this kind is paused.')
    await askHeldAgain(tx)
  })
