import type { GraphEdge, GraphNode } from '@relance/core/graph/graph'
import type { FlowSettings } from '@relance/core/graph/settings'
import * as Y from 'yjs'
import type { DraftContent, Point } from './draft-content'
import { writeContent } from './write-content'

/** What an act did, for the undo button and the announcer: a key of the catalogue and its slots. */
export interface ActName {
  key: string
  values?: Record<string, string | number>
}

const MINE = 'mine'
const MAX_STEPS = 200
const TYPING_MS = 800

/**
 * The draft being edited, as a Yjs document: every act is one transaction and one undo step.
 * `content` is an immutable picture of it that shares what did not change.
 */
export class DraftDocument {
  private readonly doc = new Y.Doc()
  readonly nodes = this.doc.getMap<Y.Map<unknown>>('nodes')
  readonly edges = this.doc.getMap<GraphEdge>('edges')
  readonly positions = this.doc.getMap<Point>('positions')
  readonly settings = this.doc.getMap<unknown>('settings')
  private readonly undos: Y.UndoManager
  private readonly listeners = new Set<() => void>()
  private current: DraftContent
  private naming: ActName = { key: 'act.edit' }
  private lastMerge: { key: string; at: number } | null = null

  constructor(
    initial: DraftContent,
    private readonly now: () => number,
  ) {
    this.doc.transact(() => writeContent(this, initial), 'load')
    this.current = initial
    this.undos = new Y.UndoManager([this.nodes, this.edges, this.positions, this.settings], {
      trackedOrigins: new Set([MINE]),
      captureTimeout: Number.MAX_SAFE_INTEGER,
    })
    this.undos.on(
      'stack-item-added',
      ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }) => {
        stackItem.meta.set('act', this.naming)
      },
    )
    this.doc.on('afterTransaction', () => this.refresh())
  }

  get content(): DraftContent {
    return this.current
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
    if (!continues) this.undos.stopCapturing()
    this.lastMerge = merge === undefined ? null : { key: merge, at }
    this.naming = name
    this.doc.transact(change, MINE)
    const extra = this.undos.undoStack.length - MAX_STEPS
    if (extra > 0) this.undos.undoStack.splice(0, extra)
  }

  /** Takes over another state whole, as when the server's draft is chosen: not an act, undo begins anew. */
  replace(content: DraftContent) {
    this.doc.transact(() => writeContent(this, content), 'load')
    this.undos.clear()
    this.notify()
  }

  get undoName(): ActName | null {
    return nameOf(this.undos.undoStack)
  }

  get redoName(): ActName | null {
    return nameOf(this.undos.redoStack)
  }

  /** Takes back the last act; answers its name, or null when there was none. */
  undo(): ActName | null {
    return this.travel(this.undoName, () => this.undos.undo())
  }

  /** Does again what was taken back last. */
  redo(): ActName | null {
    return this.travel(this.redoName, () => this.undos.redo())
  }

  private travel(name: ActName | null, go: () => void) {
    if (!name) return null
    this.naming = name
    this.lastMerge = null
    go()
    this.notify()
    return name
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

const nameOf = (stack: { meta: Map<unknown, unknown> }[]) =>
  (stack.at(-1)?.meta.get('act') as ActName | undefined) ?? null

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
