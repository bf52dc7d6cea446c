import { type PaceChoice, paceOf } from '@relance/core/sending/pace'
import type { Wave } from '@relance/core/sending/waves'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import { planLarge } from '../connection/plan-large'
import type { Scope, Tx } from '../connection/scope'
import { expectedEnd } from './expected-end'
import { type SendingOutcome, toldPeople } from './told-people'

/** One sending, and how far it has come. Everybody who entered is in exactly one of sent … left. */
export interface SendingProgress {
  id: string
  flowId: string
  version: number
  /** What the schedule calls it. */
  at: Date
  beganAt: Date
  state: 'waiting' | 'taking' | 'sending' | 'paused' | 'done' | 'cancelled'
  /** How many the audience held when it began. */
  total: number
  /** Handed over so far. Entered, and turned away at the door: of these. */
  queued: number
  entered: number
  notEntered: number
  sent: number
  /** Held by the gate, or by a pause. */
  held: number
  /** On the way: at the step, in the queue, at the mail server. */
  underway: number
  /** Not sent to for good, by reason: already-customer, no-consent, cap … */
  refused: Record<string, number>
  failed: number
  /** Entered, and left before anything was asked to be sent. */
  left: number
  /** How many a cancellation spared. */
  cancelled: number
  /** Whom it did not let in, and whom it spared, is known by name. */
  namesMissed: boolean
  firstSentAt: Date | null
  lastSentAt: Date | null
  /** When the last of them will have been sent to, as far as that can be told. */
  expectedEndAt: Date | null
}

interface SendingRow
  extends Omit<SendingProgress, 'refused' | 'state' | 'notEntered' | 'expectedEndAt'> {
  next: string | null
  isPaused: boolean
  queuedAt: Date | null
  cancelledAt: Date | null
  waiting: number
  waves: Wave[]
  /** Of its schedule: the wave under way, null once everybody has been handed over; how many are in; the pace's beginning. */
  wave: number | null
  taken: number | null
  pacedFrom: Date | null
  trigger: PaceChoice
}

/** The latest sendings of a flow, newest first, at most `limit`. */
export const listSendings = (
  scope: Scope | Tx,
  flowId: string,
  limit = 20,
): Promise<SendingProgress[]> =>
  inTransaction(scope, async (tx) => {
    await planLarge(tx)
    const rows = await tx.sql<SendingRow[]>`
      select s.id, s.flow_id as "flowId", s.version, s.at, s.began_at as "beganAt", s.total, s.queued,
        s.queued_at as "queuedAt", s.cancelled_at as "cancelledAt", coalesce(s.cancelled, 0) as cancelled,
        s.names_missed as "namesMissed",
        lead(s.id) over (order by s.id) as next, f.status = 'paused' as "isPaused",
        s.waves, c.wave, c.taken, c.paced_from as "pacedFrom",
        v.plan #> array['nodes', v.plan ->> 'entry', 'config'] as trigger,
        (select count(*)::int from due_queue q where q.workspace_id = s.workspace_id and q.rule_id = s.rule_id
          and q.crossing = s.at and (q.handled_at is null or q.outcome = 'paused')) as waiting
      from sendings s join flows f on f.workspace_id = s.workspace_id and f.id = s.flow_id
      join flow_versions v on v.workspace_id = s.workspace_id and v.flow_id = s.flow_id and v.version = s.version
      left join schedules c on c.workspace_id = s.workspace_id and c.rule_id = s.rule_id and c.running_at = s.at
      where s.workspace_id = ${tx.workspaceId} and s.flow_id = ${flowId} order by s.id desc limit ${limit}`
    const { now } = await getClock(tx)
    const progress: SendingProgress[] = []
    for (const row of rows) progress.push(await progressOf(tx, row, now))
    return progress
  })

async function progressOf(tx: Tx, row: SendingRow, now: Date): Promise<SendingProgress> {
  const {
    next,
    isPaused,
    queuedAt,
    cancelledAt,
    waiting,
    waves,
    wave,
    taken,
    pacedFrom,
    trigger,
    ...sending
  } = row
  const came = await countByOutcome(tx, row)
  const refused: Record<string, number> = {}
  const sums = { entered: 0, sent: 0, held: 0, underway: 0, failed: 0, left: 0, spared: 0 }
  let sentAt: { first: Date | null; last: Date | null } = { first: null, last: null }
  for (const { outcome, reason, people, first, last } of came) {
    sums.entered += people
    if (outcome === 'refused')
      refused[reason ?? 'ended'] = (refused[reason ?? 'ended'] ?? 0) + people
    else sums[outcome] += people
    if (outcome === 'sent') sentAt = { first, last }
  }
  const isOver = sums.held + sums.underway === 0
  const isIn = queuedAt !== null && waiting === 0
  const { spared, ...counted } = sums
  const missed = sending.namesMissed
    ? await countMissed(tx, sending.id)
    : missedBefore(row, sums.entered)
  const progress = {
    ...{ ...sending, ...counted, refused, notEntered: missed.notEntered },
    cancelled: sending.namesMissed ? missed.spared + spared : sending.cancelled,
    state: cancelledAt
      ? 'cancelled'
      : isIn && isOver
        ? 'done'
        : isPaused
          ? 'paused'
          : going(row, now),
    ...{ firstSentAt: sentAt.first, lastSentAt: sentAt.last },
  } satisfies Omit<SendingProgress, 'expectedEndAt'>
  const pace = paceOf(trigger, sending.total)
  const standing = wave === null ? null : { wave, taken: taken ?? 0, pacedFrom }
  return { ...progress, expectedEndAt: expectedEnd(progress, { waves, pace, standing, now }) }
}

/** Of a sending that began before those people were kept: reckoned from how many were handed over. */
function missedBefore(
  { queued, waiting, cancelled, cancelledAt }: SendingRow,
  entered: number,
): { notEntered: number; spared: number } {
  const notEntered = queued - waiting - entered - (cancelledAt ? cancelled : 0)
  return { notEntered: Math.max(0, notEntered), spared: cancelled }
}

/** How far one that is under way has come. */
function going({ waves, queuedAt, waiting }: SendingRow, now: Date) {
  const [first] = waves
  if (first && new Date(first.at) > now) return 'waiting'
  return queuedAt !== null && waiting === 0 ? 'sending' : 'taking'
}

interface Came {
  outcome: SendingOutcome
  reason: string | null
  people: number
  first: Date | null
  last: Date | null
}

/** What became of those who entered by a sending. */
const countByOutcome = (tx: Tx, row: SendingRow) => tx.sql<Came[]>`
  with told as (${toldPeople(tx, row)})
  select outcome, reason, count(*)::int as people, min(at) as first, max(at) as last from told group by 1, 2`

/** Those who were not let in: turned away, or spared. */
async function countMissed({ sql, workspaceId }: Tx, sendingId: string) {
  const [row] = await sql<{ notEntered: number; spared: number }[]>`
    select count(*) filter (where reason <> 'cancelled')::int as "notEntered",
      count(*) filter (where reason = 'cancelled')::int as spared
    from sending_missed where workspace_id = ${workspaceId} and sending_id = ${sendingId}`
  return row ?? { notEntered: 0, spared: 0 }
}
