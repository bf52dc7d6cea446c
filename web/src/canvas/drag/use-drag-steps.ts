import { type Node, type OnNodeDrag, useReactFlow } from '@xyflow/react'
import { type RefObject, useMemo } from 'react'
import { useSession } from '../canvas-context'
import type { DraftContent } from '../document/draft-content'
import { moveSteps } from '../document/move-steps'
import { reachableFrom } from '../document/walk-graph'
import { rememberMoved } from '../layout/moved-by-hand'
import { findGuides } from './find-guides'

/** The places of the steps that stay, one after the other: this is asked with every frame of a drag. */
function* standing({ nodes, positions }: DraftContent, stays: (id: string) => boolean) {
  for (const id in nodes) {
    const at = positions[id]
    if (at && stays(id)) yield at
  }
}

interface Drag {
  hold: () => void
  drag: OnNodeDrag
  drop: (moved: Node[]) => void
}

/**
 * What dragging cards does: with Alt, all that follows from a card comes along; guides show its column and its row. The
 * library owns places meanwhile; the document learns of them when the cards are dropped.
 * @param root the drawing, which says meanwhile that something is dragged
 */
export function useDragSteps(root: RefObject<HTMLElement | null>): Drag {
  const { flow: scenario, document, store } = useSession()
  const flow = useReactFlow()
  return useMemo(() => {
    /** Those that come along, and were not taken hold of. */
    let followers = new Set<string>()
    const release = () => {
      root.current?.removeAttribute('data-dragging')
      store.getState().setHeld(new Set())
    }
    const carry = (moved: Node[], lead: Node, isBranch: boolean) => {
      const from = document.content.positions[lead.id]
      if (!from || (!isBranch && followers.size === 0)) return
      const held = new Set(moved.map(({ id }) => id))
      const before = followers
      followers = isBranch
        ? new Set([...reachableFrom(document.content, [...held])].filter((id) => !held.has(id)))
        : new Set()
      const by = { x: lead.position.x - from.x, y: lead.position.y - from.y }
      flow.setNodes((nodes) =>
        nodes.map((node) => {
          const at = document.content.positions[node.id]
          if (!at) return node
          if (followers.has(node.id))
            return { ...node, position: { x: at.x + by.x, y: at.y + by.y } }
          return before.has(node.id) ? { ...node, position: at } : node
        }),
      )
    }
    return {
      hold: () => {
        root.current?.setAttribute('data-dragging', 'true')
        // Of a card that somebody removes meanwhile, the library never says that it was dropped.
        for (const end of ['pointerup', 'pointercancel'])
          window.addEventListener(end, release, { once: true })
      },
      drag: (event, lead, moved) => {
        carry(moved, lead, event.altKey)
        const held = new Set([...moved.map(({ id }) => id), ...followers])
        const stays = (id: string) => !held.has(id)
        store.getState().setHeld(held)
        store.getState().showGuides(findGuides(lead.position, standing(document.content, stays)))
      },
      drop: (moved) => {
        store.getState().showGuides([])
        const along = flow.getNodes().filter(({ id }) => followers.has(id))
        followers = new Set()
        const all = [...moved, ...along]
        const to = Object.fromEntries(all.map((node) => [node.id, node.position]))
        moveSteps(document, to, { key: 'act.move', values: { n: all.length } })
        rememberMoved(scenario.id, Object.keys(to))
        release()
      },
    }
  }, [document, flow, root, scenario.id, store])
}
