import { useReactFlow } from '@xyflow/react'
import { type PointerEvent as ReactPointerEvent, useState } from 'react'
import { createPortal } from 'react-dom'
import { Tile } from '../../ui/tile'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { hiddenSteps } from '../fold/hidden-steps'
import { CARD_WIDTH_PX, COMPACT_HEIGHT_PX, snapToGrid } from '../layout/card-size'
import { drawnEdges } from '../layout/drawn-edges'
import { edgeRuns } from '../layout/edge-runs'
import { nearestEdge } from '../layout/nearest-edge'
import { isTriggerType, stepType } from '../step-types'
import { useCommands } from '../use-commands'
import styles from './palette.module.css'

/** Pixels the pointer moves before a press becomes a drag. */
const DRAG_FROM_PX = 4

/** Dragging a step type onto the drawing: near an edge it is inserted, on an open exit it follows, on the right half of a card it takes its place, elsewhere it floats. */
export function usePaletteDrag() {
  const { say, language } = useWords()
  const { store, document, hasFigures } = useSession()
  const flow = useReactFlow()
  const commands = useCommands()
  const [ghost, setGhost] = useState<{ type: string; x: number; y: number } | null>(null)

  const begin = (down: ReactPointerEvent, type: string) => {
    if (down.button !== 0) return
    const start = { x: down.clientX, y: down.clientY }
    const { content } = document
    const hidden = hiddenSteps(content, store.getState().folded)
    const runs = edgeRuns(drawnEdges(content, hidden, { hasFigures, language }))
    let dragging = false
    const target = (event: PointerEvent) => {
      const under = window.document.elementFromPoint(event.clientX, event.clientY)
      const canvas = under?.closest('[data-canvas]')
      const open = under?.closest('[data-open-exit]')?.getAttribute('data-open-exit') ?? null
      const point = flow.screenToFlowPosition(
        { x: event.clientX, y: event.clientY },
        { snapToGrid: false },
      )
      const replaced = canvas && !open ? replacedBy(under, event.clientX, type) : null
      const isFree = canvas && !open && !replaced
      return { canvas, open, point, replaced, edge: isFree ? nearestEdge(point, runs) : null }
    }
    /** A card whose right half is under the pointer, where the dragged step can stand in its place. */
    const replacedBy = (under: Element | null, x: number, by: string): string | null => {
      const card = under?.closest<HTMLElement>('[data-step]')
      const id = card?.dataset.step
      const node = id ? document.content.nodes[id] : undefined
      if (!card || !id || !node || node.type === by) return null
      const { left, width } = card.getBoundingClientRect()
      const isAlike = isTriggerType(node.type) === isTriggerType(by)
      return isAlike && x > left + width / 2 ? id : null
    }
    const move = (event: PointerEvent) => {
      if (!dragging && Math.hypot(event.clientX - start.x, event.clientY - start.y) < DRAG_FROM_PX)
        return
      dragging = true
      store.getState().drag(type)
      const { edge, replaced } = target(event)
      store.getState().light(edge)
      store.getState().aimAt(replaced)
      setGhost({ type, x: event.clientX, y: event.clientY })
    }
    const stop = () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('keydown', cancel, true)
      store.getState().drag(null)
      setGhost(null)
    }
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      stop()
    }
    const drop = (event: PointerEvent) => {
      stop()
      if (!dragging) return
      const { canvas, open, point, edge, replaced } = target(event)
      if (!canvas) return
      if (replaced) return commands.replace(replaced, type)
      const joined = edge && document.content.edges[edge]
      if (joined) commands.add(type, { on: 'exit', from: joined.from, exit: joined.exit })
      else if (open) {
        const cut = open.indexOf(':')
        commands.add(type, { on: 'exit', from: open.slice(0, cut), exit: open.slice(cut + 1) })
      } else {
        const at = {
          x: snapToGrid(point.x - CARD_WIDTH_PX / 2),
          y: snapToGrid(point.y - COMPACT_HEIGHT_PX / 2),
        }
        commands.add(type, { on: 'ground', at })
      }
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', drop)
    window.addEventListener('keydown', cancel, true)
  }

  const definition = ghost && stepType(ghost.type)
  const shown =
    ghost && definition
      ? createPortal(
          <div className={styles.ghost} style={{ left: ghost.x - 24, top: ghost.y - 24 }}>
            <Tile tone={definition.category} icon={definition.icon} />
            {say(definition.title)}
          </div>,
          window.document.body,
        )
      : null
  return { begin, ghost: shown }
}
