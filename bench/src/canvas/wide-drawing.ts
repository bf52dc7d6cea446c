import type { Draft } from '@relance/core/graph/draft'
import { flowSettings } from '@relance/core/graph/settings'

const COLUMN_PX = 300
const ROW_PX = 136

type Drawing = Pick<Draft, 'graph' | 'positions' | 'settings'>

/**
 * A scenario of so many steps, nearly as broad as it is high: a trigger, then pairs of a wait and an email, columns of
 * which hang under conditions. All of it can lie in sight at once.
 */
export function wideDrawing(steps: number, templateId: string): Drawing {
  const columns = Math.max(1, Math.round(Math.sqrt(steps * 0.6)))
  const ids = Array.from({ length: steps }, (_, place) => `step-${place}`)
  const at = (place: number) => ({
    row: Math.floor((place - 1) / columns),
    column: (place - 1) % columns,
  })
  const isFork = (place: number) =>
    place > 0 && at(place).row === 0 && at(place).column < columns - 1
  const node = (id: string, place: number) => {
    if (place === 0) return { id, type: 'on-event', version: 1, config: { event: 'Signed Up' } }
    if (isFork(place)) return { id, type: 'condition', version: 1, config: asks }
    return at(place).row % 2 === 0
      ? { id, type: 'send-email', version: 1, config: { template: templateId } }
      : { id, type: 'wait-duration', version: 1, config: { for: 'P1D', since: 'here' } }
  }
  const edges = ids.slice(1).map((to, before) => {
    const place = before + 1
    const { row, column } = at(place)
    if (place === 1) return { from: 'step-0', exit: 'entered', to }
    if (row === 0) return { from: `step-${place - 1}`, exit: 'no', to }
    const above = place - columns
    const exit = isFork(above) ? 'yes' : at(above).row % 2 === 0 ? 'sent' : 'done'
    return { from: `step-${above}`, exit, to, column }
  })
  const positions = Object.fromEntries(
    ids.map((id, place) => {
      if (place === 0) return [id, { x: 0, y: -ROW_PX }]
      const { row, column } = at(place)
      return [id, { x: column * COLUMN_PX, y: row * ROW_PX }]
    }),
  )
  return {
    graph: { nodes: ids.map(node), edges: edges.map(({ from, exit, to }) => ({ from, exit, to })) },
    positions,
    settings: flowSettings.parse({ goal: 'none' }),
  }
}

const asks = {
  branches: [{ exit: 'yes', rule: { or: [{ event: 'Order Completed', since: 'entry' }] } }],
  otherwise: { exit: 'no' },
}
