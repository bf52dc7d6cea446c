import type { Plan } from '@relance/core/plan/plan'
import { type BacktestFigures, NO_FIGURES, type NodeCounts } from '@relance/db/backtest/backtest'
import type { Rehearsal } from '../rehearse/rehearsal'

/** People whose names are kept beside the figures. */
const MOST_PEOPLE = 500

/** Figures with nobody in them yet: a step that nobody comes to says so, one that a plan has not is left out. */
export const noneYet = ({ nodes }: Plan): BacktestFigures => ({
  ...NO_FIGURES,
  nodes: Object.fromEntries(Object.keys(nodes).map((id) => [id, nobody()])),
})

/** Adds one person's path to the figures; `day` is that of their entry. */
export function countPath(figures: BacktestFigures, path: Rehearsal, day: string): void {
  figures.entered++
  figures.days[day] = (figures.days[day] ?? 0) + 1
  const hour = path.at.toISOString().slice(0, 'yyyy-mm-ddThh'.length)
  figures.hours[hour] = (figures.hours[hour] ?? 0) + 1
  if (path.isCutShort) figures.cutShort++
  if (figures.people.length < MOST_PEOPLE)
    figures.people.push({
      contactId: path.contactId,
      at: path.at.toISOString(),
      end: path.end && (path.end.detail ?? path.end.reason),
    })
  const been = new Set<string>()
  for (const { nodeId, kind, exit } of path.lines) {
    if (nodeId === null) continue
    const at = countsAt(figures, nodeId)
    if (!been.has(nodeId)) at.entered++
    been.add(nodeId)
    if (kind === 'left' && exit) at.exits[exit] = (at.exits[exit] ?? 0) + 1
    if (kind === 'held') at.held++
  }
  for (const { message } of path.mails) {
    const at = countsAt(figures, message.nodeId)
    if (message.state === 'refused') at.refused++
    else if (message.heldBy === null) at.sent++
  }
}

function countsAt({ nodes }: BacktestFigures, nodeId: string): NodeCounts {
  nodes[nodeId] ??= nobody()
  return nodes[nodeId]
}

const nobody = (): NodeCounts => ({ entered: 0, sent: 0, held: 0, refused: 0, exits: {} })
