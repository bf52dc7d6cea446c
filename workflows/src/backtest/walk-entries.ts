import type { Plan } from '@relance/core/plan/plan'
import { localDate } from '@relance/core/time/local-time'
import { pastEntries } from '@relance/db/backtest/past-entries'
import { getClock } from '@relance/db/clock/workspace-clock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import type { Engine } from '../burst/engine'
import type { Beginning } from '../rehearse/begin'
import type { Rehearsal } from '../rehearse/rehearsal'
import { rehearse } from '../rehearse/rehearse'
import { type Entered, mayEnter } from './may-enter'
import { occasionsOf } from './occasions'

/** An entry that was really made for the same reason is as old as the reckoned one, but for this. */
const SAME_MS = 2_000
/** One person enters so often at most: a scenario that lets in at every page is no measure of anything. */
const MOST_ENTRIES = 50

/** One entry somebody would have made: by which key, on which day of the calendar (`2026-03-02`), and how it went on. */
export interface WalkedEntry {
  key: string
  day: string
  path: Rehearsal
}

/** Walks one contact through every entry into a plan that they would have made within a time, one after the other. */
export async function walkEntries(
  engine: Engine,
  scope: Scope,
  { plan, from, until }: { plan: Plan; from: Date; until: Date },
  contactId: string,
): Promise<WalkedEntry[]> {
  const walked: WalkedEntry[] = []
  const trigger = plan.nodes[plan.entry]
  if (!trigger) return walked
  const { reentry, timeZone: own } = plan.settings
  const { timeZone, occasions, lived } = await inTransaction(scope, async (tx) => {
    const zone = own ?? (await getClock(tx)).timeZone
    const past = { from, until, timeZone: zone, mode: reentry.mode }
    return {
      timeZone: zone,
      occasions: await occasionsOf(tx, trigger, contactId, past),
      lived: await pastEntries(tx, plan.flowId, contactId),
    }
  })
  const before: Entered[] = lived.filter(({ enteredAt }) => enteredAt < from)
  const waiting: (Beginning & { atOnce?: boolean })[] = [...occasions]
  for (let n = 0; n < MOST_ENTRIES; n++) {
    const next = waiting.shift()
    if (!next) break
    const { at, key } = next
    if (!next.atOnce && !mayEnter(reentry, before, { key, at }, timeZone)) continue
    const real = lived.find((one) => Math.abs(one.enteredAt.getTime() - at.getTime()) < SAME_MS)
    const path = await rehearse(engine, scope, {
      ...{ plan, contactId, beginning: next, until, choices: {}, draws: false },
      runId: real?.id,
    })
    if (path.refused) continue
    walked.push({ key, path, day: localDate(at, timeZone).toString() })
    before.push({ key, enteredAt: at, endedAt: path.end?.at ?? null })
    const again = path.end?.detail && reentry.atOnceAfter.includes(path.end.detail)
    if (path.end && again && path.end.at > at && path.end.at < until)
      waiting.unshift({
        ...{ at: path.end.at, anchorAt: path.lastVisitAt ?? path.end.at, data: next.data },
        ...{ key: `again:${path.end.at.toISOString()}`, isAssumed: false, atOnce: true },
        cause: { code: 'entered-again', params: { detail: path.end.detail } },
      })
  }
  return walked
}
