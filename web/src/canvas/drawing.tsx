import { useCallback, useEffect } from 'react'
import { useWords } from '../words/use-words'
import { useCanvas, useContent, useSession } from './canvas-context'
import { FlowView, MANY_STEPS } from './flow-view'
import { DraftPanel } from './panels/draft-panel'
import { EmptyStart } from './panels/empty-start'
import { ProblemsPanel } from './panels/problems-panel'
import { RulesPanel } from './panels/rules-panel'
import { ViewCorner } from './panels/view-corner'
import styles from './scenario-page.module.css'
import { SearchBar } from './search/search-bar'
import { onlySelected } from './store/selection-slice'
import { useFirstView } from './use-first-view'
import { useKeepCentred } from './use-keep-centred'
import { useView } from './use-view'

/** The drawing with the panels that float over it. */
export function Drawing() {
  const { t } = useWords()
  const { flow, store } = useSession()
  const count = useContent((content) => Object.keys(content.nodes).length)
  const hasStop = useCanvas((state) => state.selected.length > 0) && count <= MANY_STEPS
  const view = useView()
  // Of many, none is the one to be seen: the window stays where it is.
  const keepChosenSeen = useCallback(() => {
    const id = onlySelected(store.getState())
    if (id) view.show(id)
  }, [store, view])
  const canvas = useKeepCentred(keepChosenSeen)
  const first = useFirstView(canvas)
  useEffect(() => {
    requestAnimationFrame(() => {
      view.home()
      const id = store.getState().selected.at(-1)
      if (id) view.focus(id)
    })
  }, [view, store])
  // One Tab stop, from where the arrows walk the flow: the step chosen last, else the ground.
  const tabStop = { tabIndex: hasStop ? -1 : 0 }
  return (
    <div
      role="application"
      ref={canvas}
      className={styles.canvas}
      data-canvas
      data-region="canvas"
      {...tabStop}
      aria-label={t('canvas.name', { name: flow.name, n: count })}
    >
      {first && (
        <FlowView first={first}>
          <div className={styles.panels} data-region="panels">
            <RulesPanel />
            <DraftPanel />
            <ProblemsPanel />
            <EmptyStart />
            <ViewCorner />
            <SearchBar />
          </div>
        </FlowView>
      )}
    </div>
  )
}
