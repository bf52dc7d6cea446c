import type { Rung } from '@relance/core/activity/ladder'
import type { Tx } from '../connection/scope'
import { STARTED_DECLINING } from '../contact/contact-state'
import { type OwnEvent, recordEvent } from '../event/record-event'
import { type CrossedGap, crossedGap } from './crossed-gap'
import { type Crossed, crossedRung } from './crossed-rung'
import { lookAgain, lookUntil } from './look-again'
import type { TakenLine } from './take-activity-line'

const BATCH = 1_000

const BEFORE = { 'at-risk': 'active', dormant: 'at-risk', lost: 'dormant' } as const

/** Where a look goes on: between which instants, and past whom. */
function rangeOf(taken: TakenLine) {
  const { watermark, cursorAt, cursorContact } = taken.line
  return {
    after: watermark,
    until: lookUntil(taken),
    cursor: cursorAt && cursorContact ? { at: cursorAt, contactId: cursorContact } : null,
    limit: BATCH,
  }
}

const rungOf = (line: Exclude<TakenLine['line']['line'], 'decline'>) =>
  line === 'at-risk-day' ? 'at-risk' : line

/** Who has crossed the line since it last looked: one batch, longest silent first. */
const crossedLine = (tx: Tx, taken: TakenLine): Promise<Crossed[]> =>
  taken.line.line === 'decline'
    ? crossedGap(tx, rangeOf(taken))
    : crossedRung(tx, { rung: rungOf(taken.line.line), ...rangeOf(taken) })

/** Of the next batch, those of whom events wait to be taken in: they may not be silent at all. */
export async function unheardOf(tx: Tx, taken: TakenLine): Promise<string[]> {
  const { sql, workspaceId } = tx
  const [busy] = await sql`
    select 1 from event_queue where workspace_id = ${workspaceId} and state = 'waiting' limit 1`
  if (!busy) return []
  const crossed = await crossedLine(tx, taken)
  const rows = await sql<{ contactId: string }[]>`
    select distinct contact_id as "contactId" from event_queue
    where workspace_id = ${workspaceId} and state = 'waiting'
      and contact_id = any(${crossed.map(({ contactId }) => contactId)}::uuid[])`
  return rows.map(({ contactId }) => contactId)
}

/**
 * Takes one batch of those who have crossed a line, and notes how far it has looked. A rung leaves a move and an
 * `Activity Changed` of the instant it was reached; the daily look a `Became At Risk`, once for each crossing; a gap
 * too long a `Started Declining`, unless they were said to decline already.
 * @returns how many; less than a batch when all were found
 */
export async function lookAtLine(tx: Tx, taken: TakenLine): Promise<number> {
  const { line } = taken.line
  const crossed =
    line === 'decline' ? await declineNow(tx, taken) : await silenceNow(tx, taken, line)
  const last = crossed.length === BATCH ? crossed.at(-1) : undefined
  await lookAgain(tx, taken, last ? { at: last.exactly, contactId: last.contactId } : null)
  return crossed.length
}

async function declineNow(tx: Tx, taken: TakenLine): Promise<Crossed[]> {
  const crossed = await crossedGap(tx, rangeOf(taken))
  await tell(tx, crossed.filter(({ reason }) => reason !== null).map(declined))
  return crossed
}

const declined = ({ contactId, at, reason, before }: CrossedGap): OwnEvent => ({
  contactId,
  name: before === null ? STARTED_DECLINING : 'Activity Changed',
  properties: { reason },
  at,
})

async function silenceNow(tx: Tx, taken: TakenLine, line: Exclude<Rung, 'active'> | 'at-risk-day') {
  const range = rangeOf(taken)
  const crossed = await crossedRung(tx, { rung: rungOf(line), ...range })
  if (line !== 'at-risk-day') await move(tx, crossed, line)
  else {
    const atRisk = ({ contactId, activeAt }: Crossed): OwnEvent => ({
      contactId,
      name: 'Became At Risk',
      properties: { last_interaction_at: activeAt.toISOString() },
      at: range.until,
    })
    await tell(tx, crossed.map(atRisk))
  }
  return crossed
}

async function move(tx: Tx, crossed: Crossed[], to: Exclude<Rung, 'active'>): Promise<void> {
  if (crossed.length === 0) return
  const from = BEFORE[to]
  await tx.sql`
    insert into ladder_moves (workspace_id, contact_id, at, from_rung, to_rung)
    select ${tx.workspaceId}, "contactId", at, ${from}, ${to}
    from jsonb_to_recordset(${JSON.stringify(crossed)}::jsonb) as c("contactId" uuid, at timestamptz)
    on conflict do nothing`
  const changed = ({ contactId, at }: Crossed): OwnEvent => ({
    contactId,
    name: 'Activity Changed',
    properties: { from, to },
    at,
  })
  await tell(tx, crossed.map(changed))
}

/** Always taken in, also where no scenario listens: rules that name a rung are asked again. */
const tell = (tx: Tx, events: OwnEvent[]) =>
  Promise.all(events.map((event) => recordEvent(tx, event, { always: true })))
