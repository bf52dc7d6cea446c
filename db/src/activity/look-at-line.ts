import type { Rung } from '@relance/core/activity/ladder'
import type { Tx } from '../connection/scope'
import { recordEvent } from '../event/record-event'
import { type Crossed, crossedRung } from './crossed-rung'
import { lookAgain, lookUntil } from './look-again'
import type { TakenLine } from './take-activity-line'

const BATCH = 1_000

const BEFORE = { 'at-risk': 'active', dormant: 'at-risk', lost: 'dormant' } as const

/** Who has crossed the line since it last looked, one batch, oldest silence first. */
async function peekAtLine(tx: Tx, taken: TakenLine): Promise<Crossed[]> {
  const { line } = taken
  if (line.line === 'decline') return []
  const { cursorAt, cursorContact } = line
  return crossedRung(tx, {
    rung: line.line === 'at-risk-day' ? 'at-risk' : line.line,
    after: line.watermark,
    until: lookUntil(taken),
    cursor: cursorAt && cursorContact ? { at: cursorAt, contactId: cursorContact } : null,
    limit: BATCH,
  })
}

/** Of the next batch, those of whom events wait to be taken in: they may not be silent at all. */
export async function unheardOf(tx: Tx, taken: TakenLine): Promise<string[]> {
  const { sql, workspaceId } = tx
  const [busy] = await sql`
    select 1 from event_queue where workspace_id = ${workspaceId} and state = 'waiting' limit 1`
  if (!busy) return []
  const crossed = await peekAtLine(tx, taken)
  const rows = await sql<{ contactId: string }[]>`
    select distinct contact_id as "contactId" from event_queue
    where workspace_id = ${workspaceId} and state = 'waiting'
      and contact_id = any(${crossed.map(({ contactId }) => contactId)}::uuid[])`
  return rows.map(({ contactId }) => contactId)
}

/**
 * Takes one batch of those who have crossed a line, and notes how far it has looked. A rung leaves a move and an
 * `Activity Changed` of the instant it was reached; the daily look a `Became At Risk`, once for each crossing.
 * @returns how many; less than a batch when all were found
 */
export async function lookAtLine(tx: Tx, taken: TakenLine): Promise<number> {
  const crossed = await peekAtLine(tx, taken)
  const { line } = taken.line
  if (line === 'at-risk-day') await becomeAtRisk(tx, crossed, lookUntil(taken))
  else if (line !== 'decline') await move(tx, crossed, line)
  const last = crossed.length === BATCH ? crossed.at(-1) : undefined
  await lookAgain(tx, taken, last ? { at: last.activeAt, contactId: last.contactId } : null)
  return crossed.length
}

const becomeAtRisk = (tx: Tx, crossed: Crossed[], at: Date) =>
  Promise.all(
    crossed.map(({ contactId, activeAt }) => {
      const properties = { last_interaction_at: activeAt.toISOString() }
      return recordEvent(
        tx,
        { contactId, name: 'Became At Risk', properties, at },
        { always: true },
      )
    }),
  )

async function move(tx: Tx, crossed: Crossed[], to: Exclude<Rung, 'active'>): Promise<void> {
  if (crossed.length === 0) return
  const from = BEFORE[to]
  await tx.sql`
    insert into ladder_moves (workspace_id, contact_id, at, from_rung, to_rung)
    select ${tx.workspaceId}, "contactId", at, ${from}, ${to}
    from jsonb_to_recordset(${JSON.stringify(crossed)}::jsonb) as c("contactId" uuid, at timestamptz)
    on conflict do nothing`
  await Promise.all(
    crossed.map(({ contactId, at }) =>
      recordEvent(
        tx,
        { contactId, name: 'Activity Changed', properties: { from, to }, at },
        { always: true },
      ),
    ),
  )
}
