import { fromBase64, readHeaded, toBase64, writeNumbered } from '@relance/core/draft/frames'
import {
  closeCode,
  type FromBrowser,
  type FromServer,
  HEARTBEAT_MS,
  type PersonHere,
  type Place,
} from '@relance/core/draft/link-messages'
import * as Y from 'yjs'
import { type DraftDocument, THEIRS } from '../document/draft-document'
import type { Overtaken } from '../document/overtake'
import { Alarm } from './alarm'
import type { Heard, Socket } from './connect-to'
import type { KeptDraft } from './kept-draft'
import { Outbox } from './outbox'
import { Retry } from './retry'
import type { SaveState, Saving } from './save-state'
import { watchWindow } from './watch-window'

/** Acts of so long go out together: typing is not sent letter by letter. */
const GATHER_MS = 200
/** A change that is not answered by then has got lost with its connection. */
const ANSWER_MS = 15_000

interface Wiring {
  document: DraftDocument
  kept: Pick<KeptDraft, 'since' | 'unsent' | 'note' | 'keeps'>
  connect: (heard: Heard) => Socket
  /** Why a connection is refused, in words; null when nothing answers at all. */
  askWhy: () => Promise<string | null>
  onState: (state: SaveState) => void
  onPeople: (people: PersonHere[], you: string) => void
  /** Others have changed values of one's own. */
  onLost: (lost: Overtaken[]) => void
}

/**
 * Carries the document's changes to the server and others' changes here, over one connection that is made anew
 * whenever it breaks. Whatever was not confirmed is sent again: a change that comes twice changes nothing.
 */
export class DraftLink implements Saving {
  /** Whether the server takes changes from this person; null until it has said so. */
  mayDraw: boolean | null = null
  /** Resolves when this document holds all that the server has. */
  readonly isSynced: Promise<void>
  private nowSynced: () => void = () => undefined
  private readonly outbox = new Outbox()
  private readonly retry = new Retry(() => this.open())
  private readonly gathering = new Alarm(GATHER_MS, () => this.sendPending())
  private readonly answering = new Alarm(ANSWER_MS, () => this.breakOff())
  private readonly silence = new Alarm(3 * HEARTBEAT_MS, () => this.breakOff())
  private socket: Socket | null = null
  /** What the server had when the connection was opened; null while there is none. */
  private base: Uint8Array | null = null
  private refusal: string | null = null
  private you = ''
  private place: Place = { step: null, isEditing: false }
  private since: number | null
  /** Acts of the document when all was confirmed last, less those of an earlier page. */
  private settledActs: number
  private state: SaveState = { kind: 'saved', at: null }
  private waiting: (() => void)[] = []
  private isGone = false

  constructor(private readonly wiring: Wiring) {
    this.since = wiring.kept.since
    this.settledActs = wiring.document.acts - wiring.kept.unsent
    this.isSynced = new Promise((resolve) => {
      this.nowSynced = resolve
    })
  }

  /** Begins to listen and to connect; answers how to stop. */
  start(): () => void {
    const { shared } = this.wiring.document
    const note = (update: Uint8Array, origin: unknown) => this.noteChange(update, origin)
    shared.on('update', note)
    const unwatch = watchWindow({
      online: () => this.retry.now(),
      offline: () => this.breakOff(),
      hiding: () => this.sendPending(),
      wouldLose: () => this.isUnsaved && (!this.wiring.kept.keeps || this.state.kind === 'failed'),
    })
    this.open()
    return () => {
      this.sendPending()
      this.isGone = true
      shared.off('update', note)
      unwatch()
      this.letGo()
      this.retry.stop()
    }
  }

  async flush(): Promise<boolean> {
    this.sendPending()
    while (this.isUnsaved) {
      if (this.state.kind === 'offline' || this.state.kind === 'failed') return false
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
    return true
  }

  /** Tells the others where this person is. */
  at(place: Place) {
    if (place.step === this.place.step && place.isEditing === this.place.isEditing) return
    this.place = place
    if (this.base) this.say({ type: 'at', place })
  }

  /** Acts that the server has not confirmed. */
  private get acts(): number {
    return this.wiring.document.acts - this.settledActs
  }

  /** Typing on, after all was confirmed, is no act of the document's, but unconfirmed like one. */
  private countTyping() {
    if (this.acts === 0 && !this.outbox.isDone) this.settledActs--
  }

  private get isUnsaved(): boolean {
    return this.acts > 0 || !this.outbox.isDone
  }

  private open() {
    if (this.socket || this.isGone) return
    if (!navigator.onLine) {
      this.rest()
      this.retry.later()
      return
    }
    let opened = false
    const socket = this.wiring.connect({
      open: () => {
        opened = true
        const have = toBase64(Y.encodeStateVector(this.wiring.document.shared))
        this.say({ type: 'open', have, since: this.since })
        this.silence.set()
      },
      message: (data) => {
        if (socket !== this.socket) return
        this.silence.set()
        if (data instanceof ArrayBuffer) this.takeIn(new Uint8Array(data))
        else this.obey(JSON.parse(String(data)) as FromServer)
      },
      close: (code) => {
        if (socket !== this.socket) return
        this.letGo()
        if (!opened) void this.explain()
        if (code !== closeCode.refused) this.retry.later()
      },
    })
    this.socket = socket
  }

  private breakOff() {
    this.letGo()
    this.retry.later()
  }

  /** Drops the connection; what was on its way is sent again by the next. */
  private letGo() {
    const { socket } = this
    this.socket = null
    this.base = null
    this.countTyping()
    this.outbox.restart()
    for (const alarm of [this.gathering, this.answering, this.silence]) alarm.clear()
    socket?.close()
    this.wiring.onPeople([], this.you)
    if (!this.isGone) this.rest()
  }

  private async explain() {
    const message = await this.wiring.askWhy()
    if (message !== null && !this.isGone && !this.socket)
      this.tell({ kind: 'failed', message, retryAt: this.retry.at })
  }

  private takeIn(frame: Uint8Array) {
    const { head, update } = readHeaded(frame)
    const lost = this.wiring.document.receive(update, head)
    this.since = head.revision
    if (lost.length > 0) this.wiring.onLost(lost)
    if (head.at === null) this.nowSynced()
    this.note()
  }

  private obey(word: FromServer) {
    if (word.type === 'hello') {
      this.you = word.you
      this.mayDraw = word.mayDraw
      this.base = fromBase64(word.have)
      this.retry.succeeded()
      this.say({ type: 'at', place: this.place })
      this.sendAll()
      if (this.mayDraw) this.rest()
      else this.tell({ kind: 'saved', at: null })
    } else if (word.type === 'saved') this.confirm(word.number, word.revision)
    else if (word.type === 'resend' && this.outbox.mustSendAgain(word.number)) {
      this.base = fromBase64(word.have)
      this.sendAll()
    } else if (word.type === 'refused') this.heed(word.number, word.message)
    else if (word.type === 'people') this.wiring.onPeople(word.people, this.you)
  }

  private confirm(number: number, revision: number) {
    this.outbox.answer(number)
    this.since = Math.max(this.since ?? 0, revision)
    if (!this.outbox.isDone) return
    this.answering.clear()
    this.refusal = null
    this.settledActs = this.wiring.document.acts
    this.note()
    this.tell({ kind: 'saved', at: Date.now() })
  }

  /** What was refused stays here; the next act is sent together with it, so that mending it is enough. */
  private heed(number: number, message: string) {
    this.outbox.answer(number)
    this.answering.clear()
    this.refusal = message
    this.rest()
  }

  private noteChange(update: Uint8Array, origin: unknown) {
    if (origin === THEIRS || this.mayDraw === false) return
    this.outbox.add(update)
    // Told after the act has been counted.
    queueMicrotask(() => {
      this.countTyping()
      this.note()
      if (!this.isGone) this.rest()
    })
    this.gathering.begin()
  }

  private sendPending() {
    this.gathering.clear()
    if (!this.base || this.outbox.isEmpty) return
    if (this.refusal === null) this.send(this.outbox.take())
    else this.sendAll()
  }

  /** Sends whatever the server may lack. */
  private sendAll() {
    this.outbox.drop()
    if (this.base && this.mayDraw)
      this.send(Y.encodeStateAsUpdate(this.wiring.document.shared, this.base))
  }

  private send(update: Uint8Array) {
    this.socket?.send(writeNumbered(this.outbox.nextNumber(), update))
    this.answering.set()
  }

  private say(message: FromBrowser) {
    this.socket?.send(JSON.stringify(message))
  }

  private note() {
    this.wiring.kept.note({ since: this.since, unsent: this.acts })
  }

  /** Says how things stand while not all is confirmed. */
  private rest() {
    if (this.refusal !== null) this.tell({ kind: 'failed', message: this.refusal, retryAt: null })
    else if (this.socket && navigator.onLine) this.tell({ kind: 'saving' })
    else this.tell({ kind: 'offline', acts: this.acts })
  }

  private tell(state: SaveState) {
    this.state = state
    this.wiring.onState(state)
    for (const wake of this.waiting.splice(0)) wake()
  }
}
