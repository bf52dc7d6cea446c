import { edgeKey } from '@relance/core/graph/graph'
import type { ActName, DraftDocument } from './draft-document'
import { reachableFrom } from './walk-graph'

/** Times a backward path may be taken when nothing else is said. */
const LOOP_AT_MOST = 3

/** Why two steps cannot be joined, or null. */
export function refusalToConnect(
  document: DraftDocument,
  from: string,
  to: string,
  isTrigger: (id: string) => boolean,
) {
  if (from === to) return 'same' as const
  if (isTrigger(to)) return 'trigger' as const
  return document.content.nodes[from] && document.content.nodes[to] ? null : ('missing' as const)
}

/** Leads an exit to a step; a path that goes back carries how often it may be taken. */
export function connectExit(
  document: DraftDocument,
  from: string,
  exit: string,
  to: string,
  name: ActName,
) {
  const goesBack = reachableFrom(document.content, [to]).has(from)
  document.act(name, () => {
    document.edges.set(
      edgeKey({ from, exit }),
      goesBack ? { from, exit, to, atMost: LOOP_AT_MOST } : { from, exit, to },
    )
  })
}

/** Takes an edge away; its exit is open again. */
export function cutEdge(document: DraftDocument, key: string, name: ActName) {
  document.act(name, () => document.edges.delete(key))
}

/** How often one person may take this backward path. */
export function limitEdge(document: DraftDocument, key: string, atMost: number, name: ActName) {
  const edge = document.content.edges[key]
  if (edge) document.act(name, () => document.edges.set(key, { ...edge, atMost }), `limit:${key}`)
}
