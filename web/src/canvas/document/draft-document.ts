import { type DraftMaps, draftMaps, draftParts } from '@relance/core/draft/draft-maps'
import { TouchedKeys } from '@relance/core/draft/touched-keys'
import { writeDraft } from '@relance/core/draft/write-draft'
import type { GraphEdge, GraphNode } from '@relance/core/graph/graph'
import type { FlowSettings } from '@relance/core/graph/settings'
import * as Y from 'yjs'
import {
  type Act,
  type ActHistory,
  type Author,
  emptyHistory,
  withAct,
  withMore,
} from './act-history'
import {
  addressOf,
  applyChange,
  changesBetween,
  type DraftChange,
  reversed,
  stillStands,
} from './draft-change'
import { type DraftContent, draftOf, type Point } from './draft-content'
import { type Overtaken, overtake } from './overtake'

/** What an act did, for the undo button and the announcer: a key of the catalogue and its slots. */
export interface ActName {
  key: string
  values?: Record<string, string | number>
}

/**
 * An act that was taken back or done again; `isLeft` when nothing of it could be, because it was changed since.
 * `skipped`: who changed what had to be left alone, where that is known.
 */
export interface Travelled {
  name: ActName
  isLeft: boolean
  skipped?: Author
}

interface Beginning {
  /** Milliseconds, to tell typing from two acts. */
  now: () => number
  /** Acts of an earlier opening, still to be taken back. */
  history?: ActHistory
}

const MINE = 'mine'
/** What is no act of anybody's: read from where it was kept, or laid out on opening. */
const LOAD = 'load'
/** The origin of changes that came from elsewhere, so that they are not sent back. */
export const THEIRS = 'theirs'
const TYPING_MS = 800

/**
 * The draft being edited, as a Yjs document: every act is one transaction and one step of `history`, which holds
 * one's own acts only. `content` is an immutable picture of it that shares what did not change.
 */
export class DraftDocument {
  /** The document itself, for whoever keeps it and carries its changes. */
  readonly shared: Y.Doc
  readonly nodes: Y.Map<Y.Map<unknown>>
  readonly edges: Y.Map<GraphEdge>
  readonly positions: Y.Map<Point>
  readonly settings: Y.Map<unknown>
  /** Acts done in this window, those taken back and done again included: grows by one with each. */
  acts = 0
  private readonly listeners = new Set<() => void>()
  private readonly now: () => number
  private readonly touched: TouchedKeys
  private current: DraftContent
  private past: ActHistory
  private lastMerge: { key: string; at: number } | null = null
  /** Inside an act: whoever listens hears of it once, when it is in the history as well. */
  private isActing = false

  /** @param initial what is drawn, or a document that holds it and is shared with others */
  constructor(initial: DraftContent | Y.Doc, { now, history = emptyHistory }: Beginning) {
    this.now = now
    this.past = history
    this.shared = initial instanceof Y.Doc ? initial : new Y.Doc()
    const maps = draftMaps(this.shared)
    this.nodes = maps.nodes
    this.edges = maps.edges
    this.positions = maps.positions
    this.settings = maps.settings
    if (!(initial instanceof Y.Doc))
      this.shared.transact(() => writeDraft(maps, draftOf('', 0, initial)), LOAD)
    this.current = initial instanceof Y.Doc ? contentIn(this) : initial
    this.touched = new TouchedKeys(maps)
    this.shared.on('afterTransaction', () => this.refresh())
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
    this.transact(change)
    const changes = changesBetween(before, this.current)
    if (changes.length === 0) return
    this.lastMerge = merge === undefined ? null : { key: merge, at }
    if (!continues) this.acts++
    this.past = continues ? withMore(this.past, changes) : withAct(this.past, { name, changes, at })
    this.notify()
  }

  /** Gives steps a place that have none: no act of anybody's. */
  place(positions: Readonly<Record<string, Point>>) {
    this.shared.transact(() => {
      for (const [id, point] of Object.entries(positions)) this.positions.set(id, point)
    }, LOAD)
  }

  /** Takes in what others did. Answers which values of one's own they changed. */
  receive(update: Uint8Array, author: Author): Overtaken[] {
    const before = this.current
    Y.applyUpdate(this.shared, update, THEIRS)
    if (this.current === before || this.past.acts.length === 0) return []
    const { history, lost } = overtake(this.past, changesBetween(before, this.current), author)
    if (lost.length === 0) return []
    this.past = history
    this.notify()
    return lost
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
    return this.travel(act, act.changes.map(reversed).toReversed())
  }

  /** Does again what was taken back last. */
  redo(): Travelled | null {
    const { acts, done } = this.past
    const act = acts[done]
    if (!act) return null
    this.past = { acts, done: done + 1 }
    return this.travel(act, act.changes)
  }

  private travel({ name, overtaken }: Act, changes: DraftChange[]): Travelled {
    const standing = changes.filter((change) => stillStands(this.current, reversed(change)))
    const stands = new Set(standing)
    const left = changes.filter((change) => !stands.has(change))
    const skipped = left.map((change) => overtaken?.[addressOf(change)]).find(Boolean)
    this.lastMerge = null
    this.acts++
    this.transact(() => {
      for (const change of standing) applyChange(this, change)
    })
    this.notify()
    return { name, isLeft: standing.length === 0, ...(skipped && { skipped }) }
  }

  private transact(change: () => void) {
    this.isActing = true
    try {
      this.shared.transact(change, MINE)
    } finally {
      this.isActing = false
    }
  }

  private refresh() {
    const { nodes, edges, positions, settings } = this.touched.take()
    const before = this.current
    const after = {
      nodes: renewed(
        before.nodes,
        nodes,
        (id) => this.nodes.get(id)?.toJSON() as GraphNode | undefined,
      ),
      edges: renewed(before.edges, edges, (id) => this.edges.get(id)),
      positions: renewed(before.positions, positions, (id) => this.positions.get(id)),
      settings: renewed<unknown>(before.settings, settings, (key) =>
        this.settings.get(key),
      ) as FlowSettings,
    }
    if (draftParts.every((part) => after[part] === before[part])) return
    this.current = after
    if (!this.isActing) this.notify()
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
  const changed = [...touched].flatMap((key): [string, Value | undefined][] => {
    const value = read(key)
    const isNew = before[key] === undefined && value !== undefined
    return isNew || JSON.stringify(before[key]) !== JSON.stringify(value) ? [[key, value]] : []
  })
  if (changed.length === 0) return before
  const after = { ...before }
  for (const [key, value] of changed) {
    if (value === undefined) delete after[key]
    else after[key] = value
  }
  return after
}

/** What a document holds, read whole. */
const contentIn = ({ nodes, edges, positions, settings }: DraftMaps): DraftContent => ({
  nodes: nodes.toJSON() as DraftContent['nodes'],
  edges: edges.toJSON(),
  positions: positions.toJSON(),
  settings: settings.toJSON() as FlowSettings,
})
