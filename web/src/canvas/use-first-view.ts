import { type Edge, type Node, useStoreApi, type Viewport } from '@xyflow/react'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { useWords } from '../words/use-words'
import { useSession } from './canvas-context'
import { flowEdges, flowNodes } from './flow-nodes'
import { hiddenSteps } from './fold/hidden-steps'
import { CARD_WIDTH_PX } from './layout/card-size'
import { homeViewport } from './layout/home-viewport'
import { tellJoints } from './layout/tell-joints'

/** What the drawing begins with. */
export interface FirstView {
  nodes: Node[]
  edges: Edge[]
  viewport: Viewport
}

const CORNER: Viewport = { x: 0, y: 0, zoom: 1 }

/**
 * Tells the canvas library what it would find out by drawing every card once: how large the window is, where it looks,
 * and where paths meet the cards. So it draws those in sight, and at once. Null until the window can be measured.
 */
export function useFirstView(canvas: RefObject<HTMLElement | null>): FirstView | null {
  const { document, store, hasFigures } = useSession()
  const { language } = useWords()
  const library = useStoreApi()
  const [view, setView] = useState<FirstView | null>(null)
  useLayoutEffect(() => {
    const box = canvas.current
    if (view || !box) return
    const { content } = document
    const hidden = hiddenSteps(content, store.getState().folded)
    const nodes = flowNodes(content, [], [], hidden).map((node) => ({
      ...node,
      measured: { width: CARD_WIDTH_PX, height: node.initialHeight },
    }))
    const edges = flowEdges(content, [], null, hidden)
    const { clientWidth: width, clientHeight: height } = box
    const viewport = homeViewport(content.positions, width) ?? CORNER
    library.setState({ width, height, transform: [viewport.x, viewport.y, viewport.zoom] })
    tellJoints(library.getState(), nodes, content, { hasFigures, language })
    library.getState().setEdges(edges)
    setView({ nodes, edges, viewport })
  }, [view, canvas, document, store, hasFigures, language, library])
  return view
}
