import { edgeKey } from '@relance/core/graph/graph'
import type { Problem } from '@relance/core/plan/problem'
import { useSession } from '../canvas-context'
import { useView } from '../use-view'

/** Above the topmost step, where what starts a scenario belongs. */
const ABOVE_PX = 160

/** Puts the keyboard where a problem is mended: on the field, the path, the open exit or the step. */
export function useGoToProblem({ code, nodeId, exit, field }: Problem): () => void {
  const { document, store } = useSession()
  const view = useView()
  return () => {
    const state = store.getState()
    const { edges, nodes, positions } = document.content
    if (nodeId && exit && isOfPath(field)) {
      const path = edgeKey({ from: nodeId, exit })
      if (!edges[path]) return view.focusExit(nodeId, exit)
      state.selectEdge(path)
      state.focusOn('*')
      return view.show(nodeId)
    }
    if (nodeId) {
      state.select([nodeId])
      if (!field) return view.focus(nodeId)
      state.focusOn(field)
      return view.show(nodeId)
    }
    if (code !== 'V01') {
      state.showRules(true)
      return state.focusOn(field ?? '*')
    }
    if (Object.keys(nodes).length === 0)
      return window.document.querySelector<HTMLElement>('[data-start]')?.focus()
    const [top] = Object.values(positions).toSorted((a, b) => a.y - b.y)
    const place = { x: top?.x ?? 0, y: (top?.y ?? 0) - ABOVE_PX }
    const at = { x: window.innerWidth / 2, y: window.innerHeight / 4 }
    state.pick({ mode: 'add', place: { on: 'ground', at: place }, at })
  }
}

/** A problem of an exit is one of its path, unless it names a field of the step. */
const isOfPath = (field: string | null) => field === null || field === 'atMost'
