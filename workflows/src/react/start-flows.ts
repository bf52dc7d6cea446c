import type { Plan } from '@relance/core/plan/plan'
import { matchProperties } from '@relance/core/rule/match-properties'
import type { Rule } from '@relance/core/rule/rule'
import { dropLine } from '@relance/core/score/drop-line'
import type { WorkspaceClock } from '@relance/db/clock/workspace-clock'
import type { Tx } from '@relance/db/connection/scope'
import type { QueuedEvent } from '@relance/db/event/queued-event'
import { liveVersions } from '@relance/db/flow/live-flows'
import { hasDropped } from '@relance/db/score/has-dropped'
import type { Engine } from '../burst/engine'
import { enrol } from '../burst/enrol'

/** A fact this old starts nothing: a confirmation a day late is a nuisance. */
const TOO_LATE_MS = 86_400_000

/** Enrols the contact in each live flow whose trigger this event is. */
export async function startFlows(
  engine: Engine,
  tx: Tx,
  clock: WorkspaceClock,
  contactId: string,
  event: QueuedEvent,
  keys: string[],
): Promise<void> {
  if (event.at.getTime() < clock.now.getTime() - TOO_LATE_MS) return
  for (const { flowId, version } of await liveVersions(tx)) {
    const plan = await engine.plans.get(tx, flowId, version)
    const trigger = plan.nodes[plan.entry]
    if (trigger?.type === 'on-score-drop') {
      await enrolDropped(engine, tx, clock, plan, { contactId, event })
      continue
    }
    if (trigger?.type !== 'on-event' || !keys.includes(String(trigger.config.event))) continue
    if (
      !matchProperties(trigger.config.where as Rule | null | undefined, event.properties, clock.now)
    )
      continue
    await enrol(engine, tx, clock, {
      plan,
      contactId,
      key: entryKey(event, plan.settings.reentry.mode),
      anchorAt: event.at,
      data: event.properties,
      cause: { code: 'entered-by-event', params: { event: event.name } },
    })
  }
}

/** Enrols the contact where the event tells of a drop as deep as the trigger asks for. */
async function enrolDropped(
  engine: Engine,
  tx: Tx,
  clock: WorkspaceClock,
  plan: Plan,
  { contactId, event }: { contactId: string; event: QueuedEvent },
): Promise<void> {
  const line = dropLine.parse(plan.nodes[plan.entry]?.config)
  const timeZone = plan.settings.timeZone ?? clock.timeZone
  if (!(await hasDropped(tx, contactId, event, line, timeZone))) return
  const { dimension, from, to } = event.properties
  const told = (value: unknown) =>
    dimension === 'percentile' ? `${Math.round(Number(value) * 100)} %` : Number(value)
  await enrol(engine, tx, clock, {
    ...{ plan, contactId, key: `event:${event.id}`, anchorAt: event.at, data: event.properties },
    cause: { code: 'entered-by-score-drop', params: { from: told(from), to: told(to) } },
  })
}

/** What makes an entry one: with "once per key" the order or cart that the event is about, else the event. */
function entryKey({ id, properties }: QueuedEvent, mode: string): string {
  const named = ['order_id', 'cart_id', 'checkout_id', 'subscription_id', 'key'].find(
    (name) => properties[name],
  )
  if (mode !== 'per-key' || !named) return `event:${id}`
  return `${named.replace('_id', '')}:${String(properties[named])}`
}
