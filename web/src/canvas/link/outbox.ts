import * as Y from 'yjs'

/** Changes on their way to the server: what waits to be sent, and which of what was sent is answered. */
export class Outbox {
  private pending: Uint8Array[] = []
  private number = 0
  private answered = 0
  /** What was sent before this number is in it as well. */
  private sentAgain = 0

  /** Nothing waits, and all that was sent is answered. */
  get isDone(): boolean {
    return this.pending.length === 0 && this.answered >= this.number
  }

  get isEmpty(): boolean {
    return this.pending.length === 0
  }

  add(update: Uint8Array) {
    this.pending.push(update)
  }

  /** What waits, as one change. */
  take(): Uint8Array {
    return Y.mergeUpdates(this.pending.splice(0))
  }

  /** What waits is in a change that holds everything, or is sent anew by the next connection. */
  drop() {
    this.pending = []
  }

  nextNumber(): number {
    return ++this.number
  }

  answer(number: number) {
    this.answered = Math.max(this.answered, number)
  }

  /** A change was sent that the server cannot place. False when all was sent again since. */
  mustSendAgain(number: number): boolean {
    if (number <= this.sentAgain) return false
    this.sentAgain = this.number + 1
    return true
  }

  /** A new connection counts on, and waits for no answer of the one before. */
  restart() {
    this.answered = this.number
    this.pending = []
  }
}
