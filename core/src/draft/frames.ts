const encoder = new TextEncoder()
const decoder = new TextDecoder()
const NUMBER_BYTES = 4

/** What comes with a change from the server: the revision that holds it, and whose it is where that is known. */
export interface ChangeHead {
  revision: number
  /** Who made it; null for several, or for a program. */
  by: string | null
  /** ISO 8601; null where several were made at different times. */
  at: string | null
}

/** A change as a browser sends it: its number on this connection, then its bytes. */
export function writeNumbered(number: number, update: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(NUMBER_BYTES + update.length)
  new DataView(frame.buffer).setUint32(0, number)
  frame.set(update, NUMBER_BYTES)
  return frame
}

/** The same, read; null for a frame that is too short to be one. */
export function readNumbered(frame: Uint8Array): { number: number; update: Uint8Array } | null {
  if (frame.length <= NUMBER_BYTES) return null
  return { number: numberAt(frame), update: frame.subarray(NUMBER_BYTES) }
}

/** A change as the server sends it: how long its head is, the head as JSON, its bytes. */
export function writeHeaded(head: ChangeHead, update: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = encoder.encode(JSON.stringify(head))
  const frame = new Uint8Array(NUMBER_BYTES + text.length + update.length)
  new DataView(frame.buffer).setUint32(0, text.length)
  frame.set(text, NUMBER_BYTES)
  frame.set(update, NUMBER_BYTES + text.length)
  return frame
}

/** The same, read. */
export function readHeaded(frame: Uint8Array): { head: ChangeHead; update: Uint8Array } {
  const end = NUMBER_BYTES + numberAt(frame)
  const head = JSON.parse(decoder.decode(frame.subarray(NUMBER_BYTES, end))) as ChangeHead
  return { head, update: frame.subarray(end) }
}

const numberAt = (frame: Uint8Array) =>
  new DataView(frame.buffer, frame.byteOffset, frame.byteLength).getUint32(0)

/** Bytes within a JSON message. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** The same, read. Throws for a text that is none. */
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
