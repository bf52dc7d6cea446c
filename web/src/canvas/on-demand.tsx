import { lazy, useEffect, useState } from 'react'
import { FetchedPart, useFetched } from '../ui/fetched-part'
import { fetchMenu } from '../ui/menu'
import { untilIdle } from '../ui/until-idle'
import { withWords } from '../words/with-words'
import { useCanvas } from './canvas-context'
import { ruleBuilder } from './inspector/rule-builder'
import type { CanvasState } from './store/canvas-store'

const inspector = new FetchedPart(
  withWords(async () => (await import('./inspector/inspector')).Inspector),
)
const picker = new FetchedPart(withWords(async () => (await import('./picker/picker')).Picker))
const dialogs = new FetchedPart(
  withWords(async () => (await import('./canvas-dialogs')).CanvasDialogs),
)
const contextMenu = new FetchedPart(
  withWords(async () => (await import('./context-menu/context-menu')).ContextMenu),
)
const gone = new FetchedPart(
  withWords(async () => (await import('./changes/gone-layer')).GoneLayer),
)
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

/** Stands from the first time on that it is asked for, once it is fetched. */
const onceAsked = (part: FetchedPart, isAsked: (state: CanvasState) => boolean) => () => {
  const Part = useFetched(part, useOnce(isAsked))
  return Part ? <Part /> : null
}

/** The settings of what is chosen. */
export const Inspector = onceAsked(
  inspector,
  ({ selected, selectedEdge, rulesShown }) =>
    selected.length > 0 || selectedEdge !== null || rulesShown,
)

/** The list of steps to add. */
export const Picker = onceAsked(picker, ({ picking }) => picking !== null)

/** Whatever lies over the canvas. */
export const CanvasDialogs = onceAsked(
  dialogs,
  ({ dialog, people, pasting }) => dialog !== null || people !== null || pasting !== null,
)

/** Steps that the draft has lost since the live version. */
export const GoneLayer = onceAsked(
  gone,
  ({ changes, comparing }) => comparing && changes.some(({ kind }) => kind === 'removed'),
)

/** What can be done with what was pressed. */
export const ContextMenu = onceAsked(contextMenu, ({ menu }) => menu !== null)

/** What cannot be fetched now is told of when somebody asks for it. */
const inQuiet = (fetches: (() => Promise<unknown>)[]) =>
  Promise.allSettled(fetches.map((fetchIt) => fetchIt()))

/** In the order people come to need them. */
const ahead = [
  ...[inspector.fetch, ruleBuilder.fetch, picker.fetch, contextMenu.fetch, fetchMenu],
  ...[dialogs.fetch, gone.fetch, fetchOutline, fetchRepair],
]

/**
 * Fetches what people need next one by one while the page has nothing to do, once the drawing stands; the first of it
 * at once when they move the pointer or press a key before. All of it is there if the network goes later.
 */
export function useFetchAhead() {
  useEffect(() => {
    const left = new AbortController()
    const hurry = () => void inQuiet([inspector.fetch, picker.fetch])
    for (const sign of ['pointermove', 'pointerdown', 'keydown', 'focusin'])
      window.addEventListener(sign, hurry, { signal: left.signal, passive: true, once: true })
    const inTurn = async () => {
      for (const fetchIt of ahead) {
        await untilIdle()
        if (left.signal.aborted) return
        await inQuiet([fetchIt])
      }
    }
    void inTurn()
    return () => left.abort()
  }, [])
}
