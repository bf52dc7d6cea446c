import type { Rule } from '@relance/core/rule/rule'
import type { Assumed } from '@relance/db/rehearsal/assume-event'
import type { Walk } from '../burst/walk'
import { nodeHere } from '../burst/walk'
import { satisfy } from './satisfy'
import type { Story } from './story'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** What is taken to come while somebody waits on into the unknown: nothing, or an event at an instant of the wait. */
export function assumeWait(story: Story, walk: Walk): Assumed | null {
  const { nodeId, visit, dueAt, enteredNodeAt, heldBy } = walk.enrolment
  const from = latest(story.presentAt, enteredNodeAt, walk.clock.now)
  if (heldBy !== null || (dueAt && dueAt <= from)) return null
  const options = ['nothing', ...comes(walk)]
  const turn = story.choices.filter((one) => one.kind === 'wait' && isHere(walk, one)).length
  const key = `${nodeId}:${visit}:wait:${turn + 1}`
  // A wait that starts again with each visit is asked about once more, not for ever.
  if (options.length === 1 || turn > 3) return null
  const until = dueAt ?? new Date(from.getTime() + DAY_MS)
  const hours = story.made[key]?.hours
  const at = new Date(
    Math.min(
      hours === undefined
        ? (from.getTime() + until.getTime()) / 2
        : from.getTime() + Math.max(hours, 0) * HOUR_MS,
      until.getTime() - 1,
    ),
  )
  const { is } = story.decide(
    {
      ...{ key, kind: 'wait', nodeId, visit, event: options[1] ?? null, leaf: null, options },
      ...{ from, until, at },
    },
    usual(story, walk, options),
  )
  return is === 'nothing' ? null : { name: is, at, properties: propertiesOf(walk, is) }
}

const isHere = ({ enrolment }: Walk, { nodeId, visit }: { nodeId: string; visit: number }) =>
  enrolment.nodeId === nodeId && enrolment.visit === visit

const latest = (...instants: Date[]) => new Date(Math.max(...instants.map((at) => at.getTime())))

/** The events that would move somebody on from here: what the step waits for, and the goal. */
function comes({ enrolment, plan }: Walk): string[] {
  const { goal } = plan.settings
  const listened = enrolment.nodeListens.filter((key) => !key.includes(':'))
  return [...new Set([...listened, ...(goal && goal !== 'none' ? [goal.event] : [])])]
}

/** A wait for an event goes by what most did; any other, by nothing. */
function usual({ habits }: Story, walk: Walk, [, event = 'nothing']: string[]) {
  const node = nodeHere(walk)
  const left = habits.exits[walk.enrolment.nodeId] ?? {}
  if (node.type !== 'wait-event') return { is: 'nothing', known: 0, did: 0 }
  const happened = left.happened ?? 0
  const known = happened + (left['timed-out'] ?? 0)
  const is = happened > known / 2 ? event : 'nothing'
  return { is, known, did: is === 'nothing' ? known - happened : happened }
}

function propertiesOf(walk: Walk, event: string): Record<string, unknown> {
  const { config, type } = nodeHere(walk)
  const { goal } = walk.plan.settings
  const about = walk.outlook?.sent.at(-1)
  return {
    ...(type === 'wait-event' && config.event === event
      ? satisfy(config.where as Rule | null | undefined)
      : goal && goal !== 'none' && goal.event === event
        ? satisfy(goal.where)
        : {}),
    ...(event.startsWith('Email ') && about
      ? { node_id: about.nodeId, enrolment_id: walk.enrolment.id, flow_id: walk.enrolment.flowId }
      : {}),
  }
}
