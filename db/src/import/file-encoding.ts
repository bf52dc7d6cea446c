/** What a file of text may be written in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

const LOOKED_AT_BYTES = 2048
/** Text in UTF-16 has a NUL in nearly every pair of bytes; a third leaves room for other letters than ours. */
const UTF16_SHARE = 1 / 3
/** A stray NUL is taken out; many of them are no text. */
const BINARY_SHARE = 1 / 100
// Bytes that mean nothing in Windows-1252.
const NOT_WINDOWS = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** Watches the bytes of a file go by, and says at the end what they are written in. */
export class EncodingWatch {
  #begin = Buffer.alloc(0)
  #utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true })
  #mayBeWindows = true
  #bytes = 0
  #nuls = 0

  see(bytes: Uint8Array): void {
    if (this.#begin.length < LOOKED_AT_BYTES)
      this.#begin = Buffer.concat([this.#begin, bytes.subarray(0, LOOKED_AT_BYTES)])
    this.#bytes += bytes.length
    for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) this.#nuls += 1
    this.#decode(bytes, true)
    if (!this.#utf8 && this.#mayBeWindows)
      this.#mayBeWindows = !bytes.some((byte) => NOT_WINDOWS.has(byte))
  }

  /** Null for what is no text in any of them: a spreadsheet's own format, a picture. */
  end(): Encoding | null {
    const wide = wideEncoding(this.#begin)
    if (wide) return wide
    if (this.#nuls > this.#bytes * BINARY_SHARE || isZip(this.#begin)) return null
    this.#decode(new Uint8Array(), false)
    if (this.#utf8) return 'utf-8'
    return this.#mayBeWindows ? 'windows-1252' : null
  }

  #decode(bytes: Uint8Array, stream: boolean): void {
    try {
      this.#utf8?.decode(bytes, { stream })
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      this.#utf8 = null
    }
  }
}

function wideEncoding(begin: Buffer): Encoding | null {
  if (begin[0] === 0xff && begin[1] === 0xfe) return 'utf-16le'
  if (begin[0] === 0xfe && begin[1] === 0xff) return 'utf-16be'
  const nuls = [0, 0]
  for (const [index, byte] of begin.entries())
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  const most = (begin.length / 2) * UTF16_SHARE
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : null
}

/** What spreadsheets save by themselves is a ZIP file. */
const isZip = (begin: Buffer) => begin.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))
