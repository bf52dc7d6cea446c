import { useEffect } from 'react'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { onlySelected } from '../store/selection-slice'
import { useView } from '../use-view'
import { EdgeInspector } from './edge-inspector'
import styles from './inspector.module.css'
import { ManyInspector } from './many-inspector'
import { ResizeHandle, useInspectorWidth } from './resize-handle'
import { RulesInspector } from './rules-inspector'
import { StepInspector } from './step-inspector'

/** What is chosen, with its settings: a step, an edge, several steps, or the scenario's own rules. */
export function Inspector() {
  const { t } = useWords()
  const { readOnly } = useSession()
  const id = useCanvas(onlySelected)
  const count = useCanvas((state) => state.selected.length)
  const edge = useCanvas((state) => state.selectedEdge)
  const rules = useCanvas((state) => state.rulesShown)
  const inner = id ? (
    <StepInspector key={id} id={id} />
  ) : count > 1 ? (
    <ManyInspector count={count} />
  ) : edge ? (
    <EdgeInspector edgeKey={edge} />
  ) : rules && !readOnly ? (
    <RulesInspector />
  ) : null
  const [width, resize] = useInspectorWidth()
  const view = useView()
  // In a small window this is a sheet over the drawing: what it is about is not to lie under it.
  useEffect(() => {
    if (id) view.show(id)
  }, [id, view])
  if (!inner) return null
  return (
    <aside
      className={styles.inspector}
      data-inspector={id ?? ''}
      data-region="inspector"
      aria-label={t('inspector.name')}
      style={width === null ? undefined : { width }}
    >
      <ResizeHandle width={width} resize={resize} />
      {inner}
    </aside>
  )
}
