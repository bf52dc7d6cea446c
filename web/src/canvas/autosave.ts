import type { Draft } from '@relance/core/graph/draft'
import { ApiError, isOffline } from '../api/api-error'
import { contentOf, type DraftContent, draftOf } from './document/draft-content'
import type { DraftDocument } from './document/draft-document'

const SAVE_AFTER_MS = 700
const RETRY_MS = 5_000

export type SaveState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'saving' }
  | { kind: 'offline'; acts: number }
  | { kind: 'failed'; message: string }
  | { kind: 'conflict'; theirs: Draft }

interface Wiring {
  flowId: string
  document: DraftDocument
  revision: number
  /** What was on its way to the server when this browser last knew, by an earlier page. */
  sent?: DraftContent
  write: (draft: Draft) => Promise<Draft>
  keep: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  onState: (state: SaveState) => void
}

interface Kept {
  revision: number
  content: DraftContent
  sent?: DraftContent
}

/** Whether the server's draft is what this browser sent: its answer got lost, as when a page is closed in mid-save. */
const isOwn = (theirs: Draft, sent: DraftContent | undefined) =>
  sent !== undefined &&
  JSON.stringify(draftOf('', 0, contentOf(theirs))) === JSON.stringify(draftOf('', 0, sent))

const keyOf = (flowId: string) => `relance.unsaved.${flowId}`

/** What this browser holds of a scenario that the server has not confirmed; null when nothing. */
export function readUnsaved(keep: Storage, flowId: string): Kept | null {
  const text = keep.getItem(keyOf(flowId))
  return text ? (JSON.parse(text) as Kept) : null
}

/**
 * Sends the draft within a second of each act, keeps it in this browser until it is confirmed,
 * tries again when the network is away, and stops at a conflict until one side is chosen.
 */
export class Autosave {
  private timer: ReturnType<typeof setTimeout> | null = null
  private saving: Promise<void> | null = null
  private dirty = false
  private acts = 0
  private revision: number
  private last: DraftContent
  private sent: DraftContent | undefined
  private state: SaveState = { kind: 'saved', at: null }

  constructor(private readonly wiring: Wiring) {
    this.revision = wiring.revision
    this.last = wiring.document.content
    this.sent = wiring.sent
  }

  /** Begins to listen; answers how to stop. */
  start(): () => void {
    const stop = this.wiring.document.subscribe(() => this.noteChange())
    const online = () => this.dirty && this.schedule(0)
    const leaving = (event: BeforeUnloadEvent) => {
      if (this.dirty && this.state.kind === 'failed') event.preventDefault()
    }
    window.addEventListener('online', online)
    window.addEventListener('beforeunload', leaving)
    return () => {
      stop()
      window.removeEventListener('online', online)
      window.removeEventListener('beforeunload', leaving)
      if (this.timer) clearTimeout(this.timer)
      if (this.dirty && !this.saving && this.state.kind !== 'conflict') void this.save()
    }
  }

  /**
   * Sends what is unsent now, after the save under way. True once the server has the document as it
   * stands; false when it cannot be sent (no connection, refused, in conflict).
   */
  async flush(): Promise<boolean> {
    while (this.dirty && this.state.kind !== 'conflict') {
      await (this.saving ?? this.save())
      if (this.state.kind === 'offline' || this.state.kind === 'failed') return false
    }
    return !this.dirty
  }

  /** Marks the document as unsent, as when acts were found in this browser on opening. */
  touch() {
    this.last = { ...this.last }
    this.noteChange()
  }

  /** Ends a conflict: mine is written over theirs, or theirs replaces mine. */
  settle(choice: 'mine' | 'theirs', theirs: Draft, replace: (draft: Draft) => void) {
    this.revision = theirs.revision
    this.tell({ kind: 'saved', at: null })
    if (choice === 'theirs') {
      this.dirty = false
      this.wiring.keep.removeItem(keyOf(this.wiring.flowId))
      replace(theirs)
      this.last = this.wiring.document.content
      this.dirty = false
      if (this.timer) clearTimeout(this.timer)
      this.tell({ kind: 'saved', at: Date.now() })
    } else this.schedule(0)
  }

  private noteChange() {
    const { content } = this.wiring.document
    if (content === this.last) return
    this.last = content
    this.dirty = true
    this.acts++
    this.keep(content)
    if (this.state.kind === 'conflict') return
    if (this.state.kind === 'offline') this.tell({ kind: 'offline', acts: this.acts })
    else this.tell({ kind: 'saving' })
    this.schedule(SAVE_AFTER_MS)
  }

  private keep(content: DraftContent) {
    const kept: Kept = { revision: this.revision, content, sent: this.sent }
    this.wiring.keep.setItem(keyOf(this.wiring.flowId), JSON.stringify(kept))
  }

  private schedule(after: number) {
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), after)
  }

  private save(): Promise<void> {
    if (this.saving) this.schedule(SAVE_AFTER_MS)
    else {
      if (this.timer) clearTimeout(this.timer)
      this.saving = this.send().finally(() => {
        this.saving = null
      })
    }
    return this.saving ?? Promise.resolve()
  }

  private async send() {
    const sent = this.wiring.document.content
    const earlier = this.sent
    this.sent = sent
    this.keep(sent)
    try {
      const { revision } = await this.wiring.write(draftOf(this.wiring.flowId, this.revision, sent))
      this.revision = revision
      this.settled(sent)
    } catch (error) {
      this.failed(error, [earlier, sent])
    }
  }

  private settled(sent: DraftContent) {
    if (this.wiring.document.content !== sent) {
      this.tell({ kind: 'saving' })
      this.schedule(SAVE_AFTER_MS)
      return
    }
    this.dirty = false
    this.acts = 0
    this.wiring.keep.removeItem(keyOf(this.wiring.flowId))
    this.tell({ kind: 'saved', at: Date.now() })
  }

  private failed(error: unknown, mine: (DraftContent | undefined)[]) {
    if (error instanceof ApiError && error.status === 409 && error.body.current) {
      const theirs = error.body.current as Draft
      if (mine.some((sent) => isOwn(theirs, sent))) {
        this.revision = theirs.revision
        this.tell({ kind: 'saving' })
        this.schedule(0)
      } else this.tell({ kind: 'conflict', theirs })
      return
    }
    this.tell(
      isOffline(error)
        ? { kind: 'offline', acts: this.acts }
        : { kind: 'failed', message: error instanceof Error ? error.message : String(error) },
    )
    this.schedule(RETRY_MS)
  }

  private tell(state: SaveState) {
    this.state = state
    this.wiring.onState(state)
  }
}
