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
import { TouchedKeys } from './touched-keys'
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
  private readonly touched: TouchedKeys
  private current: DraftContent
  private past: ActHistory
  private lastMerge: { key: string; at: number } | null = null

  constructor(initial: DraftContent, { now, history = emptyHistory }: Beginning) {
    this.now = now
    this.past = history
    this.doc.transact(() => writeContent(this, initial), 'load')
    this.current = initial
    this.touched = new TouchedKeys(this)
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
    const { nodes, edges, positions, settings } = this.touched.take()
    this.current = {
      nodes: renewed(
        this.current.nodes,
        nodes,
        (id) => this.nodes.get(id)?.toJSON() as GraphNode | undefined,
      ),
      edges: renewed(this.current.edges, edges, (id) => this.edges.get(id)),
      positions: renewed(this.current.positions, positions, (id) => this.positions.get(id)),
      settings: renewed<unknown>({ ...this.current.settings }, settings, (key) =>
        this.settings.get(key),
      ) as FlowSettings,
    }
    this.notify()
  }

  private notify() {
    for (const listener of this.listeners) listener()
  }
}

/** The record with the touched keys read anew; each value, and the whole, stays the same object where nothing differs. */
function renewed<Value>(
  before: Readonly<Record<string, Value>>,
  touched: ReadonlySet<string>,
  read: (key: string) => Value | undefined,
): Readonly<Record<string, Value>> {
  const changed = [...touched].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(read(key)),
  )
  if (changed.length === 0) return before
  const after = { ...before }
  for (const key of changed) {
    const value = read(key)
    if (value === undefined) delete after[key]
    else after[key] = value
  }
  return after
}
