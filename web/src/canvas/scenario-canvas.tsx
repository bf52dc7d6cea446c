import { ReactFlowProvider } from '@xyflow/react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../words/use-words'
import { useCanvas, useContent, useSession } from './canvas-context'
import { FlowView } from './flow-view'
import { useCanvasKeys } from './keys/use-canvas-keys'
import { tidyInWorker } from './layout/tidy-in-worker'
import { tidyRequest, unplaced } from './layout/tidy-request'
import { Palette } from './palette/palette'
import { DraftPanel } from './panels/draft-panel'
import { EmptyStart } from './panels/empty-start'
import { ProblemsPanel } from './panels/problems-panel'
import { RulesPanel } from './panels/rules-panel'
import { ViewCorner } from './panels/view-corner'
import { Picker } from './picker/picker'
import { useLocalProblems } from './problems/use-local-problems'
import styles from './scenario-page.module.css'
import { ScenarioBar } from './top-bar/scenario-bar'
import { useKeepCentred } from './use-keep-centred'
import { useView } from './use-view'

// What opens on a press is fetched after the drawing stands.
const loadInspector = () => import('./inspector/inspector')
const Inspector = lazy(async () => ({ default: (await loadInspector()).Inspector }))
const CanvasDialogs = lazy(async () => ({
  default: (await import('./canvas-dialogs')).CanvasDialogs,
}))

/** The whole of a scenario on screen: bar, palette, drawing, panels, inspector. */
export function ScenarioCanvas() {
  return (
    <ReactFlowProvider>
      <Placed />
    </ReactFlowProvider>
  )
}

/** Waits for every step to have a place: what a template or a script left unplaced is laid out first. */
function Placed() {
  const { document } = useSession()
  const [placed, setPlaced] = useState(() => unplaced(document.content).length === 0)
  useEffect(() => {
    if (placed) return
    let gone = false
    void tidyInWorker(tidyRequest(document.content)).then((positions) => {
      if (gone) return
      const missing = new Set(unplaced(document.content))
      const wanted = Object.fromEntries(Object.entries(positions).filter(([id]) => missing.has(id)))
      document.replace({
        ...document.content,
        positions: { ...document.content.positions, ...wanted },
      })
      setPlaced(true)
    })
    return () => {
      gone = true
    }
  }, [placed, document])
  return placed ? <Workbench /> : <div className={styles.page} aria-busy="true" />
}

/** The canvas is one Tab stop: the arrow keys walk the flow from there. */
const tabStop = { tabIndex: 0 }

function Workbench() {
  const { t } = useWords()
  const { readOnly, flow } = useSession()
  const paletteOpen = useCanvas((state) => state.open.palette)
  const count = useContent((content) => Object.keys(content.nodes).length)
  const view = useView()
  useCanvasKeys()
  useLocalProblems()
  const canvas = useKeepCentred()
  useEffect(() => {
    requestAnimationFrame(() => view.home())
  }, [view])
  return (
    <div className={styles.page}>
      <ScenarioBar />
      <div className={styles.work}>
        {!readOnly && paletteOpen && <Palette />}
        <div
          role="application"
          ref={canvas}
          className={styles.canvas}
          data-canvas
          {...tabStop}
          aria-label={t('canvas.name', { name: flow.name, n: count })}
        >
          <FlowView>
            <RulesPanel />
            <DraftPanel />
            <ProblemsPanel />
            <EmptyStart />
            <ViewCorner />
          </FlowView>
        </div>
        <Suspense>
          <Inspector />
        </Suspense>
      </div>
      <Picker />
      <Suspense>
        <CanvasDialogs />
      </Suspense>
    </div>
  )
}
