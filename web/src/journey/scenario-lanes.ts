import { edgeKey } from '@relance/core/graph/graph'
import { duration as isoDuration } from '@relance/core/time/duration'
import { Temporal } from 'temporal-polyfill'
import type { DraftContent } from '../canvas/document/draft-content'
import { outlineRows } from '../canvas/outline/outline-rows'
import { stepType } from '../canvas/step-types'

/** A line of a scenario's two sides: a step, or a way it parts into. */
export type ScenarioLine =
  | { kind: 'step'; id: string; number: number; after: number }
  | {
      kind: 'way'
      key: string
      from: string
      exit: string
      to: string | null
      number: number | null
    }

/** The shortest time from the start to each step, in seconds: waits for a length of time count whole, others not at all. */
function earliest({ nodes, edges }: DraftContent): Map<string, number> {
  const starts = Object.values(nodes).filter(({ type }) => stepType(type)?.category === 'trigger')
  const times = new Map(starts.map(({ id }) => [id, 0]))
  const open = starts.map(({ id }) => id)
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const node = nodes[id]
    if (!node) continue
    for (const { exit } of stepType(node.type)?.exits(node.config) ?? []) {
      const to = edges[edgeKey({ from: id, exit })]?.to
      if (to === undefined) continue
      const at = (times.get(id) ?? 0) + secondsOf(node.config, exit)
      if (at >= (times.get(to) ?? Number.POSITIVE_INFINITY)) continue
      times.set(to, at)
      open.push(to)
    }
  }
  return times
}

/** How long a step takes by one of its exits: a wait its length, a wait for something its longest where nothing came. */
function secondsOf(config: Readonly<Record<string, unknown>>, exit: string): number {
  const length = exit === 'timed-out' ? config.atMost : exit === 'done' ? config.for : undefined
  const read = isoDuration.safeParse(length)
  if (!read.success) return 0
  return Temporal.Duration.from(read.data).total({
    unit: 'seconds',
    relativeTo: '2026-01-01',
  })
}

/** A scenario as lines in reading order, each step with the time it may be reached at soonest. */
export function scenarioLines(content: DraftContent): ScenarioLine[] {
  const times = earliest(content)
  return outlineRows(content, []).flatMap((row): ScenarioLine[] => {
    if (row.kind === 'step')
      return [{ kind: 'step', id: row.id, number: row.number, after: times.get(row.id) ?? 0 }]
    const { key, from, exit } = row
    return [
      {
        kind: 'way',
        ...{ key, from, exit },
        to: row.kind === 'link' ? row.to : null,
        number: row.kind === 'link' ? row.number : null,
      },
    ]
  })
}
