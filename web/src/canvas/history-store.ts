import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type Act, type ActHistory, emptyHistory } from './document/act-history'

const KEPT_MS = 7 * 24 * 3_600_000

interface Extent {
  /** Acts lie under `first`, `first + 1`, … */
  first: number
  count: number
  done: number
  at: number
}
interface Kept extends DBSchema {
  acts: { key: [flowId: string, place: number]; value: Act }
  extents: { key: string; value: Extent }
}

const opened = () =>
  openDB<Kept>('relance-undo', 1, {
    upgrade: (base) => {
      base.createObjectStore('acts')
      base.createObjectStore('extents')
    },
  })

const rangeOf = (flowId: string, from: number, to = Number.MAX_SAFE_INTEGER) =>
  IDBKeyRange.bound([flowId, from], [flowId, to])

/**
 * One's own acts on one scenario, kept in this browser for seven days so that they can be taken back after a
 * reload. Each act is written when it is done, in one transaction; acts that did not change are not written again.
 */
export class HistoryStore {
  private written: { first: number; history: ActHistory } = { first: 0, history: emptyHistory }
  private last: Promise<void> = Promise.resolve()

  private constructor(
    private readonly base: IDBPDatabase<Kept>,
    private readonly flowId: string,
  ) {}

  /** Opens what is kept of a scenario. Null where this browser keeps nothing, as in some private windows. */
  static async open(flowId: string): Promise<HistoryStore | null> {
    try {
      const store = new HistoryStore(await opened(), flowId)
      await store.read()
      return store
    } catch (error) {
      if (error instanceof DOMException) return null
      throw error
    }
  }

  /** The acts as they are kept now. */
  get history(): ActHistory {
    return this.written.history
  }

  /** Keeps the history as it is now; what was asked for before is written first. */
  keep(history: ActHistory) {
    if (history === this.written.history) return
    const { first, history: before } = this.written
    // Acts fall out at the front when there are too many: the rest keep their places.
    const start = history.acts[0]
    const fallen = start ? Math.max(0, before.acts.indexOf(start)) : 0
    this.written = { first: first + fallen, history }
    const { written } = this
    this.last = this.last
      .then(() => this.write(written, { first, history: before }))
      // A full or closed store: until the page closes, all can be taken back nonetheless.
      .catch(() => this.base.close())
  }

  private async read() {
    const now = Date.now()
    const extent = await this.base.get('extents', this.flowId)
    if (!extent) return
    if (now - extent.at > KEPT_MS) {
      await this.base.delete('acts', rangeOf(this.flowId, 0))
      await this.base.delete('extents', this.flowId)
      return
    }
    const { first, count, done } = extent
    const acts = await this.base.getAll('acts', rangeOf(this.flowId, first, first + count - 1))
    if (acts.length === count) this.written = { first, history: { acts, done } }
  }

  private async write(next: HistoryStore['written'], before: HistoryStore['written']) {
    const { first, history } = next
    const end = first + history.acts.length
    const work = this.base.transaction(['acts', 'extents'], 'readwrite')
    const acts = work.objectStore('acts')
    const changed = history.acts.flatMap((act, place) => {
      const isKept = before.history.acts[first + place - before.first] === act
      return isKept ? [] : [acts.put(act, [this.flowId, first + place])]
    })
    const extent = { first, count: history.acts.length, done: history.done, at: Date.now() }
    await Promise.all([
      ...changed,
      acts.delete(rangeOf(this.flowId, end)),
      first > 0 ? acts.delete(rangeOf(this.flowId, 0, first - 1)) : undefined,
      work.objectStore('extents').put(extent, this.flowId),
      work.done,
    ])
  }
}
