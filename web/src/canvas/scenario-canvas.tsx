import { ReactFlowProvider } from '@xyflow/react'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { useCanvas, useSession } from './canvas-context'
import { useMenuPress } from './context-menu/use-menu-press'
import { Drawing } from './drawing'
import { useCanvasKeys } from './keys/use-canvas-keys'
import { KnownWatch } from './known/known-watch'
import { tidyInWorker } from './layout/tidy-in-worker'
import { tidyRequest, unplaced } from './layout/tidy-request'
import {
  CanvasDialogs,
  ContextMenu,
  Inspector,
  OutlineView,
  Picker,
  useFetchAhead,
} from './on-demand'
import { Palette } from './palette/palette'
import { PresenceWatch } from './presence/presence-watch'
import styles from './scenario-page.module.css'
import { SkipLinks } from './skip-links'
import { watchTiny } from './store/outline-slice'
import { watchNarrow } from './store/panels-slice'
import { ScenarioBar } from './top-bar/scenario-bar'

interface Around {
  side?: ReactNode
  top?: ReactNode
}

/** The whole of a scenario on screen: bar, `top`, palette, drawing, panels, inspector, or `side` in its place. */
export function ScenarioCanvas(around: Around) {
  return (
    <ReactFlowProvider>
      <Placed {...around} />
    </ReactFlowProvider>
  )
}

/** Waits for every step to have a place: what a template or a script left unplaced is laid out first. */
function Placed(around: Around) {
  const { document } = useSession()
  const [placed, setPlaced] = useState(() => unplaced(document.content).length === 0)
  useEffect(() => {
    if (placed) return
    let gone = false
    void tidyInWorker(tidyRequest(document.content)).then((positions) => {
      if (gone) return
      const missing = new Set(unplaced(document.content))
      const wanted = Object.fromEntries(Object.entries(positions).filter(([id]) => missing.has(id)))
      document.place(wanted)
      setPlaced(true)
    })
    return () => {
      gone = true
    }
  }, [placed, document])
  return placed ? <Workbench {...around} /> : <div className={styles.page} aria-busy="true" />
}

function Workbench({ side, top }: Around) {
  const { readOnly, store } = useSession()
  const paletteOpen = useCanvas((state) => state.open.palette)
  const outline = useCanvas((state) => state.outline)
  const menuPress = useMenuPress()
  useCanvasKeys()
  useFetchAhead()
  useEffect(() => watchTiny(store.getState().fitWindow), [store])
  useEffect(() => watchNarrow((isNarrow) => store.getState().toggle('palette', !isNarrow)), [store])
  return (
    <div className={styles.page}>
      <SkipLinks />
      <ScenarioBar />
      {top}
      <div className={styles.work} data-beside={side !== undefined} {...menuPress}>
        {!readOnly && paletteOpen && !outline && <Palette />}
        <Suspense fallback={<div className={styles.canvas} aria-busy="true" />}>
          {outline ? <OutlineView /> : <Drawing />}
        </Suspense>
        {side ?? <Inspector />}
      </div>
      <Picker />
      <KnownWatch />
      <ContextMenu />
      <PresenceWatch />
      <CanvasDialogs />
    </div>
  )
}
