import { definitionOf } from '@relance/core/node/definition'
import type { Plan } from '@relance/core/plan/plan'
import { addTo } from '@relance/core/time/add-to'
import { definitions } from '@relance/nodes/definitions'

/** Triggers that go by a calendar: nobody enters just now. */
const BY_CALENDAR = ['on-schedule', 'on-date']

/**
 * The earliest instant at which somebody who enters now would get the first message of a plan, by its lengths of time
 * alone. Null where that hangs on what a person does or on a date, where nobody enters just now, and where nothing is
 * sent.
 */
export function firstMessageAt(plan: Plan, now: Date, timeZone: string): Date | null {
  if (BY_CALENDAR.includes(plan.nodes[plan.entry]?.type ?? '')) return null
  const { messages, openEnds } = reached(plan, now, timeZone)
  const [first] = messages.toSorted((one, other) => one.getTime() - other.getTime())
  // A wait of unknown length ends when it begins at the soonest: begun later, it leads to no earlier message.
  return first && openEnds.every((begun) => begun >= first) ? first : null
}

/** When each message is come to at the soonest, and when each wait begins whose end cannot be told. */
function reached(plan: Plan, now: Date, timeZone: string) {
  const soonest = new Map([[plan.entry, now]])
  const left = [plan.entry]
  const messages = new Map<string, Date>()
  const openEnds = new Map<string, Date>()
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const [node, at] = [plan.nodes[id], soonest.get(id)]
    if (!node || !at) continue
    const definition = definitionOf(definitions, node.type)
    if (definition?.category === 'message') {
      messages.set(id, at)
      continue
    }
    const { since, for: length } = node.config
    const isTold = node.type === 'wait-duration' && since === 'here'
    if (definition?.waits && !isTold) {
      openEnds.set(id, at)
      continue
    }
    const leaves = isTold ? addTo(at, String(length), timeZone) : at
    for (const { to } of Object.values(node.next)) {
      const known = soonest.get(to)
      if (known && known <= leaves) continue
      soonest.set(to, leaves)
      left.push(to)
    }
  }
  return { messages: [...messages.values()], openEnds: [...openEnds.values()] }
}
