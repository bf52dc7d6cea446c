import type { FlowStats } from '../api/types'

/** The widest path and the fullest wait of a scenario, that all others are measured by. */
export interface LiveScale {
  exit: number
  waiting: number
}

const known = new WeakMap<FlowStats, LiveScale>()

/** Reckoned once for each answer, though every card and path asks. */
export function liveScale(stats: FlowStats): LiveScale {
  const kept = known.get(stats)
  if (kept) return kept
  const nodes = Object.values(stats.nodes)
  const scale = {
    exit: Math.max(0, ...nodes.flatMap(({ exits }) => Object.values(exits))),
    waiting: Math.max(0, ...nodes.map(({ waiting }) => waiting)),
  }
  known.set(stats, scale)
  return scale
}

const MIN_PX = 1
const MAX_PX = 6

/** How wide a path is drawn, in pixels, by the people who took it: 1 for nobody, 6 for the busiest. */
export const flowWidth = (people: number, { exit }: Pick<LiveScale, 'exit'>): number =>
  exit === 0 ? MIN_PX : MIN_PX + (MAX_PX - MIN_PX) * (people / exit)

/** How warm a step is, from 0 to 1, by the people who wait at it. */
export const heatOf = (waiting: number, scale: Pick<LiveScale, 'waiting'>): number =>
  scale.waiting === 0 ? 0 : waiting / scale.waiting
