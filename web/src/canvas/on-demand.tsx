import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'
import { fetchMenu } from '../ui/menu'
import { withWords } from '../words/with-words'
import { useCanvas } from './canvas-context'
import type { CanvasState } from './store/canvas-store'

const fetchInspector = withWords(() => import('./inspector/inspector'))
const fetchPicker = withWords(() => import('./picker/picker'))
const fetchDialogs = withWords(() => import('./canvas-dialogs'))
const fetchContextMenu = withWords(() => import('./context-menu/context-menu'))
const fetchGone = withWords(() => import('./changes/gone-layer'))
const fetchOutline = withWords(() => import('./outline/outline-view'))
/** How a problem is mended by itself. */
export const fetchRepair = () => import('./document/apply-repair')
export const OutlineView = lazy(async () => ({ default: (await fetchOutline()).OutlineView }))

/** True from the first time on that the view state is so. */
function useOnce(isSo: (state: CanvasState) => boolean): boolean {
  const isNow = useCanvas(isSo)
  const [was, setWas] = useState(isNow)
  if (isNow && !was) setWas(true)
  return was || isNow
}

/** A part of the canvas that stands from the first time on that it is asked for, once it is fetched. */
function onceAsked(
  fetchIt: () => Promise<ComponentType>,
  isAsked: (state: CanvasState) => boolean,
) {
  const Part = lazy(async () => ({ default: await fetchIt() }))
  return () =>
    useOnce(isAsked) ? (
      <Suspense>
        <Part />
      </Suspense>
    ) : null
}

/** The settings of what is chosen. */
export const Inspector = onceAsked(
  async () => (await fetchInspector()).Inspector,
  ({ selected, selectedEdge, rulesShown }) =>
    selected.length > 0 || selectedEdge !== null || rulesShown,
)

/** The list of steps to add. */
export const Picker = onceAsked(
  async () => (await fetchPicker()).Picker,
  ({ picking }) => picking !== null,
)

/** Whatever lies over the canvas. */
export const CanvasDialogs = onceAsked(
  async () => (await fetchDialogs()).CanvasDialogs,
  ({ dialog, people, pasting }) => dialog !== null || people !== null || pasting !== null,
)

/** Steps that the draft has lost since the live version. */
export const GoneLayer = onceAsked(
  async () => (await fetchGone()).GoneLayer,
  ({ changes, comparing }) => comparing && changes.some(({ kind }) => kind === 'removed'),
)

/** What can be done with what was pressed. */
export const ContextMenu = onceAsked(
  async () => (await fetchContextMenu()).ContextMenu,
  ({ menu }) => menu !== null,
)

/** What cannot be fetched now is told of when somebody asks for it. */
const inQuiet = (fetches: (() => Promise<unknown>)[]) =>
  Promise.allSettled(fetches.map((fetchIt) => fetchIt()))

/**
 * Fetches what people need next as soon as they move the pointer or press a key: the drawing stands before it, and
 * all of it is there if the network goes later.
 */
export function useFetchAhead() {
  useEffect(() => {
    const begun = new AbortController()
    const ahead = async () => {
      begun.abort()
      await inQuiet([fetchInspector, fetchPicker])
      await inQuiet([fetchDialogs, fetchOutline, fetchMenu, fetchContextMenu, fetchRepair])
    }
    for (const sign of ['pointermove', 'pointerdown', 'keydown', 'focusin'])
      window.addEventListener(sign, () => void ahead(), { signal: begun.signal, passive: true })
    return () => begun.abort()
  }, [])
}
