import * as Y from 'yjs'
import { AppError } from '../error/app-error'
import { draftMaps, draftParts } from './draft-maps'
import { DraftReader } from './draft-reader'
import type { Drawn } from './drawn'
import { writeDraft } from './write-draft'

const UNREADABLE = 'This change cannot be read.'

/**
 * A draft as the document that several people change at once, outside a browser: what is stored of it, changes taken
 * in, and the draft it makes. After an error it holds what was refused, and is to be made anew from what is stored.
 */
export class SharedDraft {
  private readonly doc = new Y.Doc()
  private readonly reader = new DraftReader(draftMaps(this.doc))

  /** @param states updates in any order, each any number of times */
  constructor(states: Iterable<Uint8Array>) {
    this.doc.transact(() => {
      for (const state of states) Y.applyUpdate(this.doc, state)
    })
  }

  /** A document that holds this draft and nothing else. */
  static of(drawn: Drawn): SharedDraft {
    const shared = new SharedDraft([])
    shared.write(drawn)
    return shared
  }

  /** All of it, as one update. */
  get state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc)
  }

  /** What it has of each writer, for another copy to know what is missing here. */
  get vector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  /** What a copy with this vector lacks; of what was deleted, all. Throws AppError invalid for no vector at all. */
  missing(vector: Uint8Array): Uint8Array {
    try {
      return Y.encodeStateAsUpdate(this.doc, vector)
    } catch (error) {
      throw new AppError('invalid', UNREADABLE, {}, { cause: error })
    }
  }

  /** Something that was taken in belongs behind a change that has not come: it waits, and is no part of the draft. */
  get hasGaps(): boolean {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null
  }

  /** Whether earlier changes of the same writers are missing here. Throws AppError invalid for bytes that are no change. */
  misses(update: Uint8Array): boolean {
    try {
      const held = Y.decodeStateVector(this.vector)
      return [...Y.parseUpdateMeta(update).from].some(
        ([writer, at]) => at > (held.get(writer) ?? 0),
      )
    } catch (error) {
      throw new AppError('invalid', UNREADABLE, {}, { cause: error })
    }
  }

  /**
   * Takes a change in. Answers what of it is new here, null when nothing is: it was known, or waits for another.
   * Throws AppError invalid for bytes that are no change.
   */
  apply(update: Uint8Array): Uint8Array | null {
    try {
      return this.gather(() => Y.applyUpdate(this.doc, update))
    } catch (error) {
      throw new AppError('invalid', UNREADABLE, {}, { cause: error })
    }
  }

  /** Makes it hold exactly this draft, touching only what differs. Answers the change, null when nothing differs. */
  write(drawn: Drawn): Uint8Array | null {
    return this.gather(() => this.doc.transact(() => writeDraft(draftMaps(this.doc), drawn)))
  }

  /** The draft, lists sorted by their keys. Throws AppError invalid or too-large when it is none. */
  read(): Drawn {
    const strange = [...this.doc.share.keys()].find((name) => !draftParts.some((p) => p === name))
    if (strange !== undefined)
      throw new AppError('invalid', 'This is no draft of a scenario.', { field: strange })
    return this.reader.read()
  }

  private gather(change: () => void): Uint8Array | null {
    const updates: Uint8Array[] = []
    const note = (update: Uint8Array) => void updates.push(update)
    this.doc.on('update', note)
    try {
      change()
    } finally {
      this.doc.off('update', note)
    }
    return updates.length > 0 ? Y.mergeUpdates(updates) : null
  }
}
