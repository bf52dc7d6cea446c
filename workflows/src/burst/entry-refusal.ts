import { hasServiceMail } from '@relance/core/plan/has-service-mail'
import type { Plan } from '@relance/core/plan/plan'
import type { Rule } from '@relance/core/rule/rule'
import { addTo } from '@relance/core/time/add-to'
import type { WorkspaceClock } from '@relance/db/clock/workspace-clock'
import type { Tx } from '@relance/db/connection/scope'
import { checkReachable } from '@relance/db/contact/check-reachable'
import type { Entry } from '@relance/db/enrolment/last-entry'
import { askRule } from '@relance/db/rule/ask-rule'
import type { Note } from '@relance/nodes/kit/step'
import type { Candidate } from './candidate'

export type EntryOutcome = 'entered' | 'filter' | 'reentry' | 'unreachable'

/** An entry that is refused, in words, with what the filter saw. */
export type Refusal = {
  outcome: EntryOutcome
  note: Note
  seen?: Awaited<ReturnType<typeof askRule>>['seen']
}

/** Why a contact may not enter now, asked in the order of re-entry, reach and the trigger's filter; null: they may. */
export async function entryRefusal(
  tx: Tx,
  clock: WorkspaceClock,
  who: Candidate,
  last: Entry | undefined,
): Promise<Refusal | null> {
  const { plan, contactId } = who
  const again = !who.atOnce && reentryRefusal(plan, clock, last)
  if (again) return again
  if (who.mustBeReachable) {
    const reach = await checkReachable(tx, contactId, 'email', {
      service: hasServiceMail(plan),
    })
    if ('reason' in reach) {
      return {
        outcome: 'unreachable',
        note: { code: 'not-entered-unreachable', params: { reason: reach.reason } },
      }
    }
  }
  const rule = filterOf(plan)
  if (!rule) return null
  const answer = await askRule(tx, rule, {
    contactId,
    now: clock.now,
    timeZone: plan.settings.timeZone ?? clock.timeZone,
  })
  return answer.holds
    ? null
    : { outcome: 'filter', note: { code: 'not-entered-filter' }, seen: answer.seen }
}

function reentryRefusal(
  plan: Plan,
  clock: WorkspaceClock,
  last: Entry | undefined,
): Refusal | null {
  if (!last) return null
  const { mode, after } = plan.settings.reentry
  if (last.openWithKey || (mode !== 'per-key' && last.open)) {
    return { outcome: 'reentry', note: { code: 'not-entered-open-run' } }
  }
  const free =
    mode === 'per-key'
      ? !last.withKey
      : mode === 'after' && after
        ? addTo(last.enteredAt, after, plan.settings.timeZone ?? clock.timeZone) <= clock.now
        : false
  return free ? null : { outcome: 'reentry', note: { code: 'not-entered-reentry' } }
}

/** The trigger's filter, if it has one. */
function filterOf(plan: Plan): Rule | null {
  const filter = plan.nodes[plan.entry]?.config.filter
  return (filter as Rule | null | undefined) ?? null
}
