import {
  Background,
  BackgroundVariant,
  type Node,
  ReactFlow,
  SelectionMode,
  useKeyPress,
  useReactFlow,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import {
  type MouseEvent,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { untilIdle } from '../ui/until-idle'
import { useWords } from '../words/use-words'
import { useCanvas, useContent, useSession } from './canvas-context'
import { StepCard } from './cards/step-card'
import { DragGuides } from './drag/drag-guides'
import { useDragSteps } from './drag/use-drag-steps'
import { FarEdges } from './edges/far-edges'
import { StepEdge } from './edges/step-edge'
import { flowEdges, flowNodes } from './flow-nodes'
import styles from './flow-view.module.css'
import { hiddenSteps } from './fold/hidden-steps'
import { DetailContext } from './layout/detail-context'
import { isFar } from './layout/farness'
import { GoneLayer } from './on-demand'
import { useCommands } from './use-commands'
import { useConnections } from './use-connections'
import type { FirstView } from './use-first-view'
import { useGroundPress } from './use-ground-press'
import { useShownDetail } from './use-shown-detail'

const nodeTypes = { step: StepCard }
const edgeTypes = { step: StepEdge }
/** How large the grip at the end of a chosen path is. */
const GRIP_PX = 8
/** From this size on, cards off screen are not kept in the page. */
export const MANY_STEPS = 300

/** The drawing. The library owns positions while dragging; the document learns of them at the end. */
export function FlowView({ first, children }: { first: FirstView; children?: ReactNode }) {
  const { t } = useWords()
  const { store, readOnly } = useSession()
  const nodes = useContent((content) => content.nodes)
  const edges = useContent((content) => content.edges)
  const positions = useContent((content) => content.positions)
  const selected = useCanvas((state) => state.selected)
  const selectedEdge = useCanvas((state) => state.selectedEdge)
  const folded = useCanvas((state) => state.folded)
  const hidden = useMemo(() => hiddenSteps({ nodes, edges }, folded), [nodes, edges, folded])
  const flow = useReactFlow()
  const commands = useCommands()
  const root = useRef<HTMLDivElement>(null)
  const isSettled = useSettled()
  const detail = useShownDetail()
  // Where cards can be dragged, the drawing cannot: with Space held a drag over a card moves the drawing.
  const isHeldToPan = useKeyPress('Space')

  useEffect(() => {
    flow.setNodes((before) => flowNodes({ nodes, positions }, before, selected, hidden))
  }, [flow, nodes, positions, selected, hidden])
  useEffect(() => {
    // Seen from afar they are one drawing, and not the library's.
    flow.setEdges((before) =>
      detail === 'all' ? flowEdges({ nodes, edges }, before, selectedEdge, hidden) : [],
    )
  }, [flow, nodes, edges, selectedEdge, hidden, detail])

  const { hold, drag, drop } = useDragSteps(root)
  const connecting = useConnections(root)
  const pressGround = useGroundPress()
  const chosen = useCallback(
    (event: MouseEvent, node: Node) => {
      const state = store.getState()
      if (state.connecting) {
        commands.connect(state.connecting, node.id)
        return
      }
      const more = event.ctrlKey || event.metaKey || event.shiftKey
      if (!more) return state.select([node.id])
      const has = state.selected.includes(node.id)
      state.select(
        has ? state.selected.filter((id) => id !== node.id) : [...state.selected, node.id],
      )
    },
    [store, commands],
  )
  return (
    <DetailContext value={detail}>
      <ReactFlow
        ref={root}
        className={styles.view}
        defaultNodes={first.nodes}
        defaultEdges={first.edges}
        defaultViewport={first.viewport}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        nodeOrigin={[0, 0]}
        minZoom={0.1}
        maxZoom={2}
        snapToGrid
        snapGrid={[8, 8]}
        nodesDraggable={!readOnly && !isHeldToPan}
        nodesConnectable={!readOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        multiSelectionKeyCode={null}
        selectionKeyCode="Shift"
        selectionMode={SelectionMode.Partial}
        selectNodesOnDrag={false}
        elevateNodesOnSelect={false}
        panOnScroll
        zoomOnDoubleClick={false}
        connectionRadius={28}
        onlyRenderVisibleElements={!isSettled || Object.keys(nodes).length > MANY_STEPS}
        proOptions={{ hideAttribution: true }}
        onNodeDragStart={hold}
        onNodeDrag={drag}
        onNodeDragStop={(_, __, moved) => drop(moved)}
        onSelectionDragStart={hold}
        onSelectionDragStop={(_, moved) => drop(moved)}
        onSelectionEnd={() =>
          store.getState().select(
            flow
              .getNodes()
              .filter((node) => node.selected)
              .map((node) => node.id),
          )
        }
        {...connecting}
        reconnectRadius={GRIP_PX}
        onNodeClick={chosen}
        onNodeDoubleClick={(_, node) => {
          store.getState().select([node.id])
          store.getState().focusOn('*')
        }}
        onEdgeClick={(_, edge) => store.getState().selectEdge(edge.id)}
        onPaneClick={pressGround}
        onViewportChange={({ zoom }) => root.current?.toggleAttribute('data-far', isFar(zoom))}
        aria-label={t('canvas.drawing')}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={2} color="var(--dot)" />
        <svg width="0" height="0" aria-hidden="true">
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M1 1 7 4 1 7" fill="none" stroke="var(--edge)" strokeWidth="1.4" />
            </marker>
          </defs>
        </svg>
        {detail !== 'all' && <FarEdges />}
        <DragGuides />
        <GoneLayer />
        {children}
      </ReactFlow>
    </DetailContext>
  )
}

/** Cards out of sight are drawn once those in sight stand, and in pauses. */
function useSettled(): boolean {
  const [isSettled, settle] = useState(false)
  useEffect(() => {
    let isGone = false
    void untilIdle().then(() => {
      if (!isGone) startTransition(() => settle(true))
    })
    return () => {
      isGone = true
    }
  }, [])
  return isSettled
}
