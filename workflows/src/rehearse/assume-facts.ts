import type { EventLeaf, Rule } from '@relance/core/rule/rule'
import { isEventLeaf } from '@relance/core/rule/rule-shape'
import { leavesOf } from '@relance/core/rule/walk-rule'
import { assumeEvent } from '@relance/db/rehearsal/assume-event'
import { askRule } from '@relance/db/rule/ask-rule'
import { ruleSubject } from '../burst/rule-subject'
import { nodeHere, type Walk } from '../burst/walk'
import { sameLeaf } from './same-leaf'
import { satisfy } from './satisfy'
import type { Story } from './story'

/** So many events are assumed of one leaf at most. */
const MOST_EVENTS = 20

/**
 * Before a condition is asked: of each event it asks for that nobody can know of yet, whether it has happened by
 * then. What is taken to have happened is stored, so that the condition finds it by itself.
 */
export async function assumeFacts(story: Story, walk: Walk): Promise<void> {
  const node = nodeHere(walk)
  if (node.type !== 'condition') return
  const branches = node.config.branches as { rule: Rule }[]
  const leaves = branches.flatMap(({ rule }) => leavesOf(rule).map(({ leaf }) => leaf))
  const seen: EventLeaf[] = []
  for (const leaf of leaves) {
    if (!isEventLeaf(leaf) || seen.some((one) => sameLeaf(one, leaf))) continue
    seen.push(leaf)
    await assumeFact(story, walk, leaf, seen.length)
  }
}

async function assumeFact(
  story: Story,
  walk: Walk,
  leaf: EventLeaf,
  ordinal: number,
): Promise<void> {
  const { nodeId, visit } = walk.enrolment
  const since = unknownSince(story, walk, leaf)
  if (!since || isGoal(walk, leaf)) return
  const { holds, seen } = await askRule(walk.tx, leaf, ruleSubject(walk))
  if (holds) return
  const key = `${nodeId}:${visit}:fact:${ordinal}`
  if (story.isDecided(key)) return
  const { now } = walk.clock
  // Half-way: after the mail it is about, before it is asked.
  const at = new Date((since.getTime() + now.getTime()) / 2)
  const { is } = story.decide(
    {
      ...{ key, kind: 'fact', nodeId, visit, event: leaf.event, leaf, options: ['yes', 'no'] },
      ...{ from: since, until: now, at },
    },
    usual(story, nodeId, leaf),
  )
  if (is !== 'yes') return
  const [first] = seen
  for (let n = missing(leaf, Number(first?.value ?? 0)); n > 0; n--) {
    const properties = propertiesOf(walk, leaf)
    await assumeEvent(walk.tx, walk.enrolment.contactId, { name: leaf.event, at, properties })
  }
}

/** From when on nobody can know of such an event, if before now; null: all of it is known. */
function unknownSince({ presentAt, run, sent }: Story, walk: Walk, leaf: EventLeaf): Date | null {
  const { now } = walk.clock
  if (leaf.since && !['entry', 'anchor'].includes(leaf.since) && !leftAt(walk, leaf.since))
    return null
  if (!leaf.of) return now > presentAt ? later(presentAt, leftAt(walk, leaf.since)) : null
  const about = [...sent, ...walk.messages].findLast(
    ({ nodeId, state, heldBy }) => nodeId === leaf.of && state === 'queued' && heldBy === null,
  )
  if (!about) return null
  const wasLived = run?.sentAt.includes(leaf.of) ?? false
  if (wasLived) return now > presentAt ? later(presentAt, about.queuedAt) : null
  return about.queuedAt < now ? about.queuedAt : null
}

const leftAt = ({ enrolment }: Walk, nodeId: string | undefined): Date | null => {
  const at = nodeId === undefined ? undefined : enrolment.path[nodeId]?.leftAt
  return at ? new Date(at) : null
}

const later = (one: Date, other: Date | null) => (other && other > one ? other : one)

/** Had it happened, the run would have ended by its goal before this. */
function isGoal({ plan }: Walk, { event }: EventLeaf): boolean {
  const { goal } = plan.settings
  return goal !== null && goal !== 'none' && goal.event === event && !goal.where
}

function usual({ habits }: Story, nodeId: string, leaf: EventLeaf) {
  const all = habits.leaves.filter((one) => one.nodeId === nodeId && sameLeaf(one.leaf, leaf))
  const known = all.reduce((sum, { asked }) => sum + asked, 0)
  const held = all.reduce((sum, one) => sum + one.held, 0)
  const is = held > known / 2 ? 'yes' : 'no'
  return { is, known, did: is === 'yes' ? held : known - held }
}

/** How many more events make the leaf hold. */
function missing({ count, sum }: EventLeaf, seen: number): number {
  if (sum || !count) return 1
  const wanted = count.op === '>' ? count.value + 1 : count.value
  return Math.min(Math.max(wanted - seen, 1), MOST_EVENTS)
}

function propertiesOf(walk: Walk, leaf: EventLeaf): Record<string, unknown> {
  const { id, flowId } = walk.enrolment
  return {
    ...satisfy(leaf.where),
    ...(leaf.sum ? { [leaf.sum.property]: leaf.sum.value } : {}),
    ...(leaf.of ? { node_id: leaf.of, enrolment_id: id, flow_id: flowId } : {}),
  }
}
