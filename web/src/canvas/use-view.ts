import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { useSession } from './canvas-context'
import { foldedWithout, hiddenSteps } from './fold/hidden-steps'
import { CARD_WIDTH_PX, FULL_HEIGHT_PX, snapToGrid } from './layout/card-size'
import { homeViewport } from './layout/home-viewport'

const PAN_MS = 160

const panMs = () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : PAN_MS)

/** Frames a card that was out of sight is given to be drawn before the keyboard gives up on it. */
const FRAMES = 60

/** How far a card with a long sentence stands out above the place it has on the canvas. */
const riseOf = (id: string) => {
  const card = window.document.getElementById(`card-${id}`)
  return Math.max(0, (card?.offsetHeight ?? 0) - FULL_HEIGHT_PX)
}

/**
 * Puts the keyboard on something: at once where it is drawn, else as soon as it is; what was asked for last wins. Whoever
 * types quickly is not to type into what they have just left.
 */
let wanted = ''
function focusOnceDrawn(selector: string) {
  wanted = selector
  const focus = () => {
    const card = window.document.querySelector<HTMLElement>(selector)
    card?.focus({ preventScroll: true })
    return card !== null
  }
  focus()
  const held = window.document.activeElement
  /** The keyboard has gone on meanwhile, to a list that was opened. */
  const hasGoneOn = () => {
    const now = window.document.activeElement
    return now !== held && Boolean(now?.closest('[role=dialog]'))
  }
  const look = (frames: number) =>
    requestAnimationFrame(() => {
      if (wanted !== selector || hasGoneOn()) return
      if (!focus() && frames > 0) look(frames - 1)
    })
  // And again one frame later than what is drawn now: a list that closes gives its focus back.
  requestAnimationFrame(() => look(FRAMES))
}

/** Moves the window over the drawing, or the place in the outline while that is shown. */
export function useView() {
  const flow = useReactFlow()
  const { document, store } = useSession()
  return useMemo(() => {
    const canvas = () => window.document.querySelector<HTMLElement>('[data-canvas]')
    /** Pans only when the card is near the rim or hidden under a panel. */
    const show = (id: string) => {
      const { folded, setFolded } = store.getState()
      // What is put away comes out again to be looked at.
      if (hiddenSteps(document.content, folded).has(id))
        setFolded(foldedWithout(document.content, folded, id))
      if (store.getState().outline) return store.getState().standAt(id)
      requestAnimationFrame(() => {
        const at = document.content.positions[id]
        const box = canvas()?.getBoundingClientRect()
        if (!at || !box) return
        const topLeft = flow.flowToScreenPosition(at)
        const bottom = flow.flowToScreenPosition({ x: at.x + CARD_WIDTH_PX, y: at.y + 130 })
        const inside =
          topLeft.x > box.left + 16 &&
          bottom.x < box.right - 16 &&
          topLeft.y > box.top + 16 &&
          bottom.y < box.bottom - 90
        if (inside) return
        void flow.setCenter(at.x + CARD_WIDTH_PX / 2, at.y + 60, {
          zoom: flow.getZoom(),
          duration: panMs(),
        })
      })
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
        show(id)
        focusOnceDrawn(`[data-open-exit="${id}:${exit}"]`)
      },
      focusCanvas: () => canvas()?.focus(),
      fit: () =>
        void flow.fitView({
          padding: { top: 0.06, bottom: '72px', x: 0.06 },
          maxZoom: 1,
          duration: panMs(),
        }),
      /** Brings these steps, and no others, as near as they fit. */
      fitSteps: (ids: string[]) => {
        if (ids.length === 0) return
        const nodes = ids.map((id) => ({ id }))
        void flow.fitView({ nodes, padding: 0.2, maxZoom: 1.5, duration: panMs() })
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
        void flow.setViewport({ ...at, x: at.x + x, y: at.y + y }, { duration: panMs() })
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
