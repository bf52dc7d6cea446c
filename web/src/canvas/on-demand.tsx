import { lazy, Suspense, useEffect, useState } from 'react'
import { fetchMenu } from '../ui/menu'
import { withWords } from '../words/with-words'
import { useCanvas } from './canvas-context'
import type { CanvasState } from './store/canvas-store'

const fetchInspector = withWords(() => import('./inspector/inspector'))
const fetchPicker = withWords(() => import('./picker/picker'))
const FetchedInspector = lazy(async () => ({ default: (await fetchInspector()).Inspector }))
const FetchedPicker = lazy(async () => ({ default: (await fetchPicker()).Picker }))
const fetchDialogs = withWords(() => import('./canvas-dialogs'))
const fetchContextMenu = withWords(() => import('./context-menu/context-menu'))
const fetchOutline = withWords(() => import('./outline/outline-view'))
/** How a problem is mended by itself. */
export const fetchRepair = () => import('./document/apply-repair')
const FetchedDialogs = lazy(async () => ({ default: (await fetchDialogs()).CanvasDialogs }))
const FetchedContextMenu = lazy(async () => ({ default: (await fetchContextMenu()).ContextMenu }))
export const OutlineView = lazy(async () => ({ default: (await fetchOutline()).OutlineView }))

/** True from the first time on that the view state is so. */
function useOnce(isSo: (state: CanvasState) => boolean): boolean {
  const isNow = useCanvas(isSo)
  const [was, setWas] = useState(isNow)
  if (isNow && !was) setWas(true)
  return was || isNow
}

const hasChosen = ({ selected, selectedEdge, rulesShown }: CanvasState) =>
  selected.length > 0 || selectedEdge !== null || rulesShown

/** The settings of what is chosen; fetched when somebody begins to use the canvas. */
export function Inspector() {
  return useOnce(hasChosen) ? (
    <Suspense>
      <FetchedInspector />
    </Suspense>
  ) : null
}

const isPicking = ({ picking }: CanvasState) => picking !== null

/** The list of steps to add; fetched when somebody begins to use the canvas. */
export function Picker() {
  return useOnce(isPicking) ? (
    <Suspense>
      <FetchedPicker />
    </Suspense>
  ) : null
}

const hasDialog = ({ dialog, people, pasting }: CanvasState) =>
  dialog !== null || people !== null || pasting !== null

/** Whatever lies over the canvas; fetched when the first of it is asked for. */
export function CanvasDialogs() {
  return useOnce(hasDialog) ? (
    <Suspense>
      <FetchedDialogs />
    </Suspense>
  ) : null
}

const hasMenu = ({ menu }: CanvasState) => menu !== null

/** What can be done with what was pressed; fetched when the first is asked for. */
export function ContextMenu() {
  return useOnce(hasMenu) ? (
    <Suspense>
      <FetchedContextMenu />
    </Suspense>
  ) : null
}

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
