import type { PastEntries } from '@relance/core/plan/compile-facts'
import { readPastEntries } from '../backtest/read-past-entries'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { StoredMailBlock } from '../mail-block/mail-block'
import { readMailBlocks } from '../mail-block/read-mail-blocks'
import type { MailSources } from '../mail-template/mail-template'
import type { SenderSettings } from '../workspace/workspace'
import { type PeopleAtLimit, peopleAtLimit } from './people-at-limit'
import { peopleByNode } from './people-by-node'

/** What the compiler asks of a workspace, as the database knows it. */
export interface WorkspaceFacts {
  mails: { id: string; name: string; version: number; deleted: boolean; sources: MailSources }[]
  /** Blocks that mails may name, by key. */
  blocks: Map<string, StoredMailBlock>
  offers: { id: string; name: string; validFor: string }[]
  segments: { id: string; name: string }[]
  events: string[]
  fields: string[]
  peopleAt: Record<string, number>
  fullAt: PeopleAtLimit
  pastEntries: PastEntries | null
  sender: SenderSettings
  /** The domain our key was found at. */
  signingDomain: string | null
  clockKind: 'real' | 'test'
  timeZone: string
}

/**
 * Reads, in one transaction, what a flow's draft is checked against.
 * @param mailIds the mails the draft names
 * @param countsPeople whether to look at the people inside; tips speak of them, what must be fixed does not
 */
export const readCompileFacts = (
  scope: Scope | Tx,
  flowId: string,
  mailIds: string[],
  { countsPeople }: { countsPeople: boolean },
): Promise<WorkspaceFacts> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId } = tx
    const [
      mails,
      blocks,
      offers,
      segments,
      events,
      fields,
      people,
      fullAt,
      pastEntries,
      workspaces,
      clock,
    ] = await Promise.all([
      sql<WorkspaceFacts['mails']>`
        select id, name, latest as version, deleted_at is not null as deleted, sources from mail_templates
        where workspace_id = ${workspaceId} and id::text = any(${mailIds})`,
      readMailBlocks(tx),
      sql<WorkspaceFacts['offers']>`
        select id, name, valid_for as "validFor" from offers where workspace_id = ${workspaceId}`,
      sql<WorkspaceFacts['segments']>`
        select id, name from segments where workspace_id = ${workspaceId} and archived_at is null`,
      sql<{ name: string }[]>`select name from event_names where workspace_id = ${workspaceId}`,
      sql<
        { field: string }[]
      >`select field from contact_fields where workspace_id = ${workspaceId}`,
      countsPeople ? peopleByNode(tx, flowId) : [],
      countsPeople ? peopleAtLimit(tx, flowId) : {},
      countsPeople ? readPastEntries(tx, flowId) : null,
      sql<Pick<WorkspaceFacts, 'sender' | 'signingDomain'>[]>`
        select coalesce(settings -> 'sender', '{}') as sender, settings ->> 'signingDomain' as "signingDomain"
        from workspaces where id = ${workspaceId}`,
      getClock(tx),
    ])
    return {
      mails,
      blocks,
      offers,
      segments,
      events: events.map(({ name }) => name),
      fields: fields.map(({ field }) => field),
      peopleAt: Object.fromEntries(people.map(({ nodeId, people: n }) => [nodeId, n])),
      fullAt,
      pastEntries,
      sender: workspaces[0]?.sender ?? {},
      signingDomain: workspaces[0]?.signingDomain ?? null,
      clockKind: clock.kind,
      timeZone: clock.timeZone,
    }
  })
