import type { Plan, PlanNode } from '@relance/core/plan/plan'
import { matchProperties } from '@relance/core/rule/match-properties'
import type { Rule } from '@relance/core/rule/rule'
import { dropLine } from '@relance/core/score/drop-line'
import type { WorkspaceClock } from '@relance/db/clock/workspace-clock'
import type { Tx } from '@relance/db/connection/scope'
import type { QueuedEvent } from '@relance/db/event/queued-event'
import { liveVersions } from '@relance/db/flow/live-flows'
import { hasDropped } from '@relance/db/score/has-dropped'
import type { Note } from '@relance/nodes/kit/step'
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
  const plans = await Promise.all(
    (await liveVersions(tx)).map(({ flowId, version }) => engine.plans.get(tx, flowId, version)),
  )
  // What limits leave room for is taken in this order.
  plans.sort((a, b) => b.settings.priority - a.settings.priority)
  for (const plan of plans) {
    const trigger = plan.nodes[plan.entry]
    if (trigger?.type === 'on-score-drop') {
      await enrolDropped(engine, tx, clock, plan, { contactId, event })
      continue
    }
    const cause = trigger && causeOf(trigger, event, keys, clock)
    if (!cause) continue
    await enrol(engine, tx, clock, {
      plan,
      contactId,
      key: entryKey(event, plan.settings.reentry.mode),
      anchorAt: event.at,
      data: event.properties,
      cause,
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

/** What of this event lets somebody in by a trigger; null where nothing does. */
function causeOf(
  { type, config }: PlanNode,
  { name, properties }: QueuedEvent,
  keys: string[],
  { now }: WorkspaceClock,
): Note | null {
  if (type === 'on-segment') {
    const wanted = config.change === 'leaves' ? 'Left Segment' : 'Entered Segment'
    if (name !== wanted || !keys.includes(`segment:${String(config.segment)}`)) return null
    const code = config.change === 'leaves' ? 'left-segment' : 'entered-segment'
    return { code, params: { name: String(properties.name) } }
  }
  if (type !== 'on-event' || !keys.includes(String(config.event))) return null
  const isMeant = matchProperties(config.where as Rule | null | undefined, properties, now)
  return isMeant ? { code: 'entered-by-event', params: { event: name } } : null
}

/** What makes an entry one: with "once per key" the order or cart that the event is about, else the event. */
export function entryKey(
  { id, properties }: Pick<QueuedEvent, 'id' | 'properties'>,
  mode: string,
): string {
  const named = ['order_id', 'cart_id', 'checkout_id', 'subscription_id', 'key'].find(
    (name) => properties[name],
  )
  if (mode !== 'per-key' || !named) return `event:${id}`
  return `${named.replace('_id', '')}:${String(properties[named])}`
}
