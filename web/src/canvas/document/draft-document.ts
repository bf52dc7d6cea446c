import type { GraphEdge, GraphNode } from '@relance/core/graph/graph'
import type { FlowSettings } from '@relance/core/graph/settings'
import * as Y from 'yjs'
import { type ActHistory, emptyHistory, withAct, withMore } from './act-history'
import {
  applyChange,
  changesBetween,
  type DraftChange,
  reversed,
  stillStands,
} from './draft-change'
import type { DraftContent, Point } from './draft-content'
import { writeContent } from './write-content'

/** What an act did, for the undo button and the announcer: a key of the catalogue and its slots. */
export interface ActName {
  key: string
  values?: Record<string, string | number>
}

/** An act that was taken back or done again; `isLeft` when nothing of it could be, because it was changed since. */
export interface Travelled {
  name: ActName
  isLeft: boolean
}

interface Beginning {
  /** Milliseconds, to tell typing from two acts. */
  now: () => number
  /** Acts of an earlier opening, still to be taken back. */
  history?: ActHistory
}

const MINE = 'mine'
const TYPING_MS = 800

/**
 * The draft being edited, as a Yjs document: every act is one transaction and one step of `history`, which holds
 * one's own acts only. `content` is an immutable picture of it that shares what did not change.
 */
export class DraftDocument {
  private readonly doc = new Y.Doc()
  readonly nodes = this.doc.getMap<Y.Map<unknown>>('nodes')
  readonly edges = this.doc.getMap<GraphEdge>('edges')
  readonly positions = this.doc.getMap<Point>('positions')
  readonly settings = this.doc.getMap<unknown>('settings')
  private readonly listeners = new Set<() => void>()
  private readonly now: () => number
  private current: DraftContent
  private past: ActHistory
  private lastMerge: { key: string; at: number } | null = null

  constructor(initial: DraftContent, { now, history = emptyHistory }: Beginning) {
    this.now = now
    this.past = history
    this.doc.transact(() => writeContent(this, initial), 'load')
    this.current = initial
    this.doc.on('afterTransaction', () => this.refresh())
  }

  get content(): DraftContent {
    return this.current
  }

  /** One's own acts, done and taken back; another object after each act. */
  get history(): ActHistory {
    return this.past
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Runs one act. Acts with the same `merge` key within 800 ms, as typing makes them, become one undo step. */
  act(name: ActName, change: () => void, merge?: string) {
    const at = this.now()
    const continues =
      merge !== undefined && this.lastMerge?.key === merge && at - this.lastMerge.at < TYPING_MS
    const before = this.current
    this.doc.transact(change, MINE)
    const changes = changesBetween(before, this.current)
    if (changes.length === 0) return
    this.lastMerge = merge === undefined ? null : { key: merge, at }
    this.past = continues ? withMore(this.past, changes) : withAct(this.past, { name, changes })
    this.notify()
  }

  /** Takes over another state whole, as when the server's draft is chosen: not an act, undo begins anew. */
  replace(content: DraftContent) {
    this.doc.transact(() => writeContent(this, content), 'load')
    this.past = emptyHistory
    this.notify()
  }

  get undoName(): ActName | null {
    return this.past.acts[this.past.done - 1]?.name ?? null
  }

  get redoName(): ActName | null {
    return this.past.acts[this.past.done]?.name ?? null
  }

  /** Takes back the last act: each value it changed that nobody has changed since. Null when there was none. */
  undo(): Travelled | null {
    const { acts, done } = this.past
    const act = acts[done - 1]
    if (!act) return null
    this.past = { acts, done: done - 1 }
    return this.travel(act.name, act.changes.map(reversed).toReversed())
  }

  /** Does again what was taken back last. */
  redo(): Travelled | null {
    const { acts, done } = this.past
    const act = acts[done]
    if (!act) return null
    this.past = { acts, done: done + 1 }
    return this.travel(act.name, act.changes)
  }

  private travel(name: ActName, changes: DraftChange[]): Travelled {
    const standing = changes.filter((change) => stillStands(this.current, reversed(change)))
    this.lastMerge = null
    this.doc.transact(() => {
      for (const change of standing) applyChange(this, change)
    }, MINE)
    this.notify()
    return { name, isLeft: standing.length === 0 }
  }

  private refresh() {
    const next: DraftContent = {
      nodes: share(this.current.nodes, readNodes(this.nodes)),
      edges: share(this.current.edges, Object.fromEntries(this.edges.entries())),
      positions: share(this.current.positions, Object.fromEntries(this.positions.entries())),
      settings: shareOne(
        this.current.settings,
        Object.fromEntries(this.settings.entries()) as FlowSettings,
      ),
    }
    this.current = next
    this.notify()
  }

  private notify() {
    for (const listener of this.listeners) listener()
  }
}

function readNodes(nodes: Y.Map<Y.Map<unknown>>): Record<string, GraphNode> {
  return Object.fromEntries(
    [...nodes.entries()].map(([id, node]) => [id, node.toJSON() as GraphNode]),
  )
}

const shareOne = <Value>(before: Value, after: Value): Value =>
  JSON.stringify(before) === JSON.stringify(after) ? before : after

/** Keeps the old value of each key that did not change, and the old record when none did. */
function share<Value>(before: Readonly<Record<string, Value>>, after: Record<string, Value>) {
  let same = Object.keys(before).length === Object.keys(after).length
  for (const [key, value] of Object.entries(after)) {
    const old = before[key]
    if (old !== undefined && JSON.stringify(old) === JSON.stringify(value)) after[key] = old
    else same = false
  }
  return same ? before : after
}
