import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { askHeldAgain } from '../pressure/ask-held-again'

export const pauseKinds = ['marketing', 'domain'] as const
export type PauseKind = (typeof pauseKinds)[number]

/** What led to a pause: complaints of deliveries, or a server's code. */
export interface PauseFacts {
  complaints?: number
  delivered?: number
  code?: string
}

/** Something that is not sent for a time. */
export interface SendingPause {
  kind: PauseKind
  /** The domain; empty for all marketing. */
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
      set facts = excluded.facts, since = excluded.since, until = excluded.until, lifted_at = null
      where p.lifted_at is not null or p.until <= excluded.since`)

/** A condition: this pause `p` is on at the workspace's now. */
export const isOn = ({ sql, workspaceId }: Pick<Tx, 'sql' | 'workspaceId'>) => sql`
  p.workspace_id = ${workspaceId} and p.lifted_at is null
  and (p.until is null or p.until > workspace_now(p.workspace_id))`

/** The pauses that are on, the latest first. */
export const listPauses = async (tx: Tx): Promise<SendingPause[]> => [
  ...(await tx.sql<SendingPause[]>`
    select kind, subject, facts, since, until from sending_pauses p where ${isOn(tx)} order by since desc limit 100`),
]

/**
 * Lifts a pause: what it held is asked about again at once, and what led to it counts no more.
 * @throws AppError not-found where there is none
 */
export const liftPause = (
  scope: Scope,
  { kind, subject }: { kind: PauseKind; subject: string },
): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const { now } = await getClock(tx)
    const lifted = await tx.sql`
      update sending_pauses p set lifted_at = ${now} where ${isOn(tx)} and kind = ${kind} and subject = ${subject}
      returning p.kind`
    if (lifted.length === 0) throw new AppError('not-found', 'Nothing of this kind is paused.')
    await askHeldAgain(tx)
  })
