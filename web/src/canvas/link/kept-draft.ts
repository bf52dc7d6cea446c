import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'

const SINCE = 'since'
const UNSENT = 'unsent'

/** A scenario's document as this browser keeps it, so that acts outlive the page and the connection. */
export class KeptDraft {
  private constructor(
    readonly doc: Y.Doc,
    private readonly store: IndexeddbPersistence | null,
    /** The last revision of the server's that is in it; null when it was never there. */
    readonly since: number | null,
    /** Acts that the server has not confirmed. */
    readonly unsent: number,
  ) {}

  /** Opens what is kept of a scenario. @param keeps false where this browser keeps nothing, as in some private windows */
  static async open(flowId: string, keeps: boolean): Promise<KeptDraft> {
    const doc = new Y.Doc()
    if (!keeps) return new KeptDraft(doc, null, null, 0)
    const store = new IndexeddbPersistence(`relance-draft-${flowId}`, doc)
    await store.whenSynced
    const [since, unsent] = await Promise.all([store.get(SINCE), store.get(UNSENT)])
    const known = typeof since === 'number' ? since : null
    return new KeptDraft(doc, store, known, typeof unsent === 'number' ? unsent : 0)
  }

  /** Whether acts outlive the page. */
  get keeps(): boolean {
    return this.store !== null
  }

  /** Whether anything is drawn in it. */
  get isEmpty(): boolean {
    return this.doc.store.clients.size === 0
  }

  /** Notes up to where the server's changes are in it, and how many acts the server has not confirmed. */
  note({ since, unsent }: { since: number | null; unsent: number }) {
    if (since !== null) void this.store?.set(SINCE, since)
    void this.store?.set(UNSENT, unsent)
  }

  /** Lets go of the store; what was written stays. */
  close() {
    void this.store?.destroy()
  }

  /** Forgets what this browser keeps, as when the server's draft is taken instead. */
  async forget() {
    await this.store?.clearData()
  }
}
