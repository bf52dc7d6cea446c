import {
  type ChangeHead,
  fromBase64,
  readHeaded,
  toBase64,
  writeNumbered,
} from '@relance/core/draft/frames'
import type { FromServer } from '@relance/core/draft/link-messages'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

/** Bytes of a draft's socket, as a proxy on the way may treat them. */
export type Way = (frame: Uint8Array, send: (frame: Uint8Array) => void) => void

const straight: Way = (frame, send) => send(frame)

/** A window that has a draft open, as the app has: a document, and a socket that carries its changes. */
export class DraftWindow {
  readonly doc = new Y.Doc()
  readonly heads: ChangeHead[] = []
  readonly told: FromServer[] = []
  closed: number | null = null
  private number = 0
  /** What was sent before this number is in it. */
  private sentAgain = 0
  private socket: WebSocket | null = null
  private way = straight

  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
  ) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'theirs') this.send(update)
    })
  }

  get nodes() {
    return this.doc.getMap<Y.Map<unknown>>('nodes')
  }

  config(step: string) {
    return this.nodes.get(step)?.get('config') as Y.Map<unknown>
  }

  /** Connects and opens; resolves with the server's first word, rejects with the status that refuses. */
  async open({ since = null, way = straight }: { since?: number | null; way?: Way } = {}) {
    this.way = way
    this.closed = null
    const socket = new WebSocket(this.url, { headers: this.headers })
    this.socket = socket
    socket.binaryType = 'arraybuffer'
    const hello = this.next('hello')
    const known = this.heads.length
    socket.on('message', (data, isBinary) => this.receive(data, isBinary))
    socket.on('close', (code) => {
      this.closed = code
    })
    await new Promise<void>((resolve, reject) => {
      socket.on('open', () => resolve())
      socket.on('unexpected-response', (_request, response) => {
        reject(new Error(String(response.statusCode)))
      })
      socket.on('error', reject)
    })
    const have = toBase64(Y.encodeStateVector(this.doc))
    socket.send(JSON.stringify({ type: 'open', have, since }))
    const { have: server } = await hello
    this.send(Y.encodeStateAsUpdate(this.doc, fromBase64(server)))
    // The last of what was missing comes without a time.
    await this.until(() => this.heads.slice(known).some(({ at }) => at === null))
  }

  say(message: object) {
    this.socket?.send(JSON.stringify(message))
  }

  sendBytes(bytes: Uint8Array) {
    this.socket?.send(bytes)
  }

  send(update: Uint8Array): number {
    const number = ++this.number
    if (this.socket?.readyState === WebSocket.OPEN)
      this.way(writeNumbered(number, update), (frame) => this.socket?.send(frame))
    return number
  }

  /** Resolves once all that was sent so far is stored. */
  async saved() {
    const number = this.number
    while (!this.told.some((word) => word.type === 'saved' && word.number >= number))
      await this.something()
  }

  /** Resolves with the next word of a kind. */
  async next<Type extends FromServer['type']>(
    type: Type,
    matches: (word: Extract<FromServer, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<FromServer, { type: Type }>> {
    const from = this.told.length
    for (;;) {
      const found = this.told
        .slice(from)
        .find(
          (word): word is Extract<FromServer, { type: Type }> =>
            word.type === type && matches(word as Extract<FromServer, { type: Type }>),
        )
      if (found) return found
      await this.something()
    }
  }

  /** Resolves once the document is as wanted. */
  async until(holds: () => boolean) {
    while (!holds()) await this.something()
  }

  /** Pulls the plug. */
  cut() {
    this.socket?.terminate()
  }

  private waiting: (() => void)[] = []
  private something() {
    return new Promise<void>((resolve) => this.waiting.push(resolve))
  }

  private receive(data: unknown, isBinary: boolean) {
    if (isBinary) {
      const { head, update } = readHeaded(new Uint8Array(data as ArrayBuffer))
      this.heads.push(head)
      Y.applyUpdate(this.doc, update, 'theirs')
    } else {
      const word = JSON.parse(String(data)) as FromServer
      this.told.push(word)
      if (word.type === 'resend' && word.number > this.sentAgain)
        this.sentAgain = this.send(Y.encodeStateAsUpdate(this.doc, fromBase64(word.have)))
    }
    for (const wake of this.waiting.splice(0)) wake()
  }
}
