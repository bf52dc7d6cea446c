import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { factsQuery, problemsQuery } from '../../api/flows'
import { useWords } from '../../words/use-words'
import { useContent, useSaveState, useSession } from '../canvas-context'
import { type DraftContent, draftOf } from '../document/draft-content'
import type { CanvasStore } from '../store/canvas-store'
import { problemsInWorker, readyWorker } from './problems-in-worker'

/** Acts in quick succession, as typing makes them, are looked at once. */
const AFTER_MS = 150

/**
 * Finds the problems of the open draft again after each act, in a worker of this browser, and puts them where
 * `useKeepProblems` reads. What the draft had when it was opened the server says; so the worker begins when somebody
 * chooses a step, and works from the first act on. Until the facts are there, or where the worker cannot run, the
 * server is asked after each save instead. Use once per canvas.
 */
export function useLocalProblems(): void {
  const { flow, document, store, readOnly, isAhead } = useSession()
  const saveState = useSaveState()
  const { language } = useWords()
  const queries = useQueryClient()
  const nodes = useContent((content) => content.nodes)
  const used = useMemo(() => usedContent(nodes), [nodes])
  const { data: facts } = useQuery({ ...factsQuery(flow.id, used), enabled: !readOnly })
  const [works, setWorks] = useState(true)
  const judged = useRef({ content: isAhead ? null : document.content, facts })
  useWorkerAtHand(readOnly ? null : store)

  useEffect(() => {
    if (!facts || !works) return
    const { queryKey } = problemsQuery(flow.id, language)
    let asked = 0
    const find = async () => {
      const mine = ++asked
      const draft = draftOf(flow.id, 0, document.content)
      const items = await problemsInWorker({ draft, facts, language })
      // An older answer of the server's must not arrive after this one.
      await queries.cancelQueries({ queryKey })
      if (mine === asked) queries.setQueryData(queryKey, { items })
    }
    const start = () => void find().catch(() => setWorks(false))
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = document.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(start, AFTER_MS)
    })
    const { current } = judged
    current.facts ??= facts
    if (current.content !== document.content || current.facts !== facts) start()
    return () => {
      asked++
      clearTimeout(timer)
      stop()
    }
  }, [facts, works, flow.id, document, language, queries])

  const asksServer = !readOnly && (!facts || !works) && saveState.kind === 'saved'
  useEffect(() => {
    if (asksServer) void queries.invalidateQueries(problemsQuery(flow.id, language))
  }, [asksServer, flow.id, language, queries])
}

/** Begins the worker when a step is chosen for the first time: who does so is about to change something. */
function useWorkerAtHand(store: CanvasStore | null) {
  useEffect(() => {
    const stop = store?.subscribe(({ selected }) => {
      if (selected.length === 0) return
      stop?.()
      // After the settings of what was chosen.
      setTimeout(readyWorker, AFTER_MS)
    })
    return stop
  }, [store])
}

/** Mails and offers that steps name, as one text, so that equal lists are equal. */
function usedContent(nodes: DraftContent['nodes']): string {
  const named = Object.values(nodes).flatMap(({ config }) => [config.template, config.offer])
  return [...new Set(named.filter((id) => typeof id === 'string'))].sort().join(',')
}
