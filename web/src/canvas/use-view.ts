import { type Node, useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { afterPaint } from '../ui/after-paint'
import { useSession } from './canvas-context'
import { focusOnceDrawn } from './focus-once-drawn'
import { foldedWithout, hiddenSteps } from './fold/hidden-steps'
import { asPlaced } from './layout/as-placed'
import { CARD_WIDTH_PX, FULL_HEIGHT_PX, PILLS_PX, snapToGrid } from './layout/card-size'
import { detailOf } from './layout/farness'
import { fitBeside } from './layout/fit-beside'
import { isCovered, wayIntoSight } from './layout/free-ground'
import { glideCards } from './layout/glide-cards'
import { homeViewport } from './layout/home-viewport'
import { boxesOver } from './panels/boxes-over'
import { boxOf } from './panels/map-blocks'

const PAN_MS = 160

/** How near a few chosen steps are brought at most. */
const CLOSEST_ZOOM = 1.5

/** The place a card takes in the drawing, with what stands out above it and hangs below. */
const placeOf = (node: Node) => {
  const { x, y, width, height } = boxOf(node)
  return { left: x, top: y - riseOf(node.id), right: x + width, bottom: y + height + PILLS_PX }
}

const panMs = () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : PAN_MS)

/** Straight there at the same zoom: else the library flies a little out and in again, and paints each size anew. */
const straight = () => ({ duration: panMs(), interpolate: 'linear' as const })

/** How far a card with a long sentence stands out above the place it has on the canvas. */
const riseOf = (id: string) => {
  const card = window.document.getElementById(`card-${id}`)
  return Math.max(0, (card?.offsetHeight ?? 0) - FULL_HEIGHT_PX)
}

/** Moves the window over the drawing, or the place in the outline while that is shown. */
export function useView() {
  const flow = useReactFlow()
  const { document, store } = useSession()
  return useMemo(() => {
    const canvas = () => window.document.querySelector<HTMLElement>('[data-canvas]')
    /**
     * Pans only when the card is near the rim or under a panel, and once what was done is painted: each frame of it
     * paints everything in sight anew.
     */
    const show = (id: string) => {
      const { folded, setFolded } = store.getState()
      // What is put away comes out again to be looked at.
      if (hiddenSteps(document.content, folded).has(id))
        setFolded(foldedWithout(document.content, folded, id))
      if (store.getState().outline) return store.getState().standAt(id)
      afterPaint(() => {
        const at = document.content.positions[id]
        const ground = canvas()
        if (!at || !ground) return
        // Stands still on whole pixels where a glide has brought it: what is in sight only in passing is not shown.
        const { x, y, zoom } = flow.getViewport()
        const now = { x: Math.round(x), y: Math.round(y), zoom }
        void flow.setViewport(now)
        const seenAt = (left: number, top: number) => flow.flowToScreenPosition({ x: left, y: top })
        const { x: left, y: top } = seenAt(at.x, at.y - riseOf(id))
        const { x: right, y: bottom } = seenAt(
          at.x + CARD_WIDTH_PX,
          at.y + FULL_HEIGHT_PX + PILLS_PX,
        )
        const card = { left, top, right, bottom }
        const room = ground.getBoundingClientRect()
        const over = boxesOver(ground)
        if (!isCovered(card, room, over)) return
        const way = wayIntoSight(card, room, over)
        const to = { x: Math.round(now.x + way.x), y: Math.round(now.y + way.y), zoom }
        void flow.setViewport(to, straight())
      })
    }
    /** From afar a card has no ways out to be chosen: it is brought to the middle, at its full size. */
    const bringNear = (id: string) => {
      const at = document.content.positions[id]
      if (!at || detailOf(flow.getZoom()) === 'all') return
      void flow.setCenter(at.x + CARD_WIDTH_PX / 2, at.y + FULL_HEIGHT_PX / 2, { zoom: 1 })
    }
    const fitNodes = (nodes: Node[], largest: number) => {
      const ground = canvas()
      const shown = nodes.filter(({ hidden }) => !hidden)
      const cards = asPlaced(shown, document.content.positions).map(placeOf)
      if (!ground || cards.length === 0) return
      const panels = boxesOver(ground)
      const view = fitBeside(cards, ground.getBoundingClientRect(), panels, largest)
      if (view) void flow.setViewport(view, { duration: panMs() })
    }
    return {
      show,
      /** Puts the keyboard on a card, or on its line. */
      focus: (id: string) => {
        if (store.getState().outline) return store.getState().goTo(id)
        show(id)
        focusOnceDrawn(`#${CSS.escape(`card-${id}`)}`)
      },
      /** Puts the keyboard on an exit that leads nowhere yet, where what follows is chosen. */
      focusExit: (id: string, exit: string) => {
        store.getState().select([])
        if (store.getState().outline) return store.getState().goTo(`${id}:${exit}`)
        bringNear(id)
        show(id)
        focusOnceDrawn(`[data-open-exit="${id}:${exit}"]`)
      },
      focusCanvas: () => canvas()?.focus(),
      /** Cards glide to where they are put next. */
      glide: () => {
        const ground = canvas()
        if (ground) glideCards(ground)
      },
      fit: () => fitNodes(flow.getNodes(), 1),
      /** Brings these steps, and no others, as near as they fit. */
      fitSteps: (ids: string[]) => {
        const wanted = new Set(ids)
        const nodes = flow.getNodes().filter(({ id }) => wanted.has(id))
        fitNodes(nodes, CLOSEST_ZOOM)
      },
      /** Puts the top of the flow at the top of the canvas, in the middle, at full size. */
      home: () => {
        const width = canvas()?.clientWidth
        if (!width) return
        const home = homeViewport(document.content.positions, width, riseOf)
        const now = flow.getViewport()
        const isThere = home?.x === now.x && home.y === now.y && home.zoom === now.zoom
        if (home && !isThere) void flow.setViewport(home)
      },
      pan: (x: number, y: number) => {
        const at = flow.getViewport()
        void flow.setViewport({ ...at, x: at.x + x, y: at.y + y }, straight())
      },
      zoomIn: () => void flow.zoomIn({ duration: panMs() }),
      zoomOut: () => void flow.zoomOut({ duration: panMs() }),
      zoomTo: (zoom: number) => void flow.zoomTo(zoom, { duration: panMs() }),
      /** Where pasted steps go: the middle of what is in sight, or under everything in the outline. */
      pastePoint: () => {
        if (store.getState().outline) {
          const points = Object.values(document.content.positions)
          const low = Math.max(0, ...points.map(({ y }) => y))
          return { x: Math.min(0, ...points.map(({ x }) => x)), y: snapToGrid(low + 200) }
        }
        const box = canvas()?.getBoundingClientRect()
        const middle = flow.screenToFlowPosition({
          x: (box?.left ?? 0) + (box?.width ?? 800) / 2,
          y: (box?.top ?? 0) + (box?.height ?? 600) / 2,
        })
        return { x: snapToGrid(middle.x - CARD_WIDTH_PX / 2), y: snapToGrid(middle.y - 48) }
      },
    }
  }, [flow, document, store])
}

export type View = ReturnType<typeof useView>
